import { Id } from '@candour/shared/ids.js';
import { Surveys } from '@candour/shared/surveys.js';
import { Controller, Get, Param } from '@nestjs/common';
import { Access, CurrentActor } from '../core/access/access.js';
import type { Actor } from '../core/access/actor.js';
import { Answers } from '../core/http/answers.js';
import { SurveysService } from './surveys.service.js';

/** What customers said of how they were helped. */
@Controller('api/conversations/:id/surveys')
export class SurveysController {
  constructor(private readonly surveys: SurveysService) {}

  @Get()
  @Access('conversation.read', 'P5')
  @Answers(Surveys)
  of(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string): Promise<Surveys> {
    return this.surveys.of(actor, id);
  }
}
