import { Id } from '@candour/shared/ids.js';
import { Mail, MailPage } from '@candour/shared/mail.js';
import { PageAsk } from '@candour/shared/paging.js';
import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { Access, CurrentActor } from '../access/access.js';
import type { Actor } from '../access/actor.js';
import { Answers } from '../http/answers.js';
import { MailOutbox } from './outbox.service.js';

/** What left, or waits to leave, by mail. */
@Controller('api/outbox')
export class OutboxController {
  constructor(@Inject(MailOutbox) private readonly outbox: MailOutbox) {}

  @Get()
  @Access('outbox.read', 'P4')
  @Answers(MailPage)
  list(@Query({ schema: PageAsk }) ask: PageAsk, @CurrentActor() actor: Actor): Promise<MailPage> {
    return this.outbox.list(actor, ask);
  }

  @Get(':id')
  @Access('outbox.read', 'P4')
  @Answers(Mail)
  mail(@Param('id', { schema: Id }) id: string, @CurrentActor() actor: Actor): Promise<Mail> {
    return this.outbox.mail(actor, id);
  }
}
