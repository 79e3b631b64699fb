import { currencies, type Currency } from '@candour/shared/money.js';
import type { RefundPart, RefundScope, RefundState } from '@candour/shared/refunds.js';
import { Refused } from '@candour/shared/errors.js';
import { newId } from '@candour/shared/ids.js';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { createApp } from '../../../src/bootstrap.js';
import { system, type StaffActor } from '../../../src/core/access/actor.js';
import type { Clock } from '../../../src/core/clock.js';
import { readConfig } from '../../../src/core/config/config.js';
import { Database } from '../../../src/core/database/database.js';
import { ImportsService } from '../../../src/orders/import/imports.service.js';
import { RefundPagesService } from '../../../src/refunds/refund-pages.service.js';
import { RefundsService } from '../../../src/refunds/refunds.service.js';
import { RefundsWorker } from '../../../src/refunds/refunds.worker.js';

export type Random = () => number;

/** The same run from the same seed. */
export function randomFrom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export const upTo = (random: Random, most: number): number => 1 + Math.floor(random() * most);

export interface Waiting {
  readonly id: string;
  readonly state: RefundState;
}

const asker: StaffActor = {
  kind: 'staff',
  id: newId(),
  name: 'Faults',
  role: 'supervisor',
  skills: { topics: [], languages: [] },
  sessionId: 'faults',
};
const ENDED = `('succeeded','failed','canceled','rejected','reversed')`;

/** The whole server in this process, with what a fault run does to its refunds. */
export class RefundDesk {
  private constructor(
    readonly app: NestExpressApplication,
    readonly database: Database,
  ) {}

  static async open(environment: Readonly<Record<string, string>>, clock?: Clock): Promise<RefundDesk> {
    const config = readConfig({ LOG_LEVEL: 'silent', DEMO: 'off', REFUND_UNDO: '0', PORT: '0', ...environment });
    const app = await createApp(config, clock);
    await app.listen(0, '127.0.0.1');
    return new RefundDesk(app, app.get(Database, { strict: false }));
  }

  get<T>(type: abstract new (...args: never[]) => T): T {
    return this.app.get<T>(type, { strict: false });
  }

  /** Takes in orders of random lines, in all six currencies; answers their ids. */
  async orders(count: number, random: Random, prefix: string): Promise<string[]> {
    const orders = Array.from({ length: count }, (_, i) => orderOf(`${prefix}${i}`, currencies[i % 6]!, random));
    const bytes = Buffer.from(JSON.stringify(orders));
    async function* one(): AsyncGenerator<Buffer> {
      yield await Promise.resolve(bytes);
    }
    const done = await this.get(ImportsService).run(
      system('faults'),
      { format: 'generic-json', name: 'faults' },
      one(),
    );
    if (done.created !== count) throw new Error(`Only ${done.created} of ${count} orders came in.`);
    const rows = await this.database.read((em) =>
      em.query<{ id: string }[]>(`SELECT id FROM orders WHERE external_id LIKE $1 ORDER BY external_id`, [
        `${prefix}%`,
      ]),
    );
    return rows.map(({ id }) => id);
  }

  /** Asks as the console does: the preview first, then with its basis; a stale one is looked at again. */
  async refund(orderId: string, what: (left: LeftOf) => RefundScope | undefined, tries = 1): Promise<string[]> {
    for (let tried = 0; tried < tries; tried++) {
      const refundable = await this.get(RefundPagesService).refundable(asker, orderId);
      const scope = what({
        lines: refundable.lines.map(({ lineId, quantityLeft, amountLeft }) => ({
          lineId,
          quantity: quantityLeft,
          amount: amountLeft.amount,
        })),
        shipping: refundable.shippingLeft.amount,
      });
      if (!scope) return [];
      const ask = { orderId, currency: refundable.currency, what: scope, method: 'original' as const };
      try {
        const { basis } = await this.get(RefundPagesService).preview(asker, ask);
        const key = newId();
        const full = { ...ask, basis, reason: 'return' as const };
        // The double click: the same key twice at once.
        const [made] = await Promise.all([
          this.get(RefundsService).request(asker, key, full),
          this.get(RefundsService)
            .request(asker, key, full)
            .catch(() => undefined),
        ]);
        return [...made];
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        if (error.code === 'preview-stale') continue;
        if (['over-refund', 'quantity-unfit', 'amount-unfit', 'payment-not-refundable'].includes(error.code)) return [];
        throw error;
      }
    }
    return [];
  }

