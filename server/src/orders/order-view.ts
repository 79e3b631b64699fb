import type { Currency, Money } from '@candour/shared/money.js';
import type { OrderLine, OrderSummary } from '@candour/shared/orders.js';
import type { OrderPayment } from '@candour/shared/payments.js';
import type { Shipment } from '@candour/shared/shipments.js';
import type { OrderLineRecord, OrderRecord } from './order.entity.js';
import type { PaymentRecord } from './payments/payment.entity.js';
import type { ShipmentRecord } from './shipments/shipment.entity.js';

export const moneyOf =
  (currency: Currency) =>
  (amount: number): Money => ({ amount, currency });

/** What a list shows of an order. */
export type SummaryRow = Pick<
  OrderRecord,
  | 'id'
  | 'number'
  | 'shop'
  | 'placedAt'
  | 'currency'
  | 'total'
  | 'paymentStatus'
  | 'fulfilmentStatus'
  | 'title'
  | 'lineCount'
  | 'customerId'
>;

/** A row of a list. Only for an order that still has its customer. */
export function summaryOf(row: SummaryRow, customerName: string | undefined): OrderSummary {
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

export const lineOf = (line: OrderLineRecord, money: (amount: number) => Money): OrderLine => ({
  id: line.id,
  ...(line.sku === null ? {} : { sku: line.sku }),
  title: line.title,
  quantity: line.quantity,
  unitPrice: money(line.unitPrice),
  discount: money(line.discount),
  tax: money(line.tax),
  total: money(line.total),
  finalSale: line.finalSale,
  madeToOrder: line.madeToOrder,
  assembled: line.assembled,
});

export function paymentOf(payment: PaymentRecord): OrderPayment {
  const money = moneyOf(payment.currency);
  return {
    id: payment.id,
    method: payment.method,
    ...(payment.brand === null ? {} : { brand: payment.brand }),
    ...(payment.last4 === null ? {} : { last4: payment.last4 }),
    currency: payment.currency,
    captured: money(payment.captured),
    refundReserved: money(payment.refundReserved),
    refundedOutside: money(payment.refundedOutside),
  };
}

export const shipmentOf = (shipment: ShipmentRecord): Shipment => ({
  id: shipment.id,
  kind: shipment.kind,
  state: shipment.state,
  lines: [...shipment.lines],
  ...present('carrier', shipment.carrier),
  ...present('tracking', shipment.tracking),
  ...present('appointmentFrom', shipment.appointmentFrom),
  ...present('appointmentUntil', shipment.appointmentUntil),
  ...present('shippedAt', shipment.shippedAt),
  ...present('deliveredAt', shipment.deliveredAt),
});

const present = <Name extends string, Value>(name: Name, value: Value | null): { [key in Name]?: Value } =>
  value === null ? {} : ({ [name]: value } as { [key in Name]?: Value });
