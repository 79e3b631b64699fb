import { ConversationRow } from '@candour/shared/conversations.js';
import { Id } from '@candour/shared/ids.js';
import { AnswerAsked, Invite, Left, Transfer } from '@candour/shared/notices.js';
import { Body, Controller, Delete, HttpCode, Param, Post } from '@nestjs/common';
import { Access, CurrentActor } from '../core/access/access.js';
import type { Actor } from '../core/access/actor.js';
import { Answers } from '../core/http/answers.js';
import { HandoverService } from './handover.service.js';

@Controller('api/conversations/:id')
export class HandoverController {
  constructor(private readonly handover: HandoverService) {}

  @Post('transfer')
  @HttpCode(200)
  @Access('conversation.transfer', 'P5')
  @Answers(ConversationRow)
  transfer(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: Transfer }) ask: Transfer,
  ): Promise<ConversationRow> {
    return this.handover.transfer(actor, id, ask);
  }

  @Post('invite')
  @HttpCode(200)
  @Access('conversation.transfer', 'P5')
  @Answers(ConversationRow)
  invite(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: Invite }) ask: Invite,
  ): Promise<ConversationRow> {
    return this.handover.invite(actor, id, ask);
  }

  @Post('asked')
  @HttpCode(200)
  @Access('conversation.transfer', 'P5')
  @Answers(ConversationRow)
  answer(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: AnswerAsked }) { accept }: AnswerAsked,
  ): Promise<ConversationRow> {
    return this.handover.answer(actor, id, accept);
  }

  @Delete('asked')
  @Access('conversation.transfer', 'P5')
  @Answers(ConversationRow)
  withdraw(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string): Promise<ConversationRow> {
    return this.handover.withdraw(actor, id);
  }

  @Post('leave')
  @HttpCode(200)
  @Access('conversation.transfer', 'P5')
  @Answers(Left)
  async leave(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string): Promise<Left> {
    await this.handover.leave(actor, id);
    return {};
  }
}
