import { BlockAsk, Manners } from '@candour/shared/blocks.js';
import { ConversationRow } from '@candour/shared/conversations.js';
import { BulkAsk, BulkResult, Colleagues, Deed, SnoozeTimes } from '@candour/shared/deeds.js';
import { FilledFields, FillFields } from '@candour/shared/fields.js';
import { Id } from '@candour/shared/ids.js';
import { FindLink, FoundLink, LinkRecord, TicketLinks } from '@candour/shared/ticket-links.js';
import { Language } from '@candour/shared/words.js';
import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Put, Query } from '@nestjs/common';
import * as z from 'zod';
import { Access, CurrentActor } from '../core/access/access.js';
import type { Actor } from '../core/access/actor.js';
import { Answers } from '../core/http/answers.js';
import { BulkService } from './bulk.service.js';
import { DeedsService } from './deeds.service.js';
import { FieldsService } from './fields.service.js';
import { LinksService } from './links.service.js';
import { MannersService } from './manners.service.js';
import { SafetyService } from './safety.service.js';

const SnoozeAsk = z.strictObject({ language: Language });

/** What is done to tickets, alone or many at once, and what stands beside one. */
@Controller('api/tickets')
export class TicketsController {
  constructor(
    private readonly deeds: DeedsService,
    private readonly bulk: BulkService,
    private readonly fields: FieldsService,
    private readonly links: LinksService,
    private readonly manners: MannersService,
    private readonly safety: SafetyService,
  ) {}

  @Get('snooze-times')
  @Access('conversation.reply', 'P5')
  @Answers(SnoozeTimes)
  times(@Query({ schema: SnoozeAsk }) { language }: z.infer<typeof SnoozeAsk>): Promise<SnoozeTimes> {
    return this.deeds.times(language);
  }

  @Get('colleagues')
  @Access('conversation.bulk', 'P5')
  @Answers(Colleagues)
  colleagues(@CurrentActor() actor: Actor): Promise<{ id: string; name: string }[]> {
    return this.deeds.colleagues(actor);
  }

  @Get('link-target')
  @Access('conversation.reply', 'P5')
  @Answers(FoundLink)
  target(@CurrentActor() actor: Actor, @Query({ schema: FindLink }) ask: FindLink): Promise<FoundLink> {
    return this.links.find(actor, ask);
  }

  @Post('bulk')
  @HttpCode(200)
  @Access('conversation.bulk', 'P5')
  @Answers(BulkResult)
  many(@CurrentActor() actor: Actor, @Body({ schema: BulkAsk }) ask: BulkAsk): Promise<BulkResult> {
    return this.bulk.do(actor, ask);
  }

  @Post('bulk/:id/undo')
  @HttpCode(200)
  @Access('conversation.bulk', 'P5')
  @Answers(BulkResult)
  undo(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string): Promise<BulkResult> {
    return this.bulk.undo(actor, id);
  }

  @Post(':id/deed')
  @HttpCode(200)
  @Access('conversation.reply', 'P5')
  @Answers(ConversationRow)
  one(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: Deed }) deed: Deed,
  ): Promise<ConversationRow> {
    return this.deeds.one(actor, id, deed);
  }

  @Post(':id/looked')
  @HttpCode(200)
  @Access('safety.look', 'P5')
  @Answers(ConversationRow)
  looked(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string): Promise<ConversationRow> {
    return this.safety.looked(actor, id);
  }

  @Get(':id/fields')
  @Access('conversation.read', 'P5')
  @Answers(FilledFields)
  filled(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string): Promise<FilledFields> {
    return this.fields.of(actor, id);
  }

  @Patch(':id/fields')
  @Access('conversation.reply', 'P5')
  @Answers(FilledFields)
  fill(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: FillFields }) ask: FillFields,
  ): Promise<FilledFields> {
    return this.fields.fill(actor, id, ask);
  }

  @Get(':id/links')
  @Access('conversation.read', 'P5')
  @Answers(TicketLinks)
  linked(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string): Promise<TicketLinks> {
    return this.links.of(actor, id);
  }

  @Post(':id/links')
  @HttpCode(200)
  @Access('conversation.reply', 'P5')
  @Answers(TicketLinks)
  link(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: LinkRecord }) ask: LinkRecord,
  ): Promise<TicketLinks> {
    return this.links.link(actor, id, ask);
  }

  @Delete(':id/links')
  @Access('conversation.reply', 'P5')
  @Answers(TicketLinks)
  unlink(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: LinkRecord }) ask: LinkRecord,
  ): Promise<TicketLinks> {
    return this.links.unlink(actor, id, ask);
  }

  @Get(':id/manners')
  @Access('conversation.read', 'P5')
  @Answers(Manners)
  met(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string): Promise<Manners> {
    return this.manners.of(actor, id);
  }

  @Post(':id/warn')
  @HttpCode(200)
  @Access('conversation.reply', 'P5')
  @Answers(Manners)
  warn(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string): Promise<Manners> {
    return this.manners.warn(actor, id);
  }

  @Put(':id/block')
  @Access('customer.block', 'P5')
  @Answers(Manners)
  block(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: BlockAsk }) ask: BlockAsk,
  ): Promise<Manners> {
    return this.manners.block(actor, id, ask);
  }

  @Delete(':id/block')
  @Access('customer.block', 'P5')
  @Answers(Manners)
  lift(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string): Promise<Manners> {
    return this.manners.lift(actor, id);
  }
}
