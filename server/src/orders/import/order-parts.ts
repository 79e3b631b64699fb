import { createHash } from 'node:crypto';
import type { PaymentStatus } from '@candour/shared/orders.js';
import type { IncomingOrder, IncomingPayment } from './incoming.rules.js';

/**
 * The id of a part of an order, the same each time the order is taken in: returns and refunds name it. It begins with
 * the order's own time, as a UUIDv7 does.
 */
export function partId(orderId: string, part: 'line' | 'payment' | 'shipment', key: string): string {
  const digest = createHash('sha256').update(`${orderId} ${part} ${key}`).digest('hex');
  const variant = (parseInt(digest.slice(3, 4), 16) & 0x3) | 0x8;
  return `${orderId.slice(0, 13)}-7${digest.slice(0, 3)}-${variant.toString(16)}${digest.slice(4, 7)}-${digest.slice(7, 19)}`;
}

/** What tells the parts of an order apart: the shop's own id, the how-manieth of that, else the place. */
export function partKeys(parts: readonly { readonly externalId?: string | undefined }[]): string[] {
  const seen = new Map<string, number>();
  return parts.map(({ externalId }, position) => {
    if (externalId === undefined) return `at ${position}`;
    const times = (seen.get(externalId) ?? 0) + 1;
    seen.set(externalId, times);
    return times === 1 ? `id ${externalId}` : `id ${externalId} ${times}`;
  });
}

/** Whether the status means that money came in at some time. */
const cameIn: Readonly<Record<PaymentStatus, boolean>> = {
  pending: false,
  authorized: false,
  voided: false,
  partially_paid: false,
  paid: true,
  partially_refunded: true,
  refunded: true,
};

/** The payments of an order; where its source names none, the one that its status speaks of. */
export function paymentsOf(order: IncomingOrder): readonly IncomingPayment[] {
  if (order.payments) return order.payments;
  if (!cameIn[order.paymentStatus] || order.total <= 0) return [];
  // How much a shop gave back that does not say so is not known: the whole, until it tells.
  const refundedOutside = order.paymentStatus === 'refunded' ? order.total : 0;
  return [{ provider: order.source, method: 'other', captured: order.total, refundedOutside }];
}
