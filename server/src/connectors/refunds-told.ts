import { MINUTE } from '@candour/shared/instant.js';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In } from 'typeorm';
import { AuditTrail } from '../audit/audit.service.js';
import { system } from '../core/access/actor.js';
import { Events } from '../core/events.js';
import { ChangedOrdersService, type ChangedOrder } from '../orders/changed-orders.service.js';
import { RefundMoved } from '../refunds/refunds.events.js';
import { SettledRefundsService, type SettledRefund } from '../refunds/settled-refunds.service.js';
import { ChangeOutbox } from './change-outbox.js';
import { ConnectedShops } from './connected-shops.js';
import { ConnectorRow } from './connector.entity.js';
import { ChangesWait } from './connectors.events.js';
import { OrderChangeRecord } from './order-change.entity.js';

const MARK = 'refunds';
/** Refunds in one look. */
const BATCH = 200;
/** Clocks of nodes differ, and units end in another order than they began: looked at again for so long. */
const OVERLAP = 10 * MINUTE;

interface Untold {
  readonly refund: SettledRefund;
  readonly order: Pick<ChangedOrder, 'source' | 'externalId' | 'customerId'>;
}

/**
 * Refunds that are paid are told to the shop they were ordered in. That one was paid is a hint to look; what is told is
 * found in the rows, so that a hint which was lost loses nothing. What was paid before the first look is not told.
 */
@Injectable()
export class RefundsTold implements OnModuleInit {
  private readonly actor = system('connectors');

  constructor(
    private readonly outbox: ChangeOutbox,
    private readonly shops: ConnectedShops,
    private readonly refunds: SettledRefundsService,
    private readonly orders: ChangedOrdersService,
    private readonly audit: AuditTrail,
    private readonly events: Events,
  ) {}

  onModuleInit(): void {
    this.events.on(RefundMoved, ({ orderId, state }) => {
      if (state === 'succeeded' && this.shops.any) this.events.deliver([new ChangesWait(orderId)]);
    });
  }

  /** One look. Answers how many it put down; safe to be done by two at once: a refund stands in one row. */
  async pass(): Promise<number> {
    if (!this.shops.any) return 0;
    const { database, clock } = this.outbox;
    const mark = await database.read((em) => em.findOneBy(ConnectorRow, { id: MARK }));
    if (!mark) {
      await this.begin();
      return 0;
    }
    const since = mark.readUntil ?? clock.now();
    const found = await database.read((em) => this.refunds.since(em, since, BATCH));
    const last = found.at(-1);
    if (!last) return 0;
    const fresh = await this.untold(found);
    for (const one of fresh) await this.queue(one);
    // With a whole batch of one instant the mark would stand still: then it goes on behind it.
    const until = found.length === BATCH ? Math.max(since + 1, last.settledAt) : last.settledAt - OVERLAP;
    if (until > since) {
      await database.write((tx) => tx.em.update(ConnectorRow, { id: MARK, readUntil: since }, { readUntil: until }));
    }
    return fresh.length;
  }

  private async begin(): Promise<void> {
    const now = this.outbox.clock.now();
    const row = { id: MARK, readUntil: now, nextAt: now, failures: 0, polledAt: null } as const;
    await this.outbox.database.write(async (tx) => {
      if (await tx.em.existsBy(ConnectorRow, { id: MARK })) return;
      await tx.em.insert(ConnectorRow, { ...row, fault: null, faultAt: null, claimedBy: null, claimedUntil: null });
    });
  }

  /** Those that a connected shop has not been told of. */
  private async untold(found: readonly SettledRefund[]): Promise<Untold[]> {
    const ids = found.map(({ id }) => id);
    const { rows, sources } = await this.outbox.database.read(async (em) => ({
      rows: await em.find(OrderChangeRecord, { select: { id: true, refundId: true }, where: { refundId: In(ids) } }),
      sources: await this.orders.sources(
        em,
        found.map(({ orderId }) => orderId),
      ),
    }));
    const told = new Set(rows.map(({ refundId }) => refundId));
    return found.flatMap((refund) => {
      const order = sources.get(refund.orderId);
      const shop = order && this.shops.of(order.source);
      // A real shop is never told of money that did not move.
      if (told.has(refund.id) || !order || !shop || (refund.sandbox && !shop.trial)) return [];
      return [{ refund, order }];
    });
  }

  private async queue({ refund, order }: Untold): Promise<void> {
    const { id: refundId, orderId, amount, currency } = refund;
    const { database, vault } = this.outbox;
    const subject = await this.audit.subject(order.customerId);
    const key = await vault.keyFor(order.customerId, 'order');
    const change = { kind: 'refund', amount, currency } as const;
    await database.write(async (tx) => {
      if (await tx.em.existsBy(OrderChangeRecord, { refundId })) return;
      const ask = { order, orderId, change, key, requestedBy: 'system', refundId, byHand: false };
      await this.outbox.queue(tx, ask, { actor: this.actor, subject });
    });
  }
}
