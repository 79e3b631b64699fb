import { createHmac, timingSafeEqual } from 'node:crypto';
import { Refused } from '@candour/shared/errors.js';
import { Injectable } from '@nestjs/common';
import * as z from 'zod';
import { Clock } from '../core/clock.js';
import { Database, type Tx } from '../core/database/database.js';
import { InboundEvents } from '../orders/inbound/inbound-events.service.js';
import type { ProviderName, ProviderRefund } from './payment-provider.js';
import { asRefund, SandboxRefundAnswer } from './sandbox-provider.js';
import { SandboxProcess } from './sandbox-process.js';

/** How far the instant of a signature may be from ours, in seconds: longer ago it is a replay. */
export const TOLERANCE = 300;

const Event = z.object({
  id: z.string().min(1).max(200),
  type: z.string(),
  data: z.object({ object: SandboxRefundAnswer }),
});

/** Whoever wants to hear what became of refunds; `ready` is asked before the unit for what it needs. */
export interface NewsHandler {
  prepare(refund: ProviderRefund): Promise<((tx: Tx) => Promise<void>) | undefined>;
}

/** What providers tell by themselves: read only when the signature is right, and taken in once. */
@Injectable()
export class ProviderNews {
  private handler: NewsHandler | undefined;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly events: InboundEvents,
    private readonly sandbox: SandboxProcess,
  ) {}

  on(handler: NewsHandler): void {
    this.handler = handler;
  }

  /** @throws Refused `signature-wrong`, `event-conflict`, `bad-input`. */
  async fromSandbox(body: Buffer, signature: string | undefined): Promise<void> {
    this.requireSignature(body, signature);
    const parsed = Event.safeParse(parse(body));
    if (!parsed.success) throw new Refused('bad-input');
    const { id, data } = parsed.data;
    await this.take('sandbox', id, body, asRefund(data.object));
  }

  /** Already verified. */
  async take(provider: ProviderName, eventId: string, body: Buffer, refund: ProviderRefund): Promise<void> {
    const act = await this.handler?.prepare(refund);
    const digest = this.events.digest(body);
    try {
      await this.database.write(async (tx) => {
        if (await this.events.once(tx, provider, eventId, digest)) await act?.(tx);
      });
    } catch (error) {
      // Two of the same at once: the second finds that the first was there.
      if (!(await this.events.isKnown(provider, eventId, digest))) throw error;
    }
  }

  private requireSignature(body: Buffer, signature: string | undefined): void {
    const match = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/.exec(signature ?? '');
    if (!match) throw new Refused('signature-wrong');
    const [, seconds = '', given = ''] = match;
    const wanted = createHmac('sha256', this.sandbox.secret).update(`${seconds}.`).update(body).digest();
    const fresh = Math.abs(this.clock.now() / 1000 - Number(seconds)) <= TOLERANCE;
    if (!timingSafeEqual(wanted, Buffer.from(given, 'hex')) || !fresh) throw new Refused('signature-wrong');
  }
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    throw new Refused('malformed-json');
  }
}
