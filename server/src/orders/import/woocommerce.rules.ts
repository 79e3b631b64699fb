import type { FulfilmentStatus, PaymentStatus } from '@candour/shared/orders.js';
import { addressOf, faultsOf, languageOf, maskedText, present, type Mapped } from './incoming.rules.js';
import { WooOrder } from './woocommerce-order.rules.js';
import { wooPayments, wooShipments } from './woocommerce-parts.rules.js';

interface State {
  readonly paid: PaymentStatus;
  readonly fulfilled: FulfilmentStatus;
}
const states: Readonly<Record<string, State>> = {
  pending: { paid: 'pending', fulfilled: 'unfulfilled' },
  'on-hold': { paid: 'pending', fulfilled: 'unfulfilled' },
  processing: { paid: 'paid', fulfilled: 'unfulfilled' },
  completed: { paid: 'paid', fulfilled: 'fulfilled' },
  cancelled: { paid: 'voided', fulfilled: 'canceled' },
  failed: { paid: 'voided', fulfilled: 'canceled' },
  refunded: { paid: 'refunded', fulfilled: 'canceled' },
};

export function fromWooCommerce(record: unknown): Mapped {
  const parsed = WooOrder.safeParse(record);
  if (!parsed.success) return { faults: faultsOf(parsed.error) };
  const order = parsed.data;
  const state = states[order.status];
  if (!state) return { faults: [{ reason: 'status-unknown', path: 'status' }] };
  const refunded = (order.refunds ?? []).length > 0 && state.paid === 'paid';
  const address = order.shipping?.address_1 ? order.shipping : order.billing;
  const country = address?.country;
  return {
    order: {
      source: 'woocommerce',
      externalId: order.id,
      number: order.number,
      updatedAt: order.date_modified_gmt,
      placedAt: order.date_created_gmt,
      ...endedOf(order, state),
      currency: order.currency,
      // Whatever the prices were entered with, this API gives lines, discounts and shipping without tax.
      taxesIncluded: false,
      subtotal: order.line_items.reduce((total, line) => total + line.subtotal, 0),
      discount: order.discount_total,
      shipping: order.shipping_total,
      tax: order.total_tax,
      total: order.total,
      paymentStatus: refunded ? 'partially_refunded' : state.paid,
      name: present([order.billing?.first_name, order.billing?.last_name].filter(Boolean).join(' ')),
      email: present(order.billing?.email),
      phone: present(order.billing?.phone) ?? present(order.shipping?.phone),
      address: address
        ? addressOf([
            [address.first_name, address.last_name].filter(Boolean).join(' '),
            address.company,
            address.address_1,
            address.address_2,
            [address.postcode, address.city].filter(Boolean).join(' '),
            address.state,
            address.country,
          ])
        : undefined,
      note: maskedText(order.customer_note),
      country,
      language: languageOf(undefined, country),
      lines: order.line_items.map((line) => ({
        externalId: line.id ?? undefined,
        sku: present(line.sku),
        title: line.name,
        quantity: line.quantity,
        // For people: the shop keeps the total of a line, which need not be a multiple.
        unitPrice: line.quantity === 0 ? 0 : Math.round(line.subtotal / line.quantity),
        discount: line.subtotal - line.total,
        tax: line.total_tax,
        total: line.total,
      })),
      payments: wooPayments(order),
      shipments: wooShipments(order),
    },
  };
}

function endedOf(order: WooOrder, state: State): { fulfilmentStatus: FulfilmentStatus; endedAt?: number } {
  const completed = order.date_completed_gmt ?? undefined;
  // A refund after the completion does not undo the delivery.
  const fulfilmentStatus = order.status === 'refunded' && completed !== undefined ? 'fulfilled' : state.fulfilled;
  if (completed !== undefined) return { fulfilmentStatus, endedAt: completed };
  return fulfilmentStatus === 'canceled'
    ? { fulfilmentStatus, endedAt: order.date_modified_gmt }
    : { fulfilmentStatus };
}
