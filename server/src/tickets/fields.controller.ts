import { SetFields, TicketFields } from '@candour/shared/fields.js';
import { Body, Controller, Get, Put } from '@nestjs/common';
import { Access, CurrentActor } from '../core/access/access.js';
import type { Actor } from '../core/access/actor.js';
import { Answers } from '../core/http/answers.js';
import { FieldsService } from './fields.service.js';

/** What tickets of each topic are asked for, as the administrator sets it. */
@Controller('api/ticket-fields')
export class FieldsController {
  constructor(private readonly fields: FieldsService) {}

  @Get()
  @Access('fields.manage', 'house')
  @Answers(TicketFields)
  list(@CurrentActor() actor: Actor): Promise<TicketFields> {
    return this.fields.list(actor);
  }

  @Put()
  @Access('fields.manage', 'house')
  @Answers(TicketFields)
  set(@CurrentActor() actor: Actor, @Body({ schema: SetFields }) ask: SetFields): Promise<TicketFields> {
    return this.fields.set(actor, ask);
  }
}
