import { Readable } from 'node:stream';
import type { TranscriptFormat } from '@candour/shared/transcripts.js';
import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../audit/audit.service.js';
import { requireAccess } from '../core/access/access.js';
import type { Actor } from '../core/access/actor.js';
import { Clock } from '../core/clock.js';
import { Database } from '../core/database/database.js';
import { ConversationPeopleService } from '../conversations/conversation-people.service.js';
import { ConversationsService } from '../conversations/conversations.service.js';
import { writing } from './transcripts.rules.js';

/** Entries read at once; the copy is written as they come, whatever the length of the conversation. */
const PAGE = 200;

export interface Transcript {
  readonly number: number;
  readonly body: Readable;
}

/** Copies of one conversation as a file, for those who work on it. */
@Injectable()
export class TranscriptsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
    private readonly conversations: ConversationsService,
    private readonly people: ConversationPeopleService,
  ) {}

  /** The taking stands in the audit before the first byte goes out (policy R8). @throws Refused `not-found`, `not-allowed`. */
  async take(actor: Actor, id: string, format: TranscriptFormat): Promise<Transcript> {
    const record = await this.conversations.requireReadable(actor, id);
    requireAccess(actor, 'conversation.transcript', 'P5', { ...this.people.scope(record), categories: ['C5'] });
    const subject = await this.audit.subject(record.customerId);
    await this.database.write((tx) =>
      this.audit.record(tx, {
        actor,
        verb: 'conversation.transcript',
        about: [
          { type: 'conversation', id },
          { type: 'purpose', id: 'P5' },
        ],
        subject,
      }),
    );
    const { number, topic, createdAt } = record;
    const heading = { number, topic, createdAt, takenAt: this.clock.now() };
    return { number, body: Readable.from(this.written(actor, id, writing[format], heading)) };
  }

  private async *written(
    actor: Actor,
    id: string,
    form: (typeof writing)[TranscriptFormat],
    heading: Parameters<(typeof form)['head']>[0],
  ): AsyncGenerator<string> {
    yield form.head(heading);
    let since = 0;
    for (let more = true; more;) {
      // Access is asked for each page: who loses it in between gets no more.
      const page = await this.conversations.entries(actor, id, { since, limit: PAGE });
      yield page.entries.map((entry, i) => form.entry(entry, since === 0 && i === 0)).join('');
      more = page.more && page.entries.length > 0;
      since = page.entries.at(-1)?.seq ?? since;
    }
    yield form.foot;
  }
}
