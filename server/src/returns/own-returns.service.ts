import { createHmac, timingSafeEqual } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Reading } from '@candour/shared/contact.js';
import { Refused } from '@candour/shared/errors.js';
import { HOUR, MINUTE } from '@candour/shared/instant.js';
import type { OrderCodeAsk, OrderCodeTry, OwnReturn, OwnReturns } from '@candour/shared/own-returns.js';
import type { OwnReturnAsk, ReturnPreview } from '@candour/shared/returns.js';
import { Inject, Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { system } from '../core/access/actor.js';
import { CONFIG, type Config } from '../core/config/config.js';
import { Limiter } from '../core/http/limiter.js';
import { MailOutbox } from '../core/mail/outbox.service.js';
import { returnCode } from '../core/mail/templates/returns.js';
import { CustomersService } from '../customers/customers.service.js';
import { VerificationService } from '../customers/verification.service.js';
import { OrdersService } from '../orders/orders.service.js';
import { ReturnRecord } from './return.entity.js';
import { ReturnBooks, ReturnSurroundings } from './return-surroundings.js';
import { ReturnsService } from './returns.service.js';

/** As the help centre asks for the codes of a conversation. */
const rates = {
  codeAddress: { times: 20, within: 10 * MINUTE },
  codeOrder: { times: 3, within: 10 * MINUTE },
  tryAddress: { times: 60, within: 10 * MINUTE },
  tryOrder: { times: 5, within: 10 * MINUTE },
  asks: { times: 20, within: HOUR },
} as const;
/** How long a page may read and ask with what a code gave it. */
const OPEN_FOR = HOUR;
/** A try that opens nothing is answered after so many milliseconds, longer than it takes to look for what is there. */
const WRONG_TIME = 150;
/** Returns of one order that its customer is shown. */
const MOST = 50;

const helpCentre = system('help centre');

/** What reaches a mailbox, and proves that somebody reads it. */
@Injectable()
export class ReturnProofs {
  constructor(
    readonly outbox: MailOutbox,
    readonly codes: VerificationService,
    readonly customers: CustomersService,
    readonly orders: OrdersService,
    readonly limiter: Limiter,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  get sender(): string {
    return this.config.mailFrom.replace(/\s*<.*$/, '');
  }
}

/**
 * Returns by their customer, at the help centre: an order number alone opens nothing, a code from the mailbox kept with
 * the order does (verification level 1). Nothing says of a number whether it exists.
 */
@Injectable()
export class OwnReturnsService implements BeforeApplicationShutdown {
  private readonly log = new Logger(OwnReturnsService.name);
  private readonly secret: Buffer;
  private sending: Promise<void> = Promise.resolve();

  constructor(
    private readonly core: ReturnSurroundings,
    private readonly books: ReturnBooks,
    private readonly returns: ReturnsService,
    private readonly proofs: ReturnProofs,
  ) {
    this.secret = core.vault.derive('order returns');
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.sending;
  }

  /** A code goes out where number and address belong together. @throws Refused `too-many-requests`. */
  ask({ orderNumber, email, language }: OrderCodeAsk, address: string): void {
    this.proofs.limiter.take(`return address ${address}`, rates.codeAddress);
    this.proofs.limiter.take(`return ${this.named(orderNumber, email)}`, rates.codeOrder);
    // Behind the answer, whose time then tells nothing.
    this.sending = this.sending
      .then(() => this.sendCode(orderNumber, email, language))
      .catch((error: unknown) => this.failed(error));
  }

  /** When the codes that were asked for are on their way. */
  sent(): Promise<void> {
    return this.sending;
  }

  /** @throws Refused `code-wrong`, `too-many-attempts`; both also where there is nothing to be opened. */
  async open({ orderNumber, email, code }: OrderCodeTry, address: string): Promise<Reading> {
    const { limiter, codes } = this.proofs;
    limiter.take(`return try address ${address}`, rates.tryAddress, 'too-many-attempts');
    limiter.take(`return try ${this.named(orderNumber, email)}`, rates.tryOrder, 'too-many-attempts');
    const later = delay(WRONG_TIME, undefined, { ref: false });
    const found = await this.found(orderNumber, email);
    const subject = found && (await this.core.audit.subject(found.customerId));
    const right =
      found &&
      (await this.core.database.write(async (tx) => {
        const checked = await codes.check(tx, found.id, code, 'reading');
        const about = [{ type: 'order', id: found.id }] as const;
        if (checked.right && subject) {
          await this.core.audit.record(tx, { actor: helpCentre, verb: 'return.opened', about, subject });
        }
        return checked.right;
      }));
    if (!found || !right) {
      await later;
      throw new Refused('code-wrong');
    }
    limiter.giveBack(`return try ${this.named(orderNumber, email)}`);
    return this.issue(found.id);
  }

  /** @throws Refused `token-invalid`, `token-expired`, `not-found`. */
  async read(token: string): Promise<OwnReturns> {
    const orderId = this.orderOf(token);
    const returnable = await this.returns.returnable(helpCentre, orderId);
    const rows = await this.core.database.read((em) =>
      em.find(ReturnRecord, { select: { id: true }, where: { orderId }, order: { id: 'DESC' }, take: MOST }),
    );
    const returns: OwnReturn[] = [];
    for (const { id } of rows) returns.push(await this.returns.view(id));
    return { returnable, returns };
  }

  /** @throws Refused as `ReturnsService.request` does, and `token-invalid`, `token-expired`, `too-many-requests`. */
  async request(token: string, ask: OwnReturnAsk): Promise<OwnReturn> {
    const orderId = this.orderOf(token);
    this.proofs.limiter.take(`return asks ${orderId}`, rates.asks);
    return this.returns.request(helpCentre, { ...ask, orderId });
  }

  /** What the return would cost, before it is asked for. @throws Refused as `request` does. */
  preview(token: string, ask: OwnReturnAsk): Promise<ReturnPreview> {
    return this.returns.preview(helpCentre, { ...ask, orderId: this.orderOf(token) });
  }

  private named(orderNumber: string, email: string): string {
    return `${this.core.vault.blindIndex('order', orderNumber)} ${this.proofs.customers.emailIndex(email)}`;
  }

  private async found(number: string, email: string): Promise<{ id: string; customerId: string } | undefined> {
    const emailIndex = this.proofs.customers.emailIndex(email);
    return this.core.database.read(async (em) => {
      const id = await this.books.orders.byNumber(em, number, emailIndex);
      return id === undefined ? undefined : this.books.orders.of(em, id);
    });
  }

  private async sendCode(number: string, email: string, language: OrderCodeAsk['language']): Promise<void> {
    const found = await this.found(number, email);
    const to = found && (await this.proofs.orders.emailOf(found.id));
    if (!found || to === undefined) return;
    const { codes, outbox, sender } = this.proofs;
    const { id: orderId, customerId } = found;
    const policyVersion = this.core.policy.version();
    const prepared = await codes.prepareReading({ conversationId: orderId, customerId, to, policyVersion });
    const { code, expiresAt, row } = prepared;
    const minutes = Math.round((expiresAt - row.createdAt) / MINUTE);
    const written = returnCode(language, { code, minutes, sender });
    const mail = await outbox.prepare({ ...written, ownerId: customerId, to, policyVersion, expiresAt });
    const subject = await this.core.audit.subject(customerId);
    await this.core.database.write(async (tx) => {
      await codes.send(tx, prepared);
      await outbox.queue(tx, mail);
      const about = [{ type: 'order', id: orderId }] as const;
      await this.core.audit.record(tx, { actor: helpCentre, verb: 'return.code-mailed', about, subject });
    });
  }

  private issue(orderId: string): Reading {
    const expiresAt = this.core.clock.now() + OPEN_FOR;
    const body = `${orderId}.${expiresAt}`;
    return { token: `${body}.${this.mark(body)}`, expiresAt };
  }

  private orderOf(token: string): string {
    const cut = token.lastIndexOf('.');
    const body = token.slice(0, Math.max(0, cut));
    const [given, made] = [Buffer.from(token.slice(cut + 1)), Buffer.from(this.mark(body))];
    const [orderId, expiresAt] = body.split('.');
    if (given.length !== made.length || !timingSafeEqual(given, made) || !orderId) throw new Refused('token-invalid');
    if (this.core.clock.now() >= Number(expiresAt)) throw new Refused('token-expired');
    return orderId;
  }

  private mark(body: string): string {
    return createHmac('sha256', this.secret).update(body).digest('base64url');
  }

  private failed(error: unknown): void {
    // Asked for too often: whoever asks again waits, and is told nothing.
    if (error instanceof Refused) return;
    this.log.error({ fault: 'A code was not sent.', error: error instanceof Error ? error.stack : 'unknown' });
  }
}
