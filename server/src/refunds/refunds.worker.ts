import { newId } from '@candour/shared/ids.js';
import { MINUTE } from '@candour/shared/instant.js';
import { Injectable, Logger } from '@nestjs/common';
import { In, LessThanOrEqual } from 'typeorm';
import { AuditTrail } from '../audit/audit.service.js';
import { system } from '../core/access/actor.js';
import {
  ProviderBusy,
  ProviderRefused,
  type PaymentProvider,
  type ProviderRefund,
} from '../providers/payment-provider.js';
import { KEY_KEPT, waitAfter } from './retry.rules.js';
import type { Tx } from '../core/database/database.js';
import { RefundMoves } from './refund-moves.service.js';
import { RefundRecord } from './refund.entity.js';
import { eventOf, type RefundEvent } from './refund.rules.js';
import { RefundSurroundings } from './refund-surroundings.js';

/** Refunds in one look. */
const BATCH = 20;
/** For how long nobody else takes a refund that a worker has: longer than any call to a provider may last. */
const CLAIM = 2 * MINUTE;
/** Asked again after so long, when the provider's own word is awaited and does not come. */
const AWAITED = 15 * MINUTE;

/** What a look at the provider brought, to be written down. */
interface Outcome {
  readonly event?: RefundEvent;
  readonly also?: Partial<RefundRecord>;
}

/**
 * Hands approved refunds to their provider, and finds out what became of those whose answer was lost. What it is about
 * to do is committed before it is done: after a crash the row says that nobody knows, and the provider is asked.
 */
@Injectable()
export class RefundsWorker {
  private readonly name = newId();
  private readonly actor = system('refunds');
  private readonly log = new Logger(RefundsWorker.name);

  constructor(
    private readonly around: RefundSurroundings,
    private readonly moves: RefundMoves,
    private readonly audit: AuditTrail,
  ) {}

  /** One pass over what is due. Answers how many refunds it looked at. */
  async pass(): Promise<number> {
    const claimed = await this.claim();
    // Side by side: one slow answer must not outlast the claims of the others.
    await Promise.all(claimed.map(({ refund, resumed }) => this.work(refund, resumed)));
    return claimed.length;
  }

  /** Commits what is about to happen: approved ones are handed over from here on, whatever becomes of this process. */
  private async claim(): Promise<{ refund: RefundRecord; resumed: boolean }[]> {
    const { database, clock } = this.around;
    const now = clock.now();
    const due = {
      nextAt: LessThanOrEqual(now),
      state: In(['approved', 'submitting', 'unknown', 'pending', 'requires_action']),
    };
    if (!(await database.read((em) => em.existsBy(RefundRecord, due)))) return [];
    const subjects = new Map<string, Buffer>();
    const waiting = await database.read((em) =>
      em.find(RefundRecord, { where: due, order: { nextAt: 'ASC', id: 'ASC' }, take: BATCH }),
    );
    for (const { customerId } of waiting) {
      if (customerId !== null) subjects.set(customerId, await this.audit.subject(customerId));
    }
    return database.write(async (tx) => {
      const rows = await tx.em.find(RefundRecord, { where: { id: In(waiting.map(({ id }) => id)), ...due } });
      const mine: { refund: RefundRecord; resumed: boolean }[] = [];
      for (const refund of rows) {
        const subject = subjects.get(refund.customerId ?? '');
        if (!subject || (refund.claimedUntil ?? 0) > now) continue;
        const claim = { claimedBy: this.name, claimedUntil: now + CLAIM, nextAt: now + CLAIM };
        if (refund.state !== 'approved') {
          const { affected } = await tx.em.update(
            RefundRecord,
            { id: refund.id, state: refund.state, attempts: refund.attempts },
            { ...claim, attempts: refund.attempts + 1 },
          );
          if (affected === 1)
            mine.push({ refund: { ...refund, ...claim, attempts: refund.attempts + 1 }, resumed: true });
          continue;
        }
        const also = { attempts: refund.attempts + 1, submittedAt: refund.submittedAt ?? now, nextAt: claim.nextAt };
        const state = await this.moves.apply(tx, refund, 'submit', { actor: this.actor, subject, also });
        if (state === undefined) continue;
        if (refund.method === 'store_credit') {
          await this.credit(tx, { ...refund, ...also, state }, subject);
          continue;
        }
        await tx.em.update(RefundRecord, { id: refund.id }, claim);
        mine.push({ refund: { ...refund, ...also, ...claim, state }, resumed: false });
      }
      return mine;
    });
  }

  /** Credit needs no provider: it is given and the refund is over in the same unit, or neither is. */
  private async credit(tx: Tx, refund: RefundRecord, subject: Buffer): Promise<void> {
    const { id, customerId, orderId, conversationId, currency, amount, reason, requestedBy: givenBy } = refund;
    if (customerId === null) return;
    const given = { customerId, orderId, conversationId, currency, amount, reason, givenBy };
    const news = { actor: this.actor, subject };
    await this.around.credit.give(tx, { ...given, origin: 'refund', originId: id }, news);
    await this.moves.apply(tx, refund, 'says-succeeded', news);
  }

