import { DAY, MINUTE } from '@candour/shared/instant.js';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../core/config/config.js';
import { MailOutbox, type PreparedMail } from '../core/mail/outbox.service.js';
import { linkMail, readingCode, type LinkMail } from '../core/mail/templates/contact.js';
import type { ConversationRecord } from '../conversations/conversation-units.service.js';
import { PolicyService } from '../policy/policy.service.js';
import type { PassRow } from './contact.entity.js';
import { PASS_LIFE } from './contact.rules.js';
import { PassesService } from './passes.service.js';

/** The mails to a customer who is not in the chat. Each says that there is something to read, and where. */
@Injectable()
export class Letters {
  constructor(
    private readonly outbox: MailOutbox,
    private readonly policy: PolicyService,
    private readonly passes: PassesService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** With a link that opens the conversation; the unit puts its pass down and queues the mail. */
  async withLink(
    kind: LinkMail,
    record: ConversationRecord,
    to: string,
  ): Promise<{ readonly mail: PreparedMail; readonly pass: PassRow }> {
    const { row, pass } = this.passes.make(record.id, kind === 'transcript' ? 'transcript' : 'conversation');
    const { language, number } = record;
    const track = `${this.config.publicUrl}/help/track?language=${language}`;
    const written = linkMail(kind, language, {
      ...{ number, track, days: PASS_LIFE / DAY, sender: this.sender },
      // Behind the `#`: no server, proxy or log on the way is sent it.
      link: `${track}#${pass}`,
    });
    return { mail: await this.prepare(record, to, written, row.expiresAt), pass: row };
  }

  withCode(record: ConversationRecord, to: string, code: string, expiresAt: number, now: number) {
    const minutes = Math.round((expiresAt - now) / MINUTE);
    const { language, number } = record;
    return this.prepare(record, to, readingCode(language, { number, code, minutes, sender: this.sender }), expiresAt);
  }

  queue: MailOutbox['queue'] = (tx, mail) => this.outbox.queue(tx, mail);

  private prepare(
    { customerId: ownerId }: ConversationRecord,
    to: string,
    written: ReturnType<typeof linkMail>,
    expiresAt: number,
  ): Promise<PreparedMail> {
    return this.outbox.prepare({ ...written, ownerId, to, policyVersion: this.policy.version(), expiresAt });
  }

  private get sender(): string {
    return this.config.mailFrom.replace(/\s*<.*$/, '');
  }
}
