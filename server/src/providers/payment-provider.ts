import type { Currency } from '@candour/shared/money.js';

export type ProviderName = 'stripe' | 'sandbox';

/** What a provider says of a refund that it knows. */
export type ProviderRefundStatus = 'pending' | 'requires_action' | 'succeeded' | 'failed' | 'canceled';

export interface ProviderRefund {
  /** The provider's own id of it. */
  readonly reference: string;
  readonly status: ProviderRefundStatus;
  /** Minor units. */
  readonly amount: number;
  readonly currency: Currency;
  /** Our id, which the provider keeps beside it. */
  readonly refundId?: string | undefined;
  /** Why it failed, in the provider's code. */
  readonly reason?: string | undefined;
}

/** What is to be given back. The refund's own id is the key: asked twice, the provider does it once. */
export interface RefundOrder {
  readonly refundId: string;
  /** The provider's id of the payment. */
  readonly payment: string;
  /** What came in by that payment, in minor units. */
  readonly captured: number;
  readonly amount: number;
  readonly currency: Currency;
}

/** The provider read it and does not do it: it has had no effect, and will have none. */
export class ProviderRefused extends Error {
  constructor(readonly code: string) {
    super(`The provider refused: ${code}.`);
    this.name = 'ProviderRefused';
  }
}

/** The provider had no time for it: it has had no effect, and may be asked again. */
export class ProviderBusy extends Error {
  /** @param retryAfter milliseconds, where the provider said */
  constructor(readonly retryAfter?: number) {
    super('The provider is busy.');
    this.name = 'ProviderBusy';
  }
}

/** Nobody knows whether it had an effect: a time-out, a lost connection, a fault on the other side. */
export class ProviderUnclear extends Error {
  constructor(readonly why: string) {
    super(`The provider's answer is not known: ${why}.`);
    this.name = 'ProviderUnclear';
  }
}

/** Who pays back. Never called within a unit of work. */
export interface PaymentProvider {
  readonly name: ProviderName;
  /** No real money moves: every screen says so. */
  readonly sandbox: boolean;
  /** @throws ProviderRefused, ProviderBusy, ProviderUnclear */
  refund(order: RefundOrder): Promise<ProviderRefund>;
  /** Every refund that it knows of a payment, for reconciliation. @throws ProviderBusy, ProviderUnclear */
  refundsOf(order: Pick<RefundOrder, 'payment' | 'captured' | 'currency'>): Promise<readonly ProviderRefund[]>;
}
