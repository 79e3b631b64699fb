import type { TranscriptLinkAsk, TranscriptLinkSent } from '@candour/shared/contact.js';
import { DAY } from '@candour/shared/instant.js';
import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../audit/audit.service.js';
import { requireAccess } from '../core/access/access.js';
import type { VisitorActor } from '../core/access/actor.js';
import { Database } from '../core/database/database.js';
import { Limiter } from '../core/http/limiter.js';
import { ConversationsService } from '../conversations/conversations.service.js';
import { CustomersService } from '../customers/customers.service.js';
import { PassRow } from './contact.entity.js';
import { PASS_LIFE, rates } from './contact.rules.js';
import { Letters } from './letters.js';

/** A link to the transcript of a chat, asked for by the customer in it. It opens that one, to be read and no more. */
@Injectable()
export class LinksService {
  constructor(
    private readonly database: Database,
    private readonly conversations: ConversationsService,
    private readonly customers: CustomersService,
    private readonly letters: Letters,
    private readonly limiter: Limiter,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws Refused `not-found`, `not-allowed`, `too-many-requests`. */
  async mailTranscript(
    visitor: VisitorActor,
    { conversationId, email }: TranscriptLinkAsk,
  ): Promise<TranscriptLinkSent> {
    const record = await this.conversations.requireReadable(visitor, conversationId);
    requireAccess(visitor, 'conversation.own', 'P5', { visitorId: record.visitorId, categories: ['C5'] });
    this.limiter.take(`transcript ${conversationId}`, rates.transcript);
    this.limiter.take(`transcript mailbox ${this.customers.emailIndex(email)}`, rates.transcriptMailbox);
    const { mail, pass } = await this.letters.withLink('transcript', record, email);
    const subject = await this.audit.subject(record.customerId);
    await this.database.write(async (tx) => {
      await tx.em.insert(PassRow, pass);
      await this.letters.queue(tx, mail);
      const about = [{ type: 'conversation', id: conversationId }] as const;
      await this.audit.record(tx, { actor: visitor, verb: 'conversation.link-mailed', about, subject });
    });
    return { days: PASS_LIFE / DAY };
  }
}