  /** Has the worker look until no refund is on its way any more; answers how many still are. */
  async settle(patience = 60_000): Promise<number> {
    const until = performance.now() + patience;
    for (;;) {
      const waiting = await this.waiting();
      if (waiting.length === 0 || performance.now() > until) return waiting.length;
      for (const { id, state } of waiting) {
        if (state === 'unknown')
          await this.get(RefundsService)
            .retry(asker, id)
            .catch(() => undefined);
      }
      if ((await this.get(RefundsWorker).pass()) === 0) await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  waiting(): Promise<Waiting[]> {
    return this.database.read((em) =>
      em.query<Waiting[]>(`SELECT id, state FROM refunds WHERE state NOT IN ${ENDED} ORDER BY id LIMIT 500`),
    );
  }

  async close(): Promise<void> {
    await this.app.close();
  }
}

export interface LeftOf {
  readonly lines: readonly { readonly lineId: string; readonly quantity: number; readonly amount: number }[];
  readonly shipping: number;
}

/** Some part of what is left; undefined where nothing is. */
export function somePart(left: LeftOf, random: Random): RefundScope | undefined {
  const open = left.lines.filter(({ quantity, amount }) => quantity > 0 && amount > 0);
  const pick = open[Math.floor(random() * open.length)];
  const parts: RefundPart[] = [];
  const kind = random();
  if (kind < 0.05) return { scope: 'full' };
  if (pick && kind < 0.6) parts.push({ kind: 'line', lineId: pick.lineId, quantity: upTo(random, pick.quantity) });
  else if (pick && kind < 0.85) {
    parts.push({ kind: 'line-amount', lineId: pick.lineId, amount: upTo(random, pick.amount) });
  }
  if (left.shipping > 0 && random() < 0.3) parts.push({ kind: 'shipping', amount: upTo(random, left.shipping) });
  return parts.length > 0 ? { scope: 'parts', parts } : undefined;
}

function orderOf(externalId: string, currency: Currency, random: Random): object {
  const lines = Array.from({ length: upTo(random, 5) }, (_, i) => {
    const quantity = upTo(random, 4);
    const unitPrice = upTo(random, 9_999);
    const discount = random() < 0.4 ? Math.floor((unitPrice * quantity) / (1 + upTo(random, 9))) : 0;
    const total = unitPrice * quantity - discount;
    return {
      externalId: `${externalId}-${i}`,
      title: `Chair ${i}`,
      quantity,
      unitPrice,
      discount,
      tax: Math.round(total * 0.19),
    };
  });
  const subtotal = lines.reduce((sum, line) => sum + line.unitPrice * line.quantity, 0);
  const discount = lines.reduce((sum, line) => sum + line.discount, 0);
  const shipping = random() < 0.5 ? upTo(random, 4_900) : 0;
  const tax = lines.reduce((sum, line) => sum + line.tax, 0) + Math.round(shipping * 0.19);
  return {
    moneyUnit: 'minor',
    externalId,
    number: externalId,
    placedAt: '2026-05-02T09:30:00Z',
    updatedAt: '2026-05-02T09:30:00Z',
    currency,
    taxesIncluded: false,
    paymentStatus: 'paid',
    fulfilmentStatus: 'fulfilled',
    ...{ subtotal, discount, shipping, tax, total: subtotal - discount + shipping + tax },
    country: 'DE',
    customer: { name: 'Konrad Eckbank', email: `${externalId.toLowerCase()}@example.com` },
    lines,
  };
}
