import { Currency } from '@candour/shared/money.js';
import { Refused } from '@candour/shared/errors.js';
import { SECOND } from '@candour/shared/instant.js';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import Stripe from 'stripe';
import { CONFIG, type Config } from '../core/config/config.js';
import { EgressGate } from '../core/egress.js';
import {
  ProviderBusy,
  ProviderRefused,
  ProviderUnclear,
  type PaymentProvider,
  type ProviderRefund,
  type ProviderRefundStatus,
  type RefundOrder,
} from './payment-provider.js';
import { ProvidersService, type PaidThrough } from './providers.service.js';

const HOST = 'api.stripe.com';
/** How far the instant of a signature may be from ours, in seconds. */
const TOLERANCE = 300;
/** Refunds of one payment that are looked through for ours. */
const LISTED = 100;
/** After a key of ours was refused: somebody has to mend it first. */
const MENDED = 900 * SECOND;

const statuses: Readonly<Record<string, ProviderRefundStatus>> = {
  pending: 'pending',
  requires_action: 'requires_action',
  succeeded: 'succeeded',
  failed: 'failed',
  canceled: 'canceled',
};
/** Events that carry a refund as it is now. */
const told = new Set(['refund.created', 'refund.updated', 'refund.failed']);

/** Stripe, by its own library: payment intents and charges, refunds under the refund's own id, signed webhooks. */
@Injectable()
export class StripeProvider implements PaymentProvider, OnModuleInit {
  readonly name = 'stripe' as const;
  readonly sandbox: boolean;
  private readonly stripe: Stripe | undefined;
  private readonly host: string;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly providers: ProvidersService,
    private readonly egress: EgressGate,
  ) {
    const { stripe, providerTimeout: timeout } = config;
    const url = stripe?.url === undefined ? undefined : new URL(stripe.url);
    this.host = url?.host ?? HOST;
    // Stripe's own test mode moves no real money either.
    this.sandbox = stripe?.key.startsWith('sk_test_') === true;
    // Whether it is asked again is for the worker to say: it writes down first that it will.
    const common = { timeout, maxNetworkRetries: 0, telemetry: false } as const;
    const elsewhere = url && {
      host: url.hostname,
      port: url.port,
      protocol: url.protocol === 'http:' ? ('http' as const) : ('https' as const),
    };
    this.stripe = stripe && new Stripe(stripe.key, { ...common, ...elsewhere });
  }

  onModuleInit(): void {
    if (!this.stripe) return;
    this.egress.allow({ name: 'stripe', category: 3, host: this.host, purposes: ['P2'], data: ['C3'] });
    this.providers.register(this, isStripes);
  }

  async refund({ refundId, payment, amount }: RefundOrder): Promise<ProviderRefund> {
    const of = payment.startsWith('ch_') ? { charge: payment } : { payment_intent: payment };
    const ask = { ...of, amount, metadata: { refund: refundId } };
    return this.call((stripe) => stripe.refunds.create(ask, { idempotencyKey: refundId }).then(asRefund));
  }

  async refundsOf({ payment }: Pick<RefundOrder, 'payment'>): Promise<readonly ProviderRefund[]> {
    const of = payment.startsWith('ch_') ? { charge: payment } : { payment_intent: payment };
    const found: ProviderRefund[] = [];
    await this.call(async (stripe) => {
      for await (const refund of stripe.refunds.list({ ...of, limit: LISTED })) found.push(asRefund(refund));
    });
    return found;
  }

  /**
   * The refund that an event tells of; undefined for events of other kinds.
   * @throws Refused `signature-wrong`, `not-found` where no Stripe is configured.
   */
  eventOf(body: Buffer, signature: string | undefined): { id: string; refund: ProviderRefund } | undefined {
    const secret = this.config.stripe?.webhookSecret;
    if (!this.stripe || secret === undefined) throw new Refused('not-found');
    let event: Stripe.Event;
    try {
      event = this.stripe.webhooks.constructEvent(body, signature ?? '', secret, TOLERANCE);
    } catch {
      throw new Refused('signature-wrong');
    }
    if (!told.has(event.type)) return undefined;
    return { id: event.id, refund: asRefund(event.data.object as Stripe.Refund) };
  }

  private async call<T>(ask: (stripe: Stripe) => Promise<T>): Promise<T> {
    if (!this.stripe) throw new ProviderUnclear('not-configured');
    this.egress.require({ recipient: 'stripe', host: this.host, purpose: 'P2', data: ['C3'] });
    try {
      return await ask(this.stripe);
    } catch (error) {
      throw translated(error);
    }
  }
}

/** A payment that Stripe knows by one of its own numbers. */
const isStripes = ({ reference }: PaidThrough): boolean => reference !== null && /^(pi|ch|py)_/.test(reference);

function asRefund(refund: Stripe.Refund): ProviderRefund {
  const currency = Currency.safeParse(refund.currency.toUpperCase());
  const status = statuses[refund.status ?? ''];
  if (!currency.success || !status) throw new ProviderUnclear('unknown-answer');
  const { id: reference, amount, metadata, failure_reason: reason } = refund;
  return {
    reference,
    status,
    amount,
    currency: currency.data,
    refundId: metadata?.['refund'],
    reason: reason ?? undefined,
  };
}

/** What an error of the library says of the effect; whatever is not certain is unclear. */
function translated(error: unknown): Error {
  const { errors } = Stripe;
  if (error instanceof errors.StripeRateLimitError) return new ProviderBusy();
  if (error instanceof errors.StripeAuthenticationError || error instanceof errors.StripePermissionError) {
    return new ProviderBusy(MENDED);
  }
  if (error instanceof errors.StripeCardError) return new ProviderRefused(error.code ?? 'declined');
  if (error instanceof errors.StripeInvalidRequestError) {
    // The same key is still being worked on, or its object is: the first ask has its effect.
    if (error.statusCode === 409 || error.code === 'lock_timeout') return new ProviderUnclear('in-flight');
    return new ProviderRefused(error.code ?? 'invalid-request');
  }
  if (error instanceof ProviderUnclear) return error;
  return new ProviderUnclear(error instanceof errors.StripeError ? error.type : 'unknown');
}