  private async work(refund: RefundRecord, resumed: boolean): Promise<void> {
    const outcome = resumed ? await this.reconcile(refund) : await this.submit(refund);
    await this.note(refund, outcome);
  }

  private async submit(refund: RefundRecord): Promise<Outcome> {
    const provider = this.around.providers.named(refund.provider ?? '');
    const payment = await this.paymentOf(refund);
    if (!provider || !payment) return { event: 'says-failed', also: { failure: 'provider-missing' } };
    try {
      const { amount, currency } = refund;
      return said(await provider.refund({ refundId: refund.id, ...payment, amount, currency }), refund);
    } catch (error) {
      return this.afterError(error, refund);
    }
  }

  /**
   * Nobody knows what became of it: the provider is asked what it has of this payment. Within the life of a key the
   * same ask is repeated, which cannot do it twice; after it, only what the provider has never heard of goes again.
   */
  private async reconcile(refund: RefundRecord): Promise<Outcome> {
    const provider = this.around.providers.named(refund.provider ?? '');
    const payment = await this.paymentOf(refund);
    if (!provider || !payment) return this.later(refund, 'provider-missing');
    try {
      const found = await this.find(provider, payment, refund);
      if (found) return said(found, refund);
      if (refund.state === 'pending' || refund.state === 'requires_action') return this.later(refund, 'not-listed');
      if (this.around.clock.now() - (refund.submittedAt ?? 0) < KEY_KEPT)
        return await this.submitAgain(provider, payment, refund);
      // Sent anew: the life of its key begins again.
      return { event: 'not-found', also: { nextAt: this.around.clock.now(), submittedAt: null } };
    } catch (error) {
      return this.afterError(error, refund);
    }
  }

  private async submitAgain(provider: PaymentProvider, payment: Payment, refund: RefundRecord): Promise<Outcome> {
    const { id, amount, currency } = refund;
    return said(await provider.refund({ refundId: id, ...payment, amount, currency }), refund);
  }

  private async find(
    provider: PaymentProvider,
    payment: Payment,
    refund: RefundRecord,
  ): Promise<ProviderRefund | undefined> {
    const all = await provider.refundsOf({ ...payment, currency: refund.currency });
    return all.find(({ refundId, reference }) => refundId === refund.id || reference === refund.reference);
  }

  private afterError(error: unknown, refund: RefundRecord): Outcome {
    const now = this.around.clock.now();
    if (error instanceof ProviderRefused) return { event: 'says-failed', also: { failure: error.code } };
    if (
      error instanceof ProviderBusy &&
      refund.state === 'submitting' &&
      refund.reference === null &&
      refund.attempts === 1
    ) {
      return { event: 'not-taken', also: { nextAt: now + (error.retryAfter ?? waitAfter(refund.attempts)) } };
    }
    return this.later(refund, error instanceof Error ? error.message : 'unknown');
  }

  private later(refund: RefundRecord, why: string): Outcome {
    this.log.warn({ refund: refund.id, state: refund.state, attempts: refund.attempts, why });
    const nextAt = this.around.clock.now() + waitAfter(refund.attempts);
    return { ...(refund.state === 'submitting' ? { event: 'lost' as const } : {}), also: { nextAt } };
  }

  private async paymentOf(refund: RefundRecord): Promise<Payment | undefined> {
    const found = await this.around.database.read((em) => this.around.payments.byIds(em, [refund.paymentId]));
    const row = found.get(refund.paymentId);
    // A payment of which the shop told no reference is known to the sandbox by our own id.
    return row && { payment: row.reference ?? row.id, captured: row.captured };
  }

  /** What became of it. Whoever lost the claim meanwhile writes nothing: another worker will. */
  private async note(refund: RefundRecord, { event, also = {} }: Outcome): Promise<void> {
    const subject = refund.customerId === null ? undefined : await this.audit.subject(refund.customerId);
    if (!subject) return;
    await this.around.database.write(async (tx) => {
      const row = await tx.em.findOneBy(RefundRecord, { id: refund.id });
      if (!row) return;
      const news = { actor: this.actor, subject, also };
      if (event !== undefined && (await this.moves.apply(tx, row, event, news)) !== undefined) return;
      // News from elsewhere may have come first: then it stands as they left it.
      await tx.em.update(
        RefundRecord,
        { id: refund.id, state: refund.state, claimedBy: this.name },
        { ...also, nextAt: also.nextAt ?? this.around.clock.now() + AWAITED, claimedBy: null, claimedUntil: null },
      );
    });
  }
}

interface Payment {
  readonly payment: string;
  readonly captured: number;
}

function said({ reference, status, reason, amount }: ProviderRefund, refund: RefundRecord): Outcome {
  // A refund of another sum under our key is not this one: a person has to look.
  if (amount !== refund.amount) throw new Error('amount-differs');
  const failure = status === 'failed' ? (reason ?? 'failed') : null;
  return { event: eventOf[status], also: { reference, failure } };
}
