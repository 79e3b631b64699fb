import { Currency } from '@candour/shared/money.js';
import { SECOND } from '@candour/shared/instant.js';
import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { AddressInfo } from 'node:net';
import type { Server } from 'node:http';
import * as z from 'zod';
import { CONFIG, type Config } from '../core/config/config.js';
import {
  ProviderBusy,
  ProviderRefused,
  ProviderUnclear,
  type PaymentProvider,
  type ProviderRefund,
  type RefundOrder,
} from './payment-provider.js';
import { ProvidersService } from './providers.service.js';
import { SandboxProcess } from './sandbox-process.js';

export const SandboxRefundAnswer = z.object({
  id: z.string(),
  status: z.enum(['pending', 'requires_action', 'succeeded', 'failed', 'canceled']),
  amount: z.int(),
  currency: Currency,
  reason: z.string().optional(),
  metadata: z.object({ refund: z.string().optional() }),
});
const Listed = z.object({ refunds: z.array(SandboxRefundAnswer) });
const Refusal = z.object({ code: z.string() });

type Known = Pick<RefundOrder, 'payment' | 'captured' | 'currency'>;

/** The provider that no real money passes through: the embedded default, so that a desk can be tried whole. */
@Injectable()
export class SandboxProvider implements PaymentProvider, OnModuleInit {
  readonly name = 'sandbox' as const;
  readonly sandbox = true;
  private readonly log = new Logger(SandboxProvider.name);
  private readonly told = new Set<string>();

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly process: SandboxProcess,
    private readonly providers: ProvidersService,
    private readonly host: HttpAdapterHost,
  ) {}

  onModuleInit(): void {
    // A desk that has a real provider gives no payment to the simulated one.
    if (this.config.sandbox) this.providers.register(this, () => true);
  }

  async refund(order: RefundOrder): Promise<ProviderRefund> {
    await this.register(order);
    const { payment, amount, currency, refundId } = order;
    const body = { payment, amount, currency, metadata: { refund: refundId } };
    return asRefund(SandboxRefundAnswer.parse(await this.ask('POST', '/v1/refunds', body, refundId)));
  }

  async refundsOf(known: Known): Promise<readonly ProviderRefund[]> {
    const path = `/v1/refunds?payment=${encodeURIComponent(known.payment)}`;
    return Listed.parse(await this.ask('GET', path)).refunds.map(asRefund);
  }

  /** It knows of no payment by itself: whatever the shop told us came in is told to it first. */
  private async register({ payment, captured, currency }: Known): Promise<void> {
    const { url } = await this.address();
    if (!this.told.has(url)) {
      const callback = this.callback();
      if (callback !== undefined) await this.ask('PUT', '/v1/callback', { url: callback });
      this.told.add(url);
    }
    await this.ask('PUT', '/v1/payments', { reference: payment, captured, currency });
  }

  private callback(): string | undefined {
    const server = this.host.httpAdapter?.getHttpServer() as Server | undefined;
    const address = server?.listening === true ? (server.address() as AddressInfo) : undefined;
    return address && `http://127.0.0.1:${address.port}/api/webhooks/payments/sandbox`;
  }

  private async address() {
    try {
      return await this.process.address();
    } catch (error) {
      this.log.warn({ fault: 'The sandbox is not there.', why: error instanceof Error ? error.message : 'unknown' });
      throw new ProviderUnclear('not-running');
    }
  }

  private async ask(method: string, path: string, body?: object, key?: string): Promise<unknown> {
    const { url, token } = await this.address();
    const headers = {
      authorization: `Bearer ${token}`,
      ...(body ? { 'content-type': 'application/json' } : {}),
      ...(key === undefined ? {} : { 'idempotency-key': key }),
    };
    const signal = AbortSignal.timeout(this.config.providerTimeout);
    const answer = await fetch(url + path, { method, headers, signal, ...(body ? { body: JSON.stringify(body) } : {}) })
      .then(async (response) => ({
        status: response.status,
        json: (await response.json()) as unknown,
        headers: response.headers,
      }))
      .catch((error: unknown) => {
        throw new ProviderUnclear(error instanceof Error ? error.name : 'unknown');
      });
    if (answer.status < 300) return answer.json;
    if (answer.status === 429) throw new ProviderBusy(Number(answer.headers.get('retry-after') ?? 1) * SECOND);
    if (answer.status >= 500) throw new ProviderUnclear(String(answer.status));
    throw new ProviderRefused(Refusal.safeParse(answer.json).data?.code ?? 'refused');
  }
}

export const asRefund = ({
  id,
  status,
  amount,
  currency,
  reason,
  metadata,
}: z.infer<typeof SandboxRefundAnswer>): ProviderRefund => ({
  reference: id,
  status,
  amount,
  currency,
  reason,
  refundId: metadata.refund,
});
