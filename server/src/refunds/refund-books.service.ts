import { createHash } from 'node:crypto';
import { Refused } from '@candour/shared/errors.js';
import type { RefundState } from '@candour/shared/refunds.js';
import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { leftOf } from '../orders/payments/payments.service.js';
import { PricedOrdersService, type OrderMoney } from '../orders/priced-orders.service.js';
import { paidOf, type PaidOrder } from './proration.rules.js';
import { RefundAllocationRecord, RefundRecord } from './refund.entity.js';
import { reserves } from './refund.rules.js';
import { takenOf, type TakenParts } from './refundable.rules.js';

/** Most refunds of one order; a new one above it is refused. */
export const REFUNDS_MOST = 500;
const standing = Object.entries(reserves).flatMap(([state, stands]) => (stands ? [state as RefundState] : []));

/** All that decides what may still be given back of an order. */
export interface Books {
  readonly order: OrderMoney;
  readonly paid: PaidOrder;
  readonly taken: TakenParts;
  /** Refunds whose sum is reserved or paid. */
  readonly standing: readonly RefundRecord[];
  /** What is left of all payments, in minor units. */
  readonly left: number;
  /** Says what the numbers are made of: changes when any of them does. */
  readonly basis: string;
}

@Injectable()
export class RefundBooks {
  constructor(private readonly orders: PricedOrdersService) {}

  /** @throws Refused `not-found`. */
  async of(em: EntityManager, orderId: string): Promise<Books> {
    const order = await this.orders.of(em, orderId);
    if (!order) throw new Refused('not-found');
    const refunds = await em.find(RefundRecord, {
      where: { orderId, state: In(standing) },
      order: { requestedAt: 'DESC', id: 'DESC' },
      take: REFUNDS_MOST,
    });
    const allocations = await this.allocationsOf(
      em,
      refunds.map(({ id }) => id),
    );
    const paid = paidOf(order);
    return {
      order,
      paid,
      taken: takenOf([...allocations.values()].flat()),
      standing: refunds,
      left: order.payments.reduce((all, payment) => all + leftOf(payment), 0),
      basis: basisOf(order, paid, refunds),
    };
  }

  async allocationsOf(em: EntityManager, refundIds: readonly string[]): Promise<Map<string, RefundAllocationRecord[]>> {
    const result = new Map<string, RefundAllocationRecord[]>();
    if (refundIds.length === 0) return result;
    const rows = await em.find(RefundAllocationRecord, {
      where: { refundId: In([...refundIds]) },
      order: { refundId: 'ASC', position: 'ASC' },
    });
    for (const row of rows) result.set(row.refundId, [...(result.get(row.refundId) ?? []), row]);
    return result;
  }
}

function basisOf(order: OrderMoney, paid: PaidOrder, refunds: readonly RefundRecord[]): string {
  const payments = order.payments.map(({ id, captured, refundReserved, refundedOutside }) => [
    id,
    captured,
    refundReserved,
    refundedOutside,
  ]);
  const parts = [payments, paid, refunds.map(({ id }) => id).sort()];
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 22);
}
