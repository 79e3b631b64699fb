import {
  Conversation,
  ConversationRow,
  Entries,
  EntriesAsk,
  InboxAsk,
  InboxCounts,
  Seq,
  WhyAnswer,
} from '@candour/shared/conversations.js';
import { Contact, CustomerPanel, LinkOrder, SendCode } from '@candour/shared/customers.js';
import { FileTicket, Tags } from '@candour/shared/tickets.js';
import { Id } from '@candour/shared/ids.js';
import { pageOf, type Page } from '@candour/shared/paging.js';
import { Body, Controller, Get, HttpCode, Param, Patch, Post, Put, Query } from '@nestjs/common';
import { Access, CurrentActor } from '../core/access/access.js';
import type { Actor } from '../core/access/actor.js';
import { Answers } from '../core/http/answers.js';
import { BesideService } from './beside.service.js';
import { ConversationsService } from './conversations.service.js';
import { FilingService } from './filing.service.js';
import { HandlingService } from './handling.service.js';
import { InboxService } from './inbox.service.js';
import { WhyService } from './why.service.js';

@Controller('api/conversations')
export class ConversationsController {
  constructor(
    private readonly inbox: InboxService,
    private readonly conversations: ConversationsService,
    private readonly handling: HandlingService,
    private readonly filing: FilingService,
    private readonly explaining: WhyService,
    private readonly beside: BesideService,
  ) {}

  @Get()
  @Access('conversation.list', 'P5')
  @Answers(pageOf(ConversationRow))
  list(@CurrentActor() actor: Actor, @Query({ schema: InboxAsk }) ask: InboxAsk): Promise<Page<ConversationRow>> {
    return this.inbox.list(actor, ask);
  }

  @Get('counts')
  @Access('conversation.list', 'P5')
  @Answers(InboxCounts)
  counts(@CurrentActor() actor: Actor): Promise<InboxCounts> {
    return this.inbox.counts(actor);
  }

  @Get('tags')
  @Access('conversation.list', 'P5')
  @Answers(Tags)
  tags(@CurrentActor() actor: Actor): Promise<string[]> {
    return this.filing.tags(actor);
  }

  @Get(':id')
  @Access('conversation.read', 'P5')
  @Answers(Conversation)
  async conversation(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string): Promise<Conversation> {
    await this.conversations.shown(actor, id);
    return this.inbox.conversation(actor, id);
  }

  @Get(':id/entries')
  @Access('conversation.read', 'P5')
  @Answers(Entries)
  entries(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: EntriesAsk }) ask: EntriesAsk,
  ): Promise<Entries> {
    return this.conversations.entries(actor, id, ask);
  }

  @Get(':id/why/:seq')
  @Access('conversation.explain', 'P5')
  @Answers(WhyAnswer)
  why(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Param('seq', { schema: Seq }) seq: number,
  ): Promise<WhyAnswer> {
    return this.explaining.why(actor, id, seq);
  }

  @Post(':id/take')
  @HttpCode(200)
  @Access('conversation.take', 'P5')
  @Answers(ConversationRow)
  take(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string): Promise<ConversationRow> {
    return this.handling.take(actor, id);
  }

  @Post(':id/release')
  @HttpCode(200)
  @Access('conversation.reply', 'P5')
  @Answers(ConversationRow)
  release(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string): Promise<ConversationRow> {
    return this.handling.release(actor, id);
  }

  @Post(':id/resolve')
  @HttpCode(200)
  @Access('conversation.reply', 'P5')
  @Answers(ConversationRow)
  resolve(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string): Promise<ConversationRow> {
    return this.handling.resolve(actor, id);
  }

  @Post(':id/reopen')
  @HttpCode(200)
  @Access('conversation.reply', 'P5')
  @Answers(ConversationRow)
  reopen(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string): Promise<ConversationRow> {
    return this.handling.reopen(actor, id);
  }

  @Patch(':id/ticket')
  @Access('conversation.reply', 'P5')
  @Answers(ConversationRow)
  file(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: FileTicket }) ask: FileTicket,
  ): Promise<ConversationRow> {
    return this.filing.file(actor, id, ask);
  }

  @Get(':id/customer')
  @Access('customer.find', 'P2')
  @Answers(CustomerPanel)
  customer(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string): Promise<CustomerPanel> {
    return this.beside.panel(actor, id);
  }

  @Patch(':id/contact')
  @Access('conversation.reply', 'P5')
  @Answers(CustomerPanel)
  contact(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: Contact }) contact: Contact,
  ): Promise<CustomerPanel> {
    return this.beside.note(actor, id, contact);
  }

  @Post(':id/code')
  @HttpCode(200)
  @Access('customer.verify', 'P2')
  @Answers(CustomerPanel)
  code(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: SendCode }) ask: SendCode,
  ): Promise<CustomerPanel> {
    return this.beside.sendCode(actor, id, ask);
  }

  @Put(':id/order')
  @Access('conversation.reply', 'P5')
  @Answers(CustomerPanel)
  order(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: LinkOrder }) ask: LinkOrder,
  ): Promise<CustomerPanel> {
    return this.beside.link(actor, id, ask);
  }
}
