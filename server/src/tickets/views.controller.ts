import { Id } from '@candour/shared/ids.js';
import { KeepView, SavedView, SavedViews } from '@candour/shared/views.js';
import { Body, Controller, Delete, Get, Param, Post } from '@nestjs/common';
import { Access, CurrentActor } from '../core/access/access.js';
import type { Actor } from '../core/access/actor.js';
import { Answers } from '../core/http/answers.js';
import { ViewsService } from './views.service.js';

/** Lists of the inbox under a name. */
@Controller('api/views')
export class ViewsController {
  constructor(private readonly views: ViewsService) {}

  @Get()
  @Access('conversation.list', 'P5')
  @Answers(SavedViews)
  list(@CurrentActor() actor: Actor): Promise<SavedViews> {
    return this.views.list(actor);
  }

  @Post()
  @Access('conversation.list', 'P5')
  @Answers(SavedView)
  keep(@CurrentActor() actor: Actor, @Body({ schema: KeepView }) ask: KeepView): Promise<SavedView> {
    return this.views.keep(actor, ask);
  }

  @Delete(':id')
  @Access('conversation.list', 'P5')
  @Answers(SavedViews)
  forget(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string): Promise<SavedViews> {
    return this.views.forget(actor, id);
  }
}
