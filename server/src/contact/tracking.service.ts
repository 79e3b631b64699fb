import { setTimeout as delay } from 'node:timers/promises';
import type { Reading, TrackAsk, TrackTry } from '@candour/shared/contact.js';
import { Refused } from '@candour/shared/errors.js';
import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { AuditTrail } from '../audit/audit.service.js';
import { system } from '../core/access/actor.js';
import { Limiter } from '../core/http/limiter.js';
import { ConversationUnitsService, type ConversationRecord } from '../conversations/conversation-units.service.js';
import { PostingSurroundings } from '../conversations/posting.service.js';
import { CustomersService } from '../customers/customers.service.js';
import { VerificationService } from '../customers/verification.service.js';
import { PassRow } from './contact.entity.js';
import { rates } from './contact.rules.js';
import { Letters } from './letters.js';
import { PassesService } from './passes.service.js';
import { ReadingTokens } from './reading-tokens.js';

/** What proves that somebody reads a mailbox, in one. */
@Injectable()
export class Proofs {
  constructor(
    readonly passes: PassesService,
    readonly codes: VerificationService,
    readonly tokens: ReadingTokens,
    readonly letters: Letters,
  ) {}
}

/** A try that opens nothing is answered after so many milliseconds, longer than it takes to look for what is there. */
const WRONG_TIME = 150;

/**
 * The ways to a conversation outside the chat: the link of a mail, or its number and a code. Neither says of a number
 * whether it exists: it is answered the same, as often, and as fast.
 */
@Injectable()
export class TrackingService implements BeforeApplicationShutdown {
  private readonly log = new Logger(TrackingService.name);
  private sending: Promise<void> = Promise.resolve();

  constructor(
    private readonly surroundings: PostingSurroundings,
    private readonly units: ConversationUnitsService,
    private readonly customers: CustomersService,
    private readonly proofs: Proofs,
    private readonly limiter: Limiter,
    private readonly audit: AuditTrail,
  ) {}

  async beforeApplicationShutdown(): Promise<void> {
    await this.sent();
  }

  /** A code goes out where the number and the address belong together. @throws Refused `too-many-requests`. */
  ask({ number, email }: TrackAsk, address: string): void {
    this.limiter.take(`track address ${address}`, rates.codeAddress);
    this.limiter.take(`track ${this.named(number, email)}`, rates.codeTicket);
    // Behind the answer, whose time then tells nothing; whoever gets no code asks for another.
    this.sending = this.sending.then(() => this.sendCode(number, email)).catch((error: unknown) => this.failed(error));
  }

  /** When the codes that were asked for are on their way. */
  sent(): Promise<void> {
    return this.sending;
  }

  /** @throws Refused `code-wrong`, `too-many-attempts`; both also where there is nothing to be opened. */
  async open(ask: TrackTry, address: string): Promise<Reading> {
    this.limiter.take(`track try address ${address}`, rates.tryAddress, 'too-many-attempts');
    this.limiter.take(`track try ${this.named(ask.number, ask.email)}`, rates.tryTicket, 'too-many-attempts');
    const later = delay(WRONG_TIME, undefined, { ref: false });
    try {
      return await this.tried(ask);
    } catch (error) {
      await later;
      throw error;
    }
  }

  private async tried({ number, email, code }: TrackTry): Promise<Reading> {
    const record = await this.found(number, email);
    const right =
      record &&
      (await this.surroundings.database.write(async (tx) => {
        const checked = await this.proofs.codes.check(tx, record.id, code, 'reading');
        if (checked.right) await this.opened(tx, record);
        return checked.right;
      }));
    if (!record || !right) throw new Refused('code-wrong');
    this.limiter.giveBack(`track try ${this.named(number, email)}`);
    return this.proofs.tokens.issue(record.id, 'conversation');
  }

  /** A link of a mail, confirmed. @throws Refused `token-invalid`, `token-expired`, `too-many-attempts`. */
  async confirm(pass: string, address: string): Promise<Reading> {
    this.limiter.take(`pass address ${address}`, rates.passAddress, 'too-many-attempts');
    const row = await this.proofs.passes.find(pass);
    const { database, clock } = this.surroundings;
    const record = await database.read((em) => this.units.rowIn(em, row.conversationId));
    if (!record) throw new Refused('token-invalid');
    if (row.openedAt === null) {
      await database.write(async (tx) => {
        await tx.em.update(PassRow, { id: row.id }, { openedAt: clock.now() });
        await this.opened(tx, record);
      });
    }
    return this.proofs.tokens.issue(record.id, row.use);
  }

  private named(number: number, email: string): string {
    return `${number} ${this.customers.emailIndex(email)}`;
  }

  /** The conversation of this number, where its customer is written to at this address. */
  private async found(number: number, email: string): Promise<ConversationRecord | undefined> {
    const record = await this.surroundings.database.read((em) => this.units.byNumber(em, number));
    if (!record) return undefined;
    const kept = await this.units.addressOf(record);
    if (kept === undefined) return undefined;
    return this.customers.emailIndex(kept) === this.customers.emailIndex(email) ? record : undefined;
  }

  private async sendCode(number: number, email: string): Promise<void> {
    const record = await this.found(number, email);
    const to = record && (await this.units.addressOf(record));
    if (!record || to === undefined) return;
    const { codes, letters } = this.proofs;
    const { id: conversationId, customerId } = record;
    const { database, policy } = this.surroundings;
    const prepared = await codes.prepareReading({ conversationId, customerId, to, policyVersion: policy.version() });
    const { code, expiresAt, row } = prepared;
    const mail = await letters.withCode(record, to, code, expiresAt, row.createdAt);
    const subject = await this.audit.subject(customerId);
    await database.write(async (tx) => {
      await codes.send(tx, prepared);
      await letters.queue(tx, mail);
      const about = [{ type: 'conversation', id: conversationId }] as const;
      await this.audit.record(tx, { actor: system('contact'), verb: 'conversation.code-mailed', about, subject });
    });
  }

  private async opened(tx: Parameters<AuditTrail['record']>[0], { id, customerId }: ConversationRecord): Promise<void> {
    const subject = await this.audit.subject(customerId);
    const about = [{ type: 'conversation', id }] as const;
    await this.audit.record(tx, { actor: system('contact'), verb: 'conversation.opened-by-mail', about, subject });
  }

  private failed(error: unknown): void {
    // Asked for too often: whoever asks again waits, and is told nothing.
    if (error instanceof Refused) return;
    const stack = error instanceof Error ? error.stack : 'unknown';
    this.log.error({ fault: 'A code was not sent.', error: stack });
  }
}
