import { Conversation } from '@candour/shared/conversations.js';
import { Id } from '@candour/shared/ids.js';
import { MergeAsk, MergeDone, MergeOthers, MergePreview, MergeSearch } from '@candour/shared/merging.js';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { Access, CurrentActor } from '../core/access/access.js';
import type { Actor } from '../core/access/actor.js';
import { Answers } from '../core/http/answers.js';
import { InboxService } from '../conversations/inbox.service.js';
import { MergesService } from './merges.service.js';

/** Two conversations that are one matter. */
@Controller('api')
export class MergingController {
  constructor(
    private readonly merges: MergesService,
    private readonly inbox: InboxService,
  ) {}

  @Get('conversations/:id/merge')
  @Access('conversation.merge', 'P5')
  @Answers(MergeOthers)
  others(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: MergeSearch }) ask: MergeSearch,
  ): Promise<MergeOthers> {
    return this.merges.others(actor, id, ask);
  }

  @Get('conversations/:id/merge/:into')
  @Access('conversation.merge', 'P5')
  @Answers(MergePreview)
  preview(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Param('into', { schema: Id }) into: string,
  ): Promise<MergePreview> {
    return this.merges.preview(actor, id, into);
  }

  @Post('conversations/:id/merge')
  @HttpCode(200)
  @Access('conversation.merge', 'P5')
  @Answers(MergeDone)
  merge(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: MergeAsk }) { into }: MergeAsk,
  ): Promise<MergeDone> {
    return this.merges.merge(actor, id, into);
  }

  @Post('merges/:id/undo')
  @HttpCode(200)
  @Access('conversation.merge', 'P5')
  @Answers(Conversation)
  async undo(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string): Promise<Conversation> {
    return this.inbox.conversation(actor, await this.merges.undo(actor, id));
  }
}
