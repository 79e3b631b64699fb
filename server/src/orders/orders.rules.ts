import type { FulfilmentStatus, PaymentStatus } from '@candour/shared/orders.js';

/** One spelling of an order number, for look-ups: `# 1001`, `#1001` and `1001` are the same. */
export const orderNumberKey = (number: string): string => number.normalize('NFKC').replace(/[\s#]/g, '').toUpperCase();

/** What a search is for. A number may be an order's or a phone's; one of letters alone may be a name. */
export type SearchKind = 'newest' | 'email' | 'number' | 'number-or-name' | 'number-or-phone';

export function searchKind(q: string): SearchKind {
  if (q === '') return 'newest';
  if (q.includes('@')) return 'email';
  const digits = q.replace(/\D/g, '').length;
  if (digits >= 6 && /^[+()\d\s./-]+$/.test(q)) return 'number-or-phone';
  return digits === 0 && /\p{L}{2}/u.test(q) ? 'number-or-name' : 'number';
}

/** An order as far as its delivery goes. */
export interface Delivery {
  readonly customerId: string | null;
  readonly paymentStatus: PaymentStatus;
  readonly fulfilmentStatus: FulfilmentStatus;
  readonly deliveredAt: number | null;
  readonly endedAt: number | null;
}

const underWay: readonly FulfilmentStatus[] = ['unfulfilled', 'partially_fulfilled'];
const calledOff: readonly PaymentStatus[] = ['voided', 'refunded'];

/**
 * When an order was delivered, as the policy's periods ask (R35, R36): null while that is awaited. Most shops never
 * tell a delivery, and a canceled order has none: then it is the last thing that is known to have happened, or
 * undefined, and the period begins without it.
 */
export function deliveryOf(order: Delivery): number | null | undefined {
  if (order.deliveredAt !== null) return order.deliveredAt;
  const awaited =
    order.customerId !== null && underWay.includes(order.fulfilmentStatus) && !calledOff.includes(order.paymentStatus);
  return awaited ? null : (order.endedAt ?? undefined);
}

/** When the extras' period can begin: at the delivery, else at the last thing that is known to have happened. */
export const extrasAnchor = (order: {
  deliveredAt?: number | undefined;
  endedAt?: number | undefined;
  placedAt: number;
}): number => order.deliveredAt ?? order.endedAt ?? order.placedAt;
