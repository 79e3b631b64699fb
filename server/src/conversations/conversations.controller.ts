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
import { Id } from '@candour/shared/ids.js';
import { pageOf, type Page } from '@candour/shared/paging.js';
import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { Access, CurrentActor } from '../core/access/access.js';
import type { Actor } from '../core/access/actor.js';
import { Answers } from '../core/http/answers.js';
import { ConversationsService } from './conversations.service.js';
import { HandlingService } from './handling.service.js';
import { InboxService } from './inbox.service.js';
import { WhyService } from './why.service.js';

@Controller('api/conversations')
export class ConversationsController {
  constructor(
    private readonly inbox: InboxService,
    private readonly conversations: ConversationsService,
    private readonly handling: HandlingService,
    private readonly explaining: WhyService,
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

  @Get(':id')
  @Access('conversation.read', 'P5')
  @Answers(Conversation)
  conversation(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string): Promise<Conversation> {
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
}
