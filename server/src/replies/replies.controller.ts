import { Id } from '@candour/shared/ids.js';
import { FilledReply, FillReply, Replies, Reply, SetReply } from '@candour/shared/replies.js';
import { Body, Controller, Delete, Get, Param, Post, Put } from '@nestjs/common';
import { Access, CurrentActor } from '../core/access/access.js';
import type { Actor } from '../core/access/actor.js';
import { Answers } from '../core/http/answers.js';
import { RepliesService } from './replies.service.js';

/** Canned replies. */
@Controller('api/replies')
export class RepliesController {
  constructor(private readonly replies: RepliesService) {}

  @Get()
  @Access('reply.use', 'P5')
  @Answers(Replies)
  list(@CurrentActor() actor: Actor): Promise<Replies> {
    return this.replies.list(actor);
  }

  @Post()
  @Access('reply.use', 'P5')
  @Answers(Reply)
  add(@CurrentActor() actor: Actor, @Body({ schema: SetReply }) ask: SetReply): Promise<Reply> {
    return this.replies.add(actor, ask);
  }

  @Put(':id')
  @Access('reply.use', 'P5')
  @Answers(Reply)
  change(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: SetReply }) ask: SetReply,
  ): Promise<Reply> {
    return this.replies.change(actor, id, ask);
  }

  @Delete(':id')
  @Access('reply.use', 'P5')
  @Answers(null)
  remove(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string): Promise<void> {
    return this.replies.remove(actor, id);
  }

  @Post(':id/fill')
  @Access('reply.use', 'P5')
  @Answers(FilledReply)
  fill(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: FillReply }) { conversationId }: FillReply,
  ): Promise<FilledReply> {
    return this.replies.fill(actor, id, conversationId);
  }
}
