import * as z from 'zod';
import { CountryCode, DateTime, Decimal, ExternalId, KnownCurrency, Quantity, Title, Words } from './fields.rules.js';

const Address = z
  .object({
    first_name: Words(200),
    last_name: Words(200),
    company: Words(300),
    address_1: Words(300),
    address_2: Words(300),
    postcode: Words(40),
    city: Words(200),
    state: Words(200),
    country: CountryCode,
    email: Words(254),
    phone: Words(60),
  })
  .nullish();

/** The parts of an order of WooCommerce's REST API v3 that the desk takes over. */
export const WooOrder = z.object({
  id: ExternalId,
  number: z.union([z.string().trim().min(1).max(100), z.int()]).transform(String),
  status: z.string(),
  currency: KnownCurrency,
  date_created_gmt: DateTime,
  date_modified_gmt: DateTime,
  date_paid_gmt: DateTime.nullish(),
  date_completed_gmt: DateTime.nullish(),
  discount_total: Decimal,
  shipping_total: Decimal,
  total_tax: Decimal,
  total: Decimal,
  billing: Address,
  shipping: Address,
  customer_note: Words(20_000),
  payment_method: Words(100),
  transaction_id: Words(200),
  meta_data: z
    .array(z.object({ key: z.string().nullish(), value: z.unknown() }))
    .max(1000)
    .nullish(),
  refunds: z
    .array(z.object({ total: Decimal, reason: Words(2000) }))
    .max(500)
    .nullish(),
  line_items: z
    .array(
      z.object({
        id: ExternalId.nullish(),
        sku: Words(200),
        name: Title,
        quantity: Quantity,
        subtotal: Decimal,
        total: Decimal,
        total_tax: Decimal,
      }),
    )
    .max(1000),
});
export type WooOrder = z.infer<typeof WooOrder>;
