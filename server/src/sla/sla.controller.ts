import { SetSla, Sla, SlaPreview } from '@candour/shared/sla.js';
import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import { Access, CurrentActor } from '../core/access/access.js';
import type { Actor } from '../core/access/actor.js';
import { Answers } from '../core/http/answers.js';
import { SlaService } from './sla.service.js';

/** How soon the desk answers, as the administrator sets it. */
@Controller('api/sla')
export class SlaController {
  constructor(private readonly sla: SlaService) {}

  @Get()
  @Access('sla.manage', 'house')
  @Answers(Sla)
  list(@CurrentActor() actor: Actor): Sla {
    return this.sla.list(actor);
  }

  @Post('preview')
  @HttpCode(200)
  @Access('sla.manage', 'house')
  @Answers(SlaPreview)
  preview(@CurrentActor() actor: Actor, @Body({ schema: SetSla }) ask: SetSla): Promise<SlaPreview> {
    return this.sla.preview(actor, ask);
  }

  @Put()
  @Access('sla.manage', 'house')
  @Answers(Sla)
  set(@CurrentActor() actor: Actor, @Body({ schema: SetSla }) ask: SetSla): Promise<Sla> {
    return this.sla.set(actor, ask);
  }
}
