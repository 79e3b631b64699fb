import { Hours, SetHours } from '@candour/shared/hours.js';
import { Body, Controller, Get, Put } from '@nestjs/common';
import { Access, CurrentActor } from '../core/access/access.js';
import type { Actor } from '../core/access/actor.js';
import { Answers } from '../core/http/answers.js';
import { HoursService } from './hours.service.js';

/** Business hours, as the administrator sets them. */
@Controller('api/hours')
export class HoursController {
  constructor(private readonly hours: HoursService) {}

  @Get()
  @Access('hours.manage', 'house')
  @Answers(Hours)
  list(@CurrentActor() actor: Actor): Promise<Hours> {
    return this.hours.list(actor);
  }

  @Put()
  @Access('hours.manage', 'house')
  @Answers(Hours)
  set(@CurrentActor() actor: Actor, @Body({ schema: SetHours }) ask: SetHours): Promise<Hours> {
    return this.hours.set(actor, ask);
  }
}
