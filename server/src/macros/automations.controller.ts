import {
  Automation,
  AutomationRun,
  Automations,
  EnableAutomation,
  OrderAutomations,
  RunsAsk,
  SetAutomation,
  Trial,
  TryAutomation,
} from '@candour/shared/automations.js';
import { Id } from '@candour/shared/ids.js';
import { pageOf, type Page } from '@candour/shared/paging.js';
import { Body, Controller, Delete, Get, Param, Post, Put, Query } from '@nestjs/common';
import { Access, CurrentActor } from '../core/access/access.js';
import type { Actor } from '../core/access/actor.js';
import { Answers } from '../core/http/answers.js';
import { AutomationsService } from './automations.service.js';

@Controller('api/automations')
export class AutomationsController {
  constructor(private readonly automations: AutomationsService) {}

  @Get()
  @Access('automation.manage', 'P5')
  @Answers(Automations)
  list(@CurrentActor() actor: Actor): Promise<Automations> {
    return this.automations.list(actor);
  }

  @Get('runs')
  @Access('automation.manage', 'P5')
  @Answers(pageOf(AutomationRun))
  runs(@CurrentActor() actor: Actor, @Query({ schema: RunsAsk }) ask: RunsAsk): Promise<Page<AutomationRun>> {
    return this.automations.runs(actor, ask);
  }

  @Post()
  @Access('automation.manage', 'P5')
  @Answers(Automation)
  add(@CurrentActor() actor: Actor, @Body({ schema: SetAutomation }) ask: SetAutomation): Promise<Automation> {
    return this.automations.add(actor, ask);
  }

  @Put('order')
  @Access('automation.manage', 'P5')
  @Answers(Automations)
  order(
    @CurrentActor() actor: Actor,
    @Body({ schema: OrderAutomations }) { ids }: OrderAutomations,
  ): Promise<Automations> {
    return this.automations.order(actor, ids);
  }

  @Put(':id')
  @Access('automation.manage', 'P5')
  @Answers(Automation)
  change(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: SetAutomation }) ask: SetAutomation,
  ): Promise<Automation> {
    return this.automations.change(actor, id, ask);
  }

  @Put(':id/enabled')
  @Access('automation.manage', 'P5')
  @Answers(Automation)
  enable(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: EnableAutomation }) { enabled }: EnableAutomation,
  ): Promise<Automation> {
    return this.automations.enable(actor, id, enabled);
  }

  @Post(':id/try')
  @Access('automation.manage', 'P5')
  @Answers(Trial)
  try(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: TryAutomation }) ask: TryAutomation,
  ): Promise<Trial> {
    return this.automations.try(actor, id, ask);
  }

  @Delete(':id')
  @Access('automation.manage', 'P5')
  @Answers(null)
  remove(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string): Promise<void> {
    return this.automations.remove(actor, id);
  }
}
