import { ConversationRow } from '@candour/shared/conversations.js';
import { Id } from '@candour/shared/ids.js';
import {
  Duties,
  Duty,
  Experts,
  HandOver,
  Offers,
  Routing,
  RoutingRules,
  SaveTeam,
  SetCapacity,
  SetPresence,
  TeamNames,
} from '@candour/shared/routing.js';
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { AccessTrail } from '../audit/access-trail.service.js';
import { Access, CurrentActor } from '../core/access/access.js';
import type { Actor } from '../core/access/actor.js';
import { Answers } from '../core/http/answers.js';
import { ExpertsService } from './experts.service.js';
import { OffersService } from './offers.service.js';
import { PresenceService } from './presence.service.js';
import { TeamsService } from './teams.service.js';

@Controller('api/routing')
export class RoutingController {
  constructor(
    private readonly presence: PresenceService,
    private readonly offers: OffersService,
    private readonly teams: TeamsService,
    private readonly handingOver: ExpertsService,
    private readonly readings: AccessTrail,
  ) {}

  @Get('duty')
  @Access('conversation.take', 'P5')
  @Answers(Duty)
  duty(@CurrentActor() actor: Actor): Promise<Duty> {
    return this.presence.own(actor);
  }

  @Put('duty')
  @Access('conversation.take', 'P5')
  @Answers(Duty)
  setDuty(@CurrentActor() actor: Actor, @Body({ schema: SetPresence }) ask: SetPresence): Promise<Duty> {
    return this.presence.set(actor, ask);
  }

  @Get('duties')
  @Access('conversation.transfer', 'P5')
  @Answers(Duties)
  duties(@CurrentActor() actor: Actor): Promise<Duties> {
    return this.presence.everybody(actor);
  }

  @Get('offers')
  @Access('conversation.take', 'P5')
  @Answers(Offers)
  mine(@CurrentActor() actor: Actor): Promise<Offers> {
    return this.offers.mine(actor);
  }

  @Post('offers/:id/accept')
  @HttpCode(200)
  @Access('conversation.take', 'P5')
  @Answers(ConversationRow)
  accept(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string): Promise<ConversationRow> {
    return this.offers.accept(actor, id);
  }

  @Post('offers/:id/refuse')
  @HttpCode(200)
  @Access('conversation.take', 'P5')
  @Answers(null)
  refuse(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string): Promise<void> {
    return this.offers.refuse(actor, id);
  }

  @Get('experts')
  @Access('conversation.transfer', 'P5')
  @Answers(Experts)
  experts(@CurrentActor() actor: Actor): Promise<Experts> {
    return this.handingOver.list(actor);
  }

  @Post('conversations/:id/hand-over')
  @HttpCode(200)
  @Access('conversation.transfer', 'P5')
  @Answers(ConversationRow)
  handOver(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: HandOver }) ask: HandOver,
  ): Promise<ConversationRow> {
    return this.handingOver.handOver(actor, id, ask);
  }

  @Get('teams/names')
  @Access('conversation.list', 'P5')
  @Answers(TeamNames)
  names(@CurrentActor() actor: Actor): { id: string; name: string }[] {
    return this.teams.names(actor);
  }

  @Get()
  @Access('routing.manage', 'house')
  @Answers(Routing)
  async list(@CurrentActor() actor: Actor): Promise<Routing> {
    const routing = await this.teams.list(actor);
    const rows = routing.people.map(({ id }) => id);
    await this.readings.note({ actor, verb: 'staff.read', purpose: 'house', rows });
    return routing;
  }

  @Post('teams')
  @Access('routing.manage', 'house')
  @Answers(Routing, 201)
  add(@CurrentActor() actor: Actor, @Body({ schema: SaveTeam }) ask: SaveTeam): Promise<Routing> {
    return this.teams.add(actor, ask);
  }

  @Put('teams/:id')
  @Access('routing.manage', 'house')
  @Answers(Routing)
  change(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: SaveTeam }) ask: SaveTeam,
  ): Promise<Routing> {
    return this.teams.change(actor, id, ask);
  }

  @Delete('teams/:id')
  @Access('routing.manage', 'house')
  @Answers(Routing)
  remove(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string): Promise<Routing> {
    return this.teams.remove(actor, id);
  }

  @Put('rules')
  @Access('routing.manage', 'house')
  @Answers(Routing)
  setRules(@CurrentActor() actor: Actor, @Body({ schema: RoutingRules }) rules: RoutingRules): Promise<Routing> {
    return this.teams.setRules(actor, rules);
  }

  @Put('people/:id/capacity')
  @Access('routing.manage', 'house')
  @Answers(Routing)
  setCapacity(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: SetCapacity }) { capacity }: SetCapacity,
  ): Promise<Routing> {
    return this.teams.setCapacity(actor, id, capacity);
  }
}
