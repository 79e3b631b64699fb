import { Greetings, OrderGreetings, WriteGreeting } from '@candour/shared/greetings.js';
import { Id } from '@candour/shared/ids.js';
import { Body, Controller, Delete, Get, Param, Post, Put } from '@nestjs/common';
import { Access, CurrentActor } from '../core/access/access.js';
import type { Actor } from '../core/access/actor.js';
import { Answers } from '../core/http/answers.js';
import { GreetingsService } from './greetings.service.js';

/** The rules by which the widget greets. Each change answers with all of them. */
@Controller('api/greetings')
export class GreetingsController {
  constructor(private readonly greetings: GreetingsService) {}

  @Get()
  @Access('greetings.manage', 'house')
  @Answers(Greetings)
  list(@CurrentActor() actor: Actor): Promise<Greetings> {
    return this.greetings.list(actor);
  }

  @Post()
  @Access('greetings.manage', 'house')
  @Answers(Greetings)
  add(@CurrentActor() actor: Actor, @Body({ schema: WriteGreeting }) ask: WriteGreeting): Promise<Greetings> {
    return this.greetings.add(actor, ask);
  }

  @Put('order')
  @Access('greetings.manage', 'house')
  @Answers(Greetings)
  order(@CurrentActor() actor: Actor, @Body({ schema: OrderGreetings }) { ids }: OrderGreetings): Promise<Greetings> {
    return this.greetings.order(actor, ids);
  }

  @Put(':id')
  @Access('greetings.manage', 'house')
  @Answers(Greetings)
  write(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: WriteGreeting }) ask: WriteGreeting,
  ): Promise<Greetings> {
    return this.greetings.write(actor, id, ask);
  }

  @Delete(':id')
  @Access('greetings.manage', 'house')
  @Answers(Greetings)
  remove(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string): Promise<Greetings> {
    return this.greetings.remove(actor, id);
  }
}
