import { Id } from '@candour/shared/ids.js';
import { OwnVisits, PlanVisit, VisitNote, Visits } from '@candour/shared/visits.js';
import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { Access, CurrentActor } from '../core/access/access.js';
import type { Actor } from '../core/access/actor.js';
import { Answers } from '../core/http/answers.js';
import { OwnVisitsService } from './own-visits.service.js';
import { VisitsService } from './visits.service.js';

/** Visits beside the conversation they are planned in. */
@Controller('api/conversations/:id/visits')
export class VisitsController {
  constructor(private readonly visits: VisitsService) {}

  @Get()
  @Access('visit.plan', 'P2')
  @Answers(Visits)
  of(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string): Promise<Visits> {
    return this.visits.of(actor, id);
  }

  @Post()
  @HttpCode(200)
  @Access('visit.plan', 'P2')
  @Answers(Visits)
  plan(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: PlanVisit }) ask: PlanVisit,
  ): Promise<Visits> {
    return this.visits.plan(actor, id, ask);
  }

  @Delete(':visitId')
  @Access('visit.plan', 'P2')
  @Answers(Visits)
  cancel(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Param('visitId', { schema: Id }) visitId: string,
  ): Promise<Visits> {
    return this.visits.cancel(actor, id, visitId);
  }
}

/** What an installer sees of them. */
@Controller('api/visits')
export class OwnVisitsController {
  constructor(private readonly visits: OwnVisitsService) {}

  @Get()
  @Access('visit.do', 'P2')
  @Answers(OwnVisits)
  list(@CurrentActor() actor: Actor): Promise<OwnVisits> {
    return this.visits.list(actor);
  }

  @Post(':id/take')
  @HttpCode(200)
  @Access('visit.do', 'P2')
  @Answers(OwnVisits)
  take(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string): Promise<OwnVisits> {
    return this.visits.take(actor, id);
  }

  @Post(':id/notes')
  @HttpCode(200)
  @Access('visit.do', 'P2')
  @Answers(OwnVisits)
  note(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: VisitNote }) ask: VisitNote,
  ): Promise<OwnVisits> {
    return this.visits.note(actor, id, ask);
  }

  @Post(':id/done')
  @HttpCode(200)
  @Access('visit.do', 'P2')
  @Answers(OwnVisits)
  done(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string): Promise<OwnVisits> {
    return this.visits.done(actor, id);
  }
}
