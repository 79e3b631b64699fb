import { Id } from '@candour/shared/ids.js';
import { Cancelled, ScheduledReplies, ScheduledReply, ScheduleReply, SendScheduled } from '@candour/shared/replies.js';
import { Body, Controller, Delete, Get, Param, Post } from '@nestjs/common';
import { Access, CurrentActor } from '../core/access/access.js';
import type { Actor } from '../core/access/actor.js';
import { Answers } from '../core/http/answers.js';
import { ScheduledSender } from './scheduled-sender.service.js';
import { ScheduledRepliesService } from './scheduled-replies.service.js';

/** Replies of a conversation that wait for their time. */
@Controller('api/conversations/:id/scheduled')
export class ScheduledController {
  constructor(
    private readonly replies: ScheduledRepliesService,
    private readonly sender: ScheduledSender,
  ) {}

  @Get()
  @Access('conversation.read', 'P5')
  @Answers(ScheduledReplies)
  list(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string): Promise<ScheduledReplies> {
    return this.replies.list(actor, id);
  }

  @Post()
  @Access('conversation.reply', 'P5')
  @Answers(ScheduledReply)
  schedule(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: ScheduleReply }) ask: ScheduleReply,
  ): Promise<ScheduledReply> {
    return this.replies.schedule(actor, id, ask);
  }

  @Delete(':replyId')
  @Access('conversation.reply', 'P5')
  @Answers(Cancelled)
  cancel(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Param('replyId', { schema: Id }) replyId: string,
  ): Promise<Cancelled> {
    return this.replies.cancel(actor, id, replyId);
  }

  @Post(':replyId/send')
  @Access('conversation.reply', 'P5')
  @Answers(null)
  send(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Param('replyId', { schema: Id }) replyId: string,
    @Body({ schema: SendScheduled }) { seen }: SendScheduled,
  ): Promise<void> {
    return this.sender.sendHeld(actor, id, replyId, seen);
  }
}
