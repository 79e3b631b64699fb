import { ConversationRow } from '@candour/shared/conversations.js';
import { Id } from '@candour/shared/ids.js';
import { CallMade } from '@candour/shared/routing.js';
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { Access, CurrentActor } from '../core/access/access.js';
import type { Actor } from '../core/access/actor.js';
import { Answers } from '../core/http/answers.js';
import { CallbacksService } from './callbacks.service.js';

@Controller('api/routing/conversations/:id')
export class CallbacksController {
  constructor(private readonly callbacks: CallbacksService) {}

  @Post('called')
  @HttpCode(200)
  @Access('conversation.reply', 'P5')
  @Answers(ConversationRow)
  called(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: CallMade }) call: CallMade,
  ): Promise<ConversationRow> {
    return this.callbacks.made(actor, id, call);
  }
}
