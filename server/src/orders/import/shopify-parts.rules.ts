import type { PaymentMethod } from '@candour/shared/payments.js';
import type { ShipmentState } from '@candour/shared/shipments.js';
import type { IncomingLine, IncomingOrder, IncomingPayment, IncomingShipment } from './incoming.rules.js';
import { maskedText, present } from './incoming.rules.js';
import { sum, type Paid, type ShopifyOrder } from './shopify-order.rules.js';

type ShopLine = ShopifyOrder['line_items'][number];

/** Discounts and taxes of a line as they were when it was sold, and what the shop says of the thing itself. */
export function frozenOf(
  order: ShopifyOrder,
  line: ShopLine,
  paid: Paid,
  at: string,
): Pick<IncomingLine, 'allocations' | 'taxLines' | 'finalSale' | 'madeToOrder' | 'assembled'> {
  return {
    allocations: (line.discount_allocations ?? []).map((one) => ({
      ...named('code', codeOf(order, one.discount_application_index)),
      amount: paid(one.amount, one.amount_set, `${at}.discount_allocations`),
    })),
    taxLines: (line.tax_lines ?? []).map((one) => ({
      ...named('title', maskedText(one.title)),
      ...named('rate', one.rate === null || one.rate === undefined ? undefined : String(one.rate)),
      amount: paid(one.price, one.price_set, `${at}.tax_lines`),
    })),
    finalSale: marked(line, 'final_sale'),
    madeToOrder: marked(line, 'made_to_order'),
    assembled: marked(line, 'assembled'),
  };
}

/** Shops mark a line by a property of this name, with or without the underscore that hides it from the customer. */
const marked = (line: ShopLine, name: string): boolean =>
  (line.properties ?? []).some(
    (property) => property.name?.replace(/^_/, '') === name && ['true', 'yes', '1'].includes(String(property.value)),
  );

function codeOf(order: ShopifyOrder, index: number | null | undefined): string | undefined {
  const application = order.discount_applications?.[index ?? -1];
  return maskedText(present(application?.code) ?? present(application?.title));
}

const named = <Name extends string>(name: Name, value: string | undefined): { [key in Name]?: string } =>
  value === undefined ? {} : ({ [name]: value } as { [key in Name]?: string });

/** What of an order comes after its sale: the payment, what is under way, which codes were used. */
export function afterSale(
  order: ShopifyOrder,
  total: number,
  paid: Paid,
): Pick<IncomingOrder, 'payments' | 'shipments' | 'promotions'> {
  return {
    payments: paymentsOf(order, total, paid),
    shipments: shipmentsOf(order),
    promotions: promotionsOf(order, paid),
  };
}

/** Financial states in which money came in at some time. */
const cameIn = new Set(['paid', 'partially_paid', 'partially_refunded', 'refunded']);

/** An order tells no transactions but those of refunds: its payments come as one, named after the gateway. */
function paymentsOf(order: ShopifyOrder, total: number, paid: Paid): IncomingPayment[] {
  if (!cameIn.has(order.financial_status ?? '')) return [];
  const given = sum(order.refunds, (refund) =>
    // What this desk had the shop note is counted where it was promised.
    refund.note?.includes(OWN_MARK)
      ? 0
      : sum(refund.transactions, (one) =>
          one.kind === 'refund' && one.status === 'success' ? paid(one.amount, one.amount_set, 'refunds') : 0,
        ),
  );
  // The outstanding sum stands in the shop's currency alone: it is used where that is the customer's.
  const shopsOwn = (order.presentment_currency ?? order.currency) === order.currency;
  const outstanding = shopsOwn && order.financial_status === 'partially_paid' ? (order.total_outstanding ?? 0) : 0;
  const unsaid = given === 0 && order.financial_status === 'refunded' && order.refunds === undefined ? total : given;
  const captured = Math.max(0, total - outstanding);
  if (captured === 0) return [];
  const gateway = present(order.payment_gateway_names?.[0]) ?? 'shopify';
  return [{ provider: gateway, method: methodOf(gateway), captured, refundedOutside: Math.min(unsaid, captured) }];
}

/** Stands in the note of a refund that this desk told the shop of. */
export const OWN_MARK = 'candour:';

const methods: readonly (readonly [RegExp, PaymentMethod])[] = [
  [/stripe|shopify_payments|card|adyen|braintree/i, 'card'],
  [/paypal|ppcp|apple|google|amazon/i, 'wallet'],
  [/bank|bacs|sepa|transfer/i, 'bank'],
  [/invoice|klarna/i, 'invoice'],
  [/affirm|financ/i, 'financing'],
];
export const methodOf = (gateway: string): PaymentMethod =>
  methods.find(([pattern]) => pattern.test(gateway))?.[1] ?? 'other';

const states: Readonly<Record<string, ShipmentState>> = {
  label_printed: 'info_received',
  label_purchased: 'info_received',
  confirmed: 'info_received',
  in_transit: 'in_transit',
  out_for_delivery: 'out_for_delivery',
  attempted_delivery: 'attempt_failed',
  ready_for_pickup: 'available_for_pickup',
  delivered: 'delivered',
  failure: 'exception',
};

function shipmentsOf(order: ShopifyOrder): IncomingShipment[] {
  const positions = new Map(order.line_items.flatMap((line, i) => (line.id ? [[line.id, i] as const] : [])));
  return (order.fulfillments ?? []).map((parcel) => {
    const told = states[parcel.shipment_status ?? ''];
    const state = parcel.status === 'cancelled' ? 'canceled' : (told ?? 'in_transit');
    return {
      externalId: parcel.id ?? undefined,
      kind: 'parcel',
      carrier: maskedText(parcel.tracking_company),
      tracking: maskedText(parcel.tracking_number),
      state,
      lines: (parcel.line_items ?? []).flatMap(({ id, quantity }) => {
        const position = id ? positions.get(id) : undefined;
        return position === undefined || quantity === 0 ? [] : [{ position, quantity }];
      }),
      shippedAt: parcel.created_at,
      deliveredAt: state === 'delivered' ? (parcel.updated_at ?? parcel.created_at) : undefined,
    };
  });
}

/** What each code took off, over all lines. */
function promotionsOf(order: ShopifyOrder, paid: Paid): NonNullable<IncomingOrder['promotions']> {
  const taken = new Map<string, number>();
  for (const line of order.line_items) {
    for (const one of line.discount_allocations ?? []) {
      const code = codeOf(order, one.discount_application_index);
      if (code === undefined) continue;
      taken.set(code, (taken.get(code) ?? 0) + paid(one.amount, one.amount_set, 'discount_allocations'));
    }
  }
  return [...taken].map(([code, amount]) => ({ code, amount }));
}
