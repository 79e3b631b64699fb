import { DAY } from '@candour/shared/instant.js';
import { demoOrders, type DemoOrder } from './orders.data.js';
import { demoCustomers } from './people.data.js';

/** The demonstration's orders in the generic format of docs/import.md, a line each; dates count from `now`. */
export function demoOrderLines(now: number): string {
  return demoOrders.map((order) => `${JSON.stringify(genericOrder(order, now))}\n`).join('');
}

function genericOrder(order: DemoOrder, now: number): object {
  const customer = demoCustomers.find(({ id }) => id === order.customer);
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
