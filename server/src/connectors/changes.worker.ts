import { newId } from '@candour/shared/ids.js';
import { Refused } from '@candour/shared/errors.js';
import { Injectable, Logger } from '@nestjs/common';
import { In, IsNull, LessThanOrEqual } from 'typeorm';
import { AuditTrail } from '../audit/audit.service.js';
import { system } from '../core/access/actor.js';
import { MirrorService } from '../orders/import/mirror.service.js';
import { CLAIM, TRIES_MOST, waitAfter } from './backoff.rules.js';
import { ChangeOutbox } from './change-outbox.js';
import type { ChangeEvent } from './changes.rules.js';
import { ConnectedShops } from './connected-shops.js';
import { OrderChangeRecord } from './order-change.entity.js';
import { ShopRefused, ShopUnclear } from './shop-call.js';

/** Changes in one look. */
const BATCH = 10;

interface Outcome {
  /** Absent: tried again later. */
  readonly event?: ChangeEvent;
  readonly also: Partial<OrderChangeRecord>;
  /** The order as the shop now has it. */
  readonly order?: Readonly<Record<string, unknown>>;
}

/**
 * Tells shops what is to be changed. After a lost answer it asks again: a shop is asked so that it does nothing twice,
 * by its own key or by a look at what it has.
 */
@Injectable()
export class ChangesWorker {
  private readonly name = newId();
  private readonly actor = system('connectors');
  private readonly log = new Logger(ChangesWorker.name);

  constructor(
    private readonly outbox: ChangeOutbox,
    private readonly shops: ConnectedShops,
    private readonly mirror: MirrorService,
    private readonly audit: AuditTrail,
  ) {}

  /** One pass over what is due. Answers how many changes it tried. */
  async pass(): Promise<number> {
    const claimed = await this.claim();
    // One after the other for each order: an address before its cancellation stays before it.
    const byOrder = new Map<string, OrderChangeRecord[]>();
    for (const row of claimed) byOrder.set(row.orderId, [...(byOrder.get(row.orderId) ?? []), row]);
    await Promise.all([...byOrder.values()].map((rows) => this.inTurn(rows)));
    return claimed.length;
  }

  private async inTurn(rows: readonly OrderChangeRecord[]): Promise<void> {
    for (const row of rows) await this.note(row, await this.send(row));
  }

  /** What is claimed and not noted, after a crash, another takes when the claim has run out. */
  private async claim(): Promise<OrderChangeRecord[]> {
    const { database, clock } = this.outbox;
    const now = clock.now();
    const due = { state: 'waiting' as const, nextAt: LessThanOrEqual(now) };
    const free = [
      { ...due, claimedUntil: IsNull() },
      { ...due, claimedUntil: LessThanOrEqual(now) },
    ];
    // Most looks find nothing: they take no turn of the writer.
    if (!(await database.read((em) => em.existsBy(OrderChangeRecord, free)))) return [];
    return database.write(async (tx) => {
      const order = { nextAt: 'ASC', requestedAt: 'ASC', id: 'ASC' } as const;
      const rows = await tx.em.find(OrderChangeRecord, { where: free, order, take: BATCH });
      const claim = { claimedBy: this.name, claimedUntil: now + CLAIM };
      if (rows.length > 0) await tx.em.update(OrderChangeRecord, { id: In(rows.map(({ id }) => id)) }, claim);
      return rows.map((row) => ({ ...row, ...claim }));
    });
  }

  private async send(row: OrderChangeRecord): Promise<Outcome> {
    const attempts = row.attempts + 1;
    const shop = this.shops.of(row.shop);
    if (!shop) return { event: 'unnamed', also: { attempts, fault: 'not-connected' } };
    const change = (await this.outbox.open([row])).get(row.id);
    if (!change) return { event: 'refused', also: { attempts, fault: 'erased' } };
    try {
      const order = await shop.change({ id: row.refundId ?? row.id, order: row.externalId, change });
      return { event: 'accepted', also: { attempts, fault: null }, ...(order ? { order } : {}) };
    } catch (error) {
      return this.afterError(row, error, attempts);
    }
  }

  private afterError(row: OrderChangeRecord, error: unknown, attempts: number): Outcome {
    const coded = error instanceof ShopRefused || error instanceof ShopUnclear || error instanceof Refused;
    const fault = coded ? error.code : 'unknown';
    this.log.warn({ fault: 'A shop did not take a change.', shop: row.shop, change: row.id, code: fault, attempts });
    if (!coded) this.log.error({ change: row.id, error: error instanceof Error ? error.stack : 'unknown' });
    const final = error instanceof ShopRefused || attempts >= TRIES_MOST;
    if (final) return { event: 'refused', also: { attempts, fault } };
    const wait = (error instanceof ShopUnclear ? error.retryAfter : undefined) ?? waitAfter(attempts);
    return { also: { attempts, fault, nextAt: this.outbox.clock.now() + wait } };
  }

  /** What became of it. Whoever lost the claim meanwhile writes nothing: another worker will. */
  private async note(row: OrderChangeRecord, { event, also, order }: Outcome): Promise<void> {
    // Whose data were erased gets no new key for the sake of a leaf.
    const subject = await this.audit.subject(row.customerId);
    await this.outbox.database.write(async (tx) => {
      if (event !== undefined) {
        await this.outbox.move(tx, row, event, { actor: this.actor, subject, also });
        return;
      }
      const mine = { id: row.id, state: 'waiting' as const, claimedBy: this.name };
      await tx.em.update(OrderChangeRecord, mine, { ...also, claimedBy: null, claimedUntil: null });
    });
    if (order && row.shop === 'woocommerce') await this.takeOver(row, order);
  }

  /** The shop said how the order is now: it need not be waited for. What fails here, the next look at the shop brings. */
  private async takeOver(row: OrderChangeRecord, order: Readonly<Record<string, unknown>>): Promise<void> {
    try {
      await this.mirror.take(system(row.shop), 'woocommerce', [order], () => Promise.resolve());
    } catch (error) {
      this.log.warn({
        fault: 'An answer of the shop was not taken over.',
        change: row.id,
        error: error instanceof Error ? error.message : 'unknown',
      });
    }
  }
}
