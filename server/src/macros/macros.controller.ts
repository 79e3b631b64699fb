import { ConversationRow } from '@candour/shared/conversations.js';
import { Id } from '@candour/shared/ids.js';
import { Macro, MacroPreview, Macros, PreviewMacro, RunMacro, SetMacro } from '@candour/shared/macros.js';
import { Body, Controller, Delete, Get, Param, Post, Put } from '@nestjs/common';
import { Access, CurrentActor } from '../core/access/access.js';
import type { Actor } from '../core/access/actor.js';
import { Answers } from '../core/http/answers.js';
import { MacrosService } from './macros.service.js';

@Controller('api/macros')
export class MacrosController {
  constructor(private readonly macros: MacrosService) {}

  @Get()
  @Access('reply.use', 'P5')
  @Answers(Macros)
  list(@CurrentActor() actor: Actor): Promise<Macros> {
    return this.macros.list(actor);
  }

  @Post()
  @Access('reply.use', 'P5')
  @Answers(Macro)
  add(@CurrentActor() actor: Actor, @Body({ schema: SetMacro }) ask: SetMacro): Promise<Macro> {
    return this.macros.add(actor, ask);
  }

  @Put(':id')
  @Access('reply.use', 'P5')
  @Answers(Macro)
  change(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: SetMacro }) ask: SetMacro,
  ): Promise<Macro> {
    return this.macros.change(actor, id, ask);
  }

  @Delete(':id')
  @Access('reply.use', 'P5')
  @Answers(null)
  remove(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string): Promise<void> {
    return this.macros.remove(actor, id);
  }

  @Post(':id/preview')
  @Access('conversation.reply', 'P5')
  @Answers(MacroPreview)
  preview(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: PreviewMacro }) { conversationId }: PreviewMacro,
  ): Promise<MacroPreview> {
    return this.macros.preview(actor, id, conversationId);
  }

  @Post(':id/run')
  @Access('conversation.reply', 'P5')
  @Answers(ConversationRow)
  run(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: RunMacro }) ask: RunMacro,
  ): Promise<ConversationRow> {
    return this.macros.run(actor, id, ask);
  }
}
