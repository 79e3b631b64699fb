import { DAY } from '@candour/shared/instant.js';
import type { DemoOrder } from './orders.data.js';
import type { DemoCustomer } from './people.data.js';

/** Orders in the generic format of docs/import.md, a line each; dates count back from `now`. */
export function orderLines(orders: readonly DemoOrder[], customers: readonly DemoCustomer[], now: number): string {
  const byId = new Map(customers.map((customer) => [customer.id, customer]));
  return orders.map((order) => `${JSON.stringify(genericOrder(order, byId.get(order.customer), now))}\n`).join('');
}

function genericOrder(order: DemoOrder, customer: DemoCustomer | undefined, now: number): object {
  if (!customer) throw new Error(`No demonstration customer ${order.customer}.`);
  const at = (days: number): string => new Date(now - days * DAY).toISOString();
  const subtotal = order.lines.reduce((sum, [, , quantity, price]) => sum + quantity * price, 0);
  const shipping = order.shipping ?? 0;
  const { name, email, phone } = customer;
  return {
    moneyUnit: 'minor',
    externalId: `demo-${order.number}`,
    number: order.number,
    placedAt: at(order.placed),
    updatedAt: at(order.delivered ?? order.placed),
    ...(order.delivered === undefined ? {} : { deliveredAt: at(order.delivered) }),
    currency: customer.currency,
    taxesIncluded: true,
    paymentStatus: order.payment,
    fulfilmentStatus: order.fulfilment,
    subtotal,
    shipping,
    total: subtotal + shipping,
    country: customer.country,
    language: customer.language,
    customer: { name, email, ...(phone === undefined ? {} : { phone }) },
    address: `${name}\n${customer.address}`,
    ...(order.note === undefined ? {} : { note: order.note }),
    lines: order.lines.map(([sku, title, quantity, unitPrice]) => ({ sku, title, quantity, unitPrice })),
  };
}
