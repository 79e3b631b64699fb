import * as z from 'zod';
import { CountryCode, DateTime, ExternalId, minorUnits, Quantity, Title, Words } from './fields.rules.js';

/** Largest share of a unit that Medusa's unrounded sums carry; beyond it the number is no sum of money. */
const DIGITS = 12;

/**
 * Major units as a number (19.99), whose shortest writing is what was meant, or a decimal text. Taxes and shares come
 * unrounded (3.3611111): half a minor unit and more goes up, away from zero.
 */
export const MajorUnits = z
  .union([z.number(), z.string().max(40)], { error: 'money-not-decimal' })
  .transform((amount, context) => {
    const minor = rounded(String(amount));
    if (typeof minor === 'number') return minor;
    context.addIssue({ code: 'custom', message: minor });
    return z.NEVER;
  });

function rounded(text: string): ReturnType<typeof minorUnits> {
  const match = /^(-?\d{1,15})\.(\d{2})(\d)\d*$/.exec(text);
  if (!match) return minorUnits(text.length > 15 + DIGITS ? '' : text);
  const [, whole = '', cents = '', next = ''] = match;
  const minor = minorUnits(`${whole}.${cents}`);
  if (typeof minor !== 'number' || Number(next) < 5) return minor;
  return minor + (whole.startsWith('-') ? -1 : 1);
}

const Address = z
  .object({
    first_name: Words(200),
    last_name: Words(200),
    company: Words(300),
    address_1: Words(300),
    address_2: Words(300),
    postal_code: Words(40),
    city: Words(200),
    province: Words(200),
    country_code: CountryCode,
    phone: Words(60),
  })
  .nullish();

const Item = z.object({
  id: ExternalId.nullish(),
  title: Title,
  variant_title: Words(300),
  variant_sku: Words(200),
  quantity: Quantity,
  unit_price: MajorUnits,
  /** For all units: without tax and discounts; then what is paid, with tax. */
  subtotal: MajorUnits.nullish(),
  total: MajorUnits,
  tax_total: MajorUnits,
  adjustments: z
    .array(z.object({ code: Words(100), amount: MajorUnits }))
    .max(200)
    .nullish(),
  tax_lines: z
    .array(z.object({ description: Words(100), rate: z.union([z.number(), z.string().max(20)]).nullish() }))
    .max(50)
    .nullish(),
  metadata: z.record(z.string(), z.unknown()).nullish(),
});

const Payment = z.object({
  provider_id: z.string().max(100),
  amount: MajorUnits,
  captured_at: DateTime.nullish(),
  captures: z
    .array(z.object({ amount: MajorUnits }))
    .max(200)
    .nullish(),
  refunds: z
    .array(z.object({ amount: MajorUnits, note: Words(2000) }))
    .max(500)
    .nullish(),
  data: z.object({ id: z.string().max(200).nullish() }).nullish(),
});

const Fulfilment = z.object({
  id: ExternalId.nullish(),
  provider_id: Words(100),
  created_at: DateTime.nullish(),
  shipped_at: DateTime.nullish(),
  delivered_at: DateTime.nullish(),
  canceled_at: DateTime.nullish(),
  labels: z
    .array(z.object({ tracking_number: Words(100) }))
    .max(50)
    .nullish(),
  items: z
    .array(z.object({ line_item_id: ExternalId.nullish(), quantity: Quantity }))
    .max(1000)
    .nullish(),
});

/** The parts of an order of Medusa's Admin API (v2) that the desk takes over. */
export const MedusaOrder = z.object({
  id: ExternalId,
  display_id: z.union([z.int(), z.string().trim().min(1).max(100)]).transform(String),
  status: z.string().nullish(),
  payment_status: z.string(),
  fulfillment_status: z.string(),
  currency_code: z.string(),
  email: Words(254),
  created_at: DateTime,
  updated_at: DateTime,
  canceled_at: DateTime.nullish(),
  locale: Words(20),
  item_subtotal: MajorUnits,
  shipping_total: MajorUnits,
  shipping_tax_total: MajorUnits.nullish(),
  tax_total: MajorUnits,
  total: MajorUnits,
  customer: z.object({ first_name: Words(200), last_name: Words(200), phone: Words(60), email: Words(254) }).nullish(),
  shipping_address: Address,
  billing_address: Address,
  items: z.array(Item).max(1000),
  payment_collections: z
    .array(z.object({ payments: z.array(Payment).max(100).nullish() }))
    .max(50)
    .nullish(),
  fulfillments: z.array(Fulfilment).max(200).nullish(),
});
export type MedusaOrder = z.infer<typeof MedusaOrder>;
