import type { Currency } from '@candour/shared/money.js';
import type { FulfilmentStatus, PaymentStatus } from '@candour/shared/orders.js';
import { isCurrency } from './fields.rules.js';
import { addressOf, faultsOf, languageOf, maskedText, present, type Fault, type Mapped } from './incoming.rules.js';
import { ShopifyOrder, sum, type Paid } from './shopify-order.rules.js';
import { afterSale, frozenOf } from './shopify-parts.rules.js';

const payment: Readonly<Record<string, PaymentStatus>> = {
  pending: 'pending',
  authorized: 'authorized',
  partially_paid: 'partially_paid',
  paid: 'paid',
  partially_refunded: 'partially_refunded',
  refunded: 'refunded',
  voided: 'voided',
  expired: 'voided',
};

/** Maps what Shopify sends. Amounts are those the customer saw and paid: refunds go back in that currency (R51). */
export function fromShopify(record: unknown): Mapped {
  const parsed = ShopifyOrder.safeParse(record);
  if (!parsed.success) return { faults: faultsOf(parsed.error) };
  const order = parsed.data;
  const faults: Fault[] = [];
  const currency = order.presentment_currency ?? order.currency;
  if (!isCurrency(currency)) return { faults: [{ reason: 'currency-unknown', path: 'presentment_currency' }] };
  const paid = paidIn(currency, order.currency === currency, faults);

  const lines = order.line_items.map((line, i) => {
    const at = `line_items.${i}`;
    const unitPrice = paid(line.price, line.price_set, `${at}.price_set`);
    const discount = sum(line.discount_allocations, (one) =>
      paid(one.amount, one.amount_set, `${at}.discount_allocations`),
    );
    return {
      externalId: line.id ?? undefined,
      sku: present(line.sku),
      title: [line.title, present(line.variant_title)].filter(Boolean).join(', '),
      quantity: line.quantity,
      unitPrice,
      discount,
      tax: sum(line.tax_lines, (one) => paid(one.price, one.price_set, `${at}.tax_lines`)),
      total: unitPrice * line.quantity - discount,
      ...frozenOf(order, line, paid, at),
    };
  });
  const status = order.financial_status ?? 'pending';
  const paymentStatus = payment[status];
  if (!paymentStatus) faults.push({ reason: 'status-unknown', path: 'financial_status' });
  const amounts = {
    subtotal: paid(order.total_line_items_price, order.total_line_items_price_set, 'total_line_items_price_set'),
    discount: paid(order.total_discounts ?? 0, order.total_discounts_set, 'total_discounts_set'),
    shipping: sum(order.shipping_lines, (one) => paid(one.price, one.price_set, 'shipping_lines')),
    tax: paid(order.total_tax ?? 0, order.total_tax_set, 'total_tax_set'),
    total: paid(order.total_price, order.total_price_set, 'total_price_set'),
  };
  if (faults.length > 0 || !paymentStatus) return { faults: faults.slice(0, 3) };
  return {
    order: {
      source: 'shopify',
      externalId: order.id,
      number: order.name,
      updatedAt: order.updated_at,
      placedAt: order.processed_at ?? order.created_at,
      ...fulfilmentOf(order),
      currency,
      taxesIncluded: order.taxes_included ?? false,
      ...amounts,
      paymentStatus,
      ...personOf(order),
      lines,
      ...afterSale(order, amounts.total, paid),
    },
  };
}

/** Reads the amount in the customer's currency; the bare amount is in the shop's. */
function paidIn(currency: Currency, shopsOwn: boolean, faults: Fault[]): Paid {
  return (amount, set, path) => {
    const money = set?.presentment_money;
    if (money && money.currency_code !== currency) faults.push({ reason: 'currency-mixed', path });
    if (!money && !shopsOwn && amount !== 0) faults.push({ reason: 'money-set-missing', path });
    return money?.amount ?? amount;
  };
}

function fulfilmentOf(order: ShopifyOrder): {
  fulfilmentStatus: FulfilmentStatus;
  deliveredAt?: number;
  endedAt?: number;
} {
  const parcels = order.fulfillments ?? [];
  const delivered = parcels.length > 0 && parcels.every((parcel) => parcel.shipment_status === 'delivered');
  const last = Math.max(0, ...parcels.map((parcel) => parcel.updated_at ?? parcel.created_at));
  if (order.cancelled_at) return { fulfilmentStatus: 'canceled', endedAt: order.cancelled_at };
  if (order.fulfillment_status === 'fulfilled' && delivered)
    return { fulfilmentStatus: 'delivered', deliveredAt: last };
  if (order.fulfillment_status === 'fulfilled')
    return { fulfilmentStatus: 'fulfilled', ...(last ? { endedAt: last } : {}) };
  return { fulfilmentStatus: order.fulfillment_status === 'partial' ? 'partially_fulfilled' : 'unfulfilled' };
}

function personOf(order: ShopifyOrder) {
  const { customer, shipping_address: to, billing_address: bill } = order;
  const address = to ?? bill;
  const country = address?.country_code;
  const called = present([customer?.first_name, customer?.last_name].filter(Boolean).join(' '));
  return {
    name: called ?? present(bill?.name) ?? present(to?.name),
    email: present(order.email) ?? present(order.contact_email) ?? present(customer?.email),
    phone: present(order.phone) ?? present(customer?.phone) ?? present(to?.phone) ?? present(bill?.phone),
    address: address
      ? addressOf([
          address.name,
          address.company,
          address.address1,
          address.address2,
          [address.zip, address.city].filter(Boolean).join(' '),
          address.province,
          address.country,
        ])
      : undefined,
    note: maskedText(order.note),
    country,
    language: languageOf(order.customer_locale, country),
  };
}
