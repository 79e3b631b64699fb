import type { Currency, Money } from '@candour/shared/money.js';
import type { OrderSummary } from '@candour/shared/orders.js';
import type { OrderRecord } from './order.entity.js';

export const moneyOf =
  (currency: Currency) =>
  (amount: number): Money => ({ amount, currency });

/** A row of a list. Only for an order that still has its customer. */
export function summaryOf(row: OrderRecord, customerName: string | undefined): OrderSummary {
  if (row.customerId === null) throw new Error('An anonymised order is shown to nobody.');
  return {
    id: row.id,
    number: row.number,
    source: row.shop,
    placedAt: row.placedAt,
    total: moneyOf(row.currency)(row.total),
    paymentStatus: row.paymentStatus,
    fulfilmentStatus: row.fulfilmentStatus,
    title: row.title,
    lineCount: row.lineCount,
    customerId: row.customerId,
    ...(customerName === undefined ? {} : { customerName }),
  };
}
