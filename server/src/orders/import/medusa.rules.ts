import type { FulfilmentStatus, PaymentStatus } from '@candour/shared/orders.js';
import { isCurrency } from './fields.rules.js';
import {
  addressOf,
  faultsOf,
  languageOf,
  maskedText,
  present,
  type IncomingPayment,
  type IncomingShipment,
  type Mapped,
} from './incoming.rules.js';
import { MedusaOrder } from './medusa-order.rules.js';
import { methodOf, OWN_MARK } from './shopify-parts.rules.js';

const paymentStates: Readonly<Record<string, PaymentStatus>> = {
  not_paid: 'pending',
  awaiting: 'pending',
  requires_action: 'pending',
  authorized: 'authorized',
  partially_authorized: 'authorized',
  captured: 'paid',
  partially_captured: 'partially_paid',
  partially_refunded: 'partially_refunded',
  refunded: 'refunded',
  canceled: 'voided',
};
/** What is packed has not left the house yet. */
const fulfilmentStates: Readonly<Record<string, FulfilmentStatus>> = {
  not_fulfilled: 'unfulfilled',
  partially_fulfilled: 'partially_fulfilled',
  fulfilled: 'fulfilled',
  partially_shipped: 'partially_fulfilled',
  shipped: 'fulfilled',
  partially_delivered: 'fulfilled',
  delivered: 'delivered',
  canceled: 'canceled',
};

/** Maps what Medusa's Admin API gives. Lines, discounts and shipping are without tax, as its subtotals are. */
export function fromMedusa(record: unknown): Mapped {
  const parsed = MedusaOrder.safeParse(record);
  if (!parsed.success) return { faults: faultsOf(parsed.error) };
  const order = parsed.data;
  const currency = order.currency_code.toUpperCase();
  if (!isCurrency(currency)) return { faults: [{ reason: 'currency-unknown', path: 'currency_code' }] };
  const paymentStatus = paymentStates[order.payment_status];
  const fulfilled = fulfilmentStates[order.fulfillment_status];
  if (!paymentStatus) return { faults: [{ reason: 'status-unknown', path: 'payment_status' }] };
  if (!fulfilled) return { faults: [{ reason: 'status-unknown', path: 'fulfillment_status' }] };
  const lines = order.items.map((item) => {
    const subtotal = item.subtotal ?? item.unit_price * item.quantity;
    const total = item.total - item.tax_total;
    return {
      externalId: item.id ?? undefined,
      sku: present(item.variant_sku),
      title: [item.title, present(item.variant_title)].filter(Boolean).join(', '),
      quantity: item.quantity,
      // For people: the shop keeps the sum of a line, which need not be a multiple.
      unitPrice: item.quantity === 0 ? 0 : Math.round(subtotal / item.quantity),
      discount: subtotal - total,
      tax: item.tax_total,
      total,
      allocations: (item.adjustments ?? []).map(({ code, amount }) => {
        const name = maskedText(code);
        return name === undefined ? { amount } : { code: name, amount };
      }),
      finalSale: item.metadata?.['final_sale'] === true,
      madeToOrder: item.metadata?.['made_to_order'] === true,
      assembled: item.metadata?.['assembled'] === true,
    };
  });
  return {
    order: {
      source: 'medusa',
      externalId: order.id,
      number: order.display_id,
      updatedAt: order.updated_at,
      placedAt: order.created_at,
      ...endOf(order, fulfilled),
      currency,
      taxesIncluded: false,
      subtotal: order.item_subtotal,
      discount: lines.reduce((sum, { discount }) => sum + discount, 0),
      shipping: order.shipping_total - (order.shipping_tax_total ?? 0),
      tax: order.tax_total,
      total: order.total,
      paymentStatus,
      ...personOf(order),
      lines,
      payments: paymentsOf(order),
      shipments: shipmentsOf(order),
    },
  };
}

function endOf(order: MedusaOrder, fulfilled: FulfilmentStatus) {
  const parcels = (order.fulfillments ?? []).filter(({ canceled_at: canceled }) => !canceled);
  if (order.canceled_at) return { fulfilmentStatus: 'canceled' as const, endedAt: order.canceled_at };
  const last = (at: 'delivered_at' | 'shipped_at') => Math.max(0, ...parcels.map((parcel) => parcel[at] ?? 0));
  const [delivered, shipped] = [last('delivered_at'), last('shipped_at')];
  if (fulfilled === 'delivered') {
    return { fulfilmentStatus: fulfilled, ...(delivered > 0 ? { deliveredAt: delivered } : {}) };
  }
  const over = fulfilled === 'fulfilled' && shipped > 0;
  return { fulfilmentStatus: fulfilled, ...(over ? { endedAt: shipped } : {}) };
}

function paymentsOf(order: MedusaOrder): IncomingPayment[] {
  const payments = (order.payment_collections ?? []).flatMap((collection) => collection.payments ?? []);
  return payments.flatMap((payment) => {
    const captures = payment.captures ?? [];
    const whole = payment.captured_at ? payment.amount : 0;
    const captured = captures.length > 0 ? captures.reduce((sum, { amount }) => sum + amount, 0) : whole;
    if (captured <= 0) return [];
    const given = (payment.refunds ?? [])
      // What this desk had the shop note is counted where it was promised.
      .filter(({ note }) => !note?.includes(OWN_MARK))
      .reduce((sum, { amount }) => sum + amount, 0);
    return [
      {
        provider: payment.provider_id,
        reference: present(payment.data?.id),
        method: methodOf(payment.provider_id),
        captured,
        refundedOutside: Math.min(captured, given),
      },
    ];
  });
}

function shipmentsOf(order: MedusaOrder): IncomingShipment[] {
  const positions = new Map(order.items.flatMap(({ id }, i) => (id ? [[id, i] as const] : [])));
  return (order.fulfillments ?? []).map((parcel) => {
    const sent = parcel.delivered_at ? 'delivered' : parcel.shipped_at ? 'in_transit' : 'pending';
    return {
      externalId: parcel.id ?? undefined,
      kind: 'parcel',
      carrier: maskedText(parcel.provider_id),
      tracking: maskedText(parcel.labels?.[0]?.tracking_number),
      state: parcel.canceled_at ? 'canceled' : sent,
      lines: (parcel.items ?? []).flatMap(({ line_item_id: id, quantity }) => {
        const position = id ? positions.get(id) : undefined;
        return position === undefined || quantity === 0 ? [] : [{ position, quantity }];
      }),
      shippedAt: parcel.shipped_at ?? undefined,
      deliveredAt: parcel.delivered_at ?? undefined,
    };
  });
}

function personOf(order: MedusaOrder) {
  const { customer, shipping_address: to, billing_address: bill } = order;
  const address = to ?? bill;
  const nameOf = (
    one: { first_name?: string | null | undefined; last_name?: string | null | undefined } | null | undefined,
  ) => present([one?.first_name, one?.last_name].filter(Boolean).join(' '));
  return {
    name: nameOf(customer) ?? nameOf(bill) ?? nameOf(to),
    email: present(order.email) ?? present(customer?.email),
    phone: present(customer?.phone) ?? present(to?.phone) ?? present(bill?.phone),
    address: address
      ? addressOf([
          nameOf(address),
          address.company,
          address.address_1,
          address.address_2,
          [address.postal_code, address.city].filter(Boolean).join(' '),
          address.province,
          address.country_code,
        ])
      : undefined,
    country: address?.country_code,
    language: languageOf(order.locale, address?.country_code),
  };
}
