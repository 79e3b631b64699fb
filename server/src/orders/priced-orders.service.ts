import type { Currency } from '@candour/shared/money.js';
import { Injectable } from '@nestjs/common';
import { In, IsNull, Not, type EntityManager } from 'typeorm';
import type { Engine } from '../core/database/database.js';
import { OrderLineRecord, OrderRecord } from './order.entity.js';
import { PaymentRecord } from './payments/payment.entity.js';

/** Most lines and payments of one order. */
const LINES = 1000;
const PAYMENTS = 100;

/** An order as far as its money goes, in minor units of `currency`. */
export interface OrderMoney {
  readonly id: string;
  readonly number: string;
  readonly customerId: string;
  readonly currency: Currency;
  readonly taxesIncluded: boolean;
  readonly shipping: number;
  readonly tax: number;
  readonly total: number;
  readonly policyVersion: string;
  readonly lines: readonly {
    readonly id: string;
    readonly title: string;
    readonly quantity: number;
    readonly total: number;
    readonly tax: number;
  }[];
  readonly payments: readonly OrderPaymentRow[];
}

export type OrderPaymentRow = Pick<
  PaymentRecord,
  'id' | 'provider' | 'reference' | 'method' | 'brand' | 'last4' | 'captured' | 'refundReserved' | 'refundedOutside'
>;

/** What other features ask of an order's money. Callers have checked the access. */
@Injectable()
export class PricedOrdersService {
  /** Undefined where there is none, or its customer was taken out of the books. */
  async of(em: EntityManager, orderId: string): Promise<OrderMoney | undefined> {
    const order = await em.findOneBy(OrderRecord, { id: orderId, customerId: Not(IsNull()) });
    if (!order?.customerId) return undefined;
    const { id, number, customerId, currency, taxesIncluded, shipping, tax, total, policyVersion } = order;
    const lines = await em.find(OrderLineRecord, { where: { orderId }, order: { position: 'ASC' }, take: LINES });
    const payments = await em.find(PaymentRecord, { where: { orderId }, order: { position: 'ASC' }, take: PAYMENTS });
    return { id, number, customerId, currency, taxesIncluded, shipping, tax, total, policyVersion, lines, payments };
  }

  /** The titles of lines, of whatever orders. */
  async titles(em: EntityManager, lineIds: readonly string[]): Promise<Map<string, string>> {
    if (lineIds.length === 0) return new Map();
    const lines = await em.find(OrderLineRecord, {
      select: { id: true, title: true },
      where: { id: In([...lineIds]) },
    });
    return new Map(lines.map(({ id, title }) => [id, title]));
  }

  /** Makes those wait who decide about the same order's money at the same time; SQLite lets nobody in beside us. */
  async lock(em: EntityManager, engine: Engine, orderId: string): Promise<void> {
    if (engine === 'postgres') await em.query('SELECT id FROM payments WHERE order_id = $1 FOR UPDATE', [orderId]);
  }
}
