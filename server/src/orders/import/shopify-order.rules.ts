import * as z from 'zod';
import { CountryCode, DateTime, Decimal, ExternalId, Quantity, Title, Words } from './fields.rules.js';

/** An amount in the shop's currency and in the one the customer saw and paid. */
export const MoneySet = z
  .object({ presentment_money: z.object({ amount: Decimal, currency_code: z.string() }) })
  .nullish();

const Address = z
  .object({
    name: Words(300),
    company: Words(300),
    address1: Words(300),
    address2: Words(300),
    zip: Words(40),
    city: Words(200),
    province: Words(200),
    country: Words(200),
    country_code: CountryCode,
    phone: Words(60),
  })
  .nullish();

const Line = z.object({
  id: ExternalId.nullish(),
  sku: Words(200),
  title: Title,
  variant_title: Words(300),
  quantity: Quantity,
  price: Decimal,
  price_set: MoneySet,
  discount_allocations: z
    .array(z.object({ amount: Decimal, amount_set: MoneySet, discount_application_index: z.int().min(0).nullish() }))
    .max(200)
    .nullish(),
  tax_lines: z
    .array(
      z.object({
        price: Decimal,
        price_set: MoneySet,
        title: Words(100),
        rate: z.union([z.string().max(20), z.number()]).nullish(),
      }),
    )
    .max(200)
    .nullish(),
  properties: z
    .array(z.object({ name: Words(100), value: z.unknown() }))
    .max(200)
    .nullish(),
});

const Fulfilment = z.object({
  id: ExternalId.nullish(),
  created_at: DateTime,
  updated_at: DateTime.nullish(),
  status: z.string().nullish(),
  shipment_status: z.string().nullish(),
  tracking_company: Words(100),
  tracking_number: Words(100),
  line_items: z
    .array(z.object({ id: ExternalId.nullish(), quantity: Quantity }))
    .max(1000)
    .nullish(),
});

const ShopRefund = z.object({
  note: Words(2000),
  transactions: z
    .array(
      z.object({
        kind: z.string().nullish(),
        status: z.string().nullish(),
        amount: Decimal,
        amount_set: MoneySet,
      }),
    )
    .max(200)
    .nullish(),
});

/** The parts of an order of Shopify's Admin REST API that the desk takes over. */
export const ShopifyOrder = z.object({
  id: ExternalId,
  name: z.string().trim().min(1).max(100),
  created_at: DateTime,
  processed_at: DateTime.nullish(),
  updated_at: DateTime,
  cancelled_at: DateTime.nullish(),
  currency: z.string({ error: 'currency-unknown' }),
  presentment_currency: z.string().nullish(),
  taxes_included: z.boolean().nullish(),
  total_line_items_price: Decimal,
  total_line_items_price_set: MoneySet,
  total_discounts: Decimal.nullish(),
  total_discounts_set: MoneySet,
  total_tax: Decimal.nullish(),
  total_tax_set: MoneySet,
  total_price: Decimal,
  total_price_set: MoneySet,
  shipping_lines: z
    .array(z.object({ price: Decimal, price_set: MoneySet }))
    .max(50)
    .nullish(),
  total_outstanding: Decimal.nullish(),
  payment_gateway_names: z.array(z.string().max(100)).max(20).nullish(),
  discount_applications: z
    .array(z.object({ code: Words(100), title: Words(100) }))
    .max(200)
    .nullish(),
  refunds: z.array(ShopRefund).max(500).nullish(),
  financial_status: z.string().nullish(),
  fulfillment_status: z.string().nullish(),
  fulfillments: z.array(Fulfilment).max(200).nullish(),
  email: Words(254),
  contact_email: Words(254),
  phone: Words(60),
  note: Words(20_000),
  customer_locale: Words(20),
  customer: z.object({ first_name: Words(200), last_name: Words(200), email: Words(254), phone: Words(60) }).nullish(),
  shipping_address: Address,
  billing_address: Address,
  line_items: z.array(Line).max(1000),
});
export type ShopifyOrder = z.infer<typeof ShopifyOrder>;

/** Gives an amount in the currency of the customer. */
export type Paid = (amount: number, set: z.infer<typeof MoneySet>, path: string) => number;

/** The sum of one amount of each. */
export function sum<T>(items: readonly T[] | null | undefined, amount: (item: T) => number): number {
  return (items ?? []).reduce((total, item) => total + amount(item), 0);
}
