import { randomUUID } from 'node:crypto';
import type { Journal } from './journal.js';

export interface SandboxPayment {
  readonly reference: string;
  readonly captured: number;
  readonly currency: string;
}

export interface SandboxRefund {
  readonly id: string;
  readonly payment: string;
  readonly amount: number;
  readonly currency: string;
  readonly status: 'pending' | 'requires_action' | 'succeeded' | 'failed' | 'canceled';
  readonly reason?: string;
  readonly metadata: { readonly refund?: string };
}

export interface RefundWish {
  readonly payment: string;
  readonly amount: number;
  readonly currency: string;
  readonly refund: string | undefined;
  readonly status: SandboxRefund['status'];
}

export type SandboxFact =
  | { readonly kind: 'payment'; readonly payment: SandboxPayment }
  | { readonly kind: 'refund'; readonly refund: SandboxRefund; readonly key: string; readonly body: string }
  | {
      readonly kind: 'status';
      readonly id: string;
      readonly status: SandboxRefund['status'];
      readonly reason?: string;
    };

/** What the simulated provider refuses, with the status of its answer. */
export class SandboxRefusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
  ) {
    super(code);
  }
}

const gone: readonly SandboxRefund['status'][] = ['failed', 'canceled'];

/** Payments and refunds as a provider keeps them: the same key is answered again, and nobody gets more than came in. */
export class SandboxLedger {
  readonly payments = new Map<string, SandboxPayment>();
  readonly refunds = new Map<string, SandboxRefund>();
  private readonly keys = new Map<string, { readonly body: string; readonly id: string }>();
  private journal: Journal<SandboxFact> | undefined;

  /** Writes from here on what happens. */
  keepIn(journal: Journal<SandboxFact>): void {
    this.journal = journal;
  }

  apply(fact: SandboxFact): void {
    if (fact.kind === 'payment') this.payments.set(fact.payment.reference, fact.payment);
    if (fact.kind === 'refund') {
      this.refunds.set(fact.refund.id, fact.refund);
      this.keys.set(fact.key, { body: fact.body, id: fact.refund.id });
    }
    if (fact.kind === 'status') {
      const refund = this.refunds.get(fact.id);
      const { status, reason } = fact;
      if (refund) this.refunds.set(fact.id, { ...refund, status, ...(reason === undefined ? {} : { reason }) });
    }
  }

  /** Makes a payment known. What came in may be told again, and may have grown. */
  register(payment: SandboxPayment): void {
    const known = this.payments.get(payment.reference);
    if (known && known.currency !== payment.currency) throw new SandboxRefusal(400, 'currency-mismatch');
    if (!known || known.captured < payment.captured) this.happen({ kind: 'payment', payment });
  }

  /** @throws SandboxRefusal */
  refund(key: string, wish: RefundWish): SandboxRefund {
    const body = JSON.stringify([wish.payment, wish.amount, wish.currency, wish.refund]);
    const before = this.keys.get(key);
    if (before && before.body !== body) throw new SandboxRefusal(400, 'idempotency-key-reused');
    const same = before && this.refunds.get(before.id);
    if (same) return same;
    const payment = this.payments.get(wish.payment);
    if (!payment) throw new SandboxRefusal(404, 'unknown-payment');
    if (payment.currency !== wish.currency) throw new SandboxRefusal(400, 'currency-mismatch');
    if (!Number.isSafeInteger(wish.amount) || wish.amount < 1) throw new SandboxRefusal(400, 'amount-invalid');
    if (this.givenOf(wish.payment) + wish.amount > payment.captured) throw new SandboxRefusal(402, 'over-refund');
    const { amount, currency, status } = wish;
    const metadata = wish.refund === undefined ? {} : { refund: wish.refund };
    const refund = { id: `re_${randomUUID()}`, payment: wish.payment, amount, currency, status, metadata };
    this.happen({ kind: 'refund', refund, key, body });
    return refund;
  }

  become(id: string, status: SandboxRefund['status'], reason?: string): SandboxRefund | undefined {
    if (!this.refunds.has(id)) return undefined;
    this.happen({ kind: 'status', id, status, ...(reason === undefined ? {} : { reason }) });
    return this.refunds.get(id);
  }

  /** What of a payment went back or is about to. */
  givenOf(payment: string): number {
    return this.refundsOf(payment).reduce((all, one) => all + (gone.includes(one.status) ? 0 : one.amount), 0);
  }

  refundsOf(payment: string): SandboxRefund[] {
    return [...this.refunds.values()].filter((refund) => refund.payment === payment);
  }

  private happen(fact: SandboxFact): void {
    this.journal?.add(fact);
    this.apply(fact);
  }
}
