import * as z from 'zod';
import { Id } from './ids.js';
import { Instant } from './instant.js';
import { Currency, Money } from './money.js';
import { OrderPayment } from './payments.js';
import { Shipment } from './shipments.js';

export const orderSources = ['shopify', 'woocommerce', 'medusa', 'generic'] as const;
export const OrderSource = z.enum(orderSources);
export type OrderSource = z.infer<typeof OrderSource>;

export const PaymentStatus = z.enum([
  'pending',
  'authorized',
  'paid',
  'partially_paid',
  'partially_refunded',
  'refunded',
  'voided',
]);
export type PaymentStatus = z.infer<typeof PaymentStatus>;
export const FulfilmentStatus = z.enum(['unfulfilled', 'partially_fulfilled', 'fulfilled', 'delivered', 'canceled']);
export type FulfilmentStatus = z.infer<typeof FulfilmentStatus>;

export const OrderSummary = z.object({
  id: Id,
  number: z.string(),
  source: OrderSource,
  placedAt: Instant,
  total: Money,
  paymentStatus: PaymentStatus,
  fulfilmentStatus: FulfilmentStatus,
  /** Title of the first line, and how many lines there are. */
  title: z.string(),
  lineCount: z.int(),
  customerId: Id,
  customerName: z.string().optional(),
});
export type OrderSummary = z.infer<typeof OrderSummary>;

/** A code that took something off an order. Amounts in minor units of the order's currency. */
export const Promotion = z.object({ code: z.string(), amount: z.int() });
export type Promotion = z.infer<typeof Promotion>;
/** What of an order's discount fell on one line. */
export const LineAllocation = z.object({ code: z.string().optional(), amount: z.int() });
export type LineAllocation = z.infer<typeof LineAllocation>;
/** One tax on a line; the rate as the shop wrote it, such as `0.19`. */
export const LineTax = z.object({ title: z.string().optional(), rate: z.string().optional(), amount: z.int() });
export type LineTax = z.infer<typeof LineTax>;

export const OrderLine = z.object({
  id: Id,
  sku: z.string().optional(),
  title: z.string(),
  quantity: z.int(),
  unitPrice: Money,
  discount: Money,
  tax: Money,
  total: Money,
  finalSale: z.boolean(),
  madeToOrder: z.boolean(),
  assembled: z.boolean(),
});
export type OrderLine = z.infer<typeof OrderLine>;

export const Order = OrderSummary.extend({
  externalId: z.string(),
  currency: Currency,
  taxesIncluded: z.boolean(),
  subtotal: Money,
  discount: Money,
  shipping: Money,
  tax: Money,
  lines: z.array(OrderLine),
  payments: z.array(OrderPayment),
  shipments: z.array(Shipment),
  promotions: z.array(Promotion),
  email: z.string().optional(),
  phone: z.string().optional(),
  address: z.string().optional(),
  note: z.string().optional(),
  sourceUpdatedAt: Instant,
  deliveredAt: Instant.optional(),
});
export type Order = z.infer<typeof Order>;

export const OrderSearch = z.strictObject({
  /** Order number, e-mail or phone; empty lists the newest. */
  q: z.string().trim().max(254).default(''),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export type OrderSearch = z.infer<typeof OrderSearch>;
