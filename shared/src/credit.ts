import * as z from 'zod';
import { Id } from './ids.js';
import { Instant } from './instant.js';
import { Currency, Money } from './money.js';
import { RefundReason } from './refunds.js';

/** Where credit comes from: a refund the customer took as credit, or goodwill. */
export const CreditOrigin = z.enum(['refund', 'goodwill']);
export type CreditOrigin = z.infer<typeof CreditOrigin>;

export const CreditEntry = z.object({
  id: Id,
  origin: CreditOrigin,
  amount: Money,
  reason: RefundReason,
  orderId: Id,
  at: Instant,
  /** Who gave it, by name. */
  by: z.string().optional(),
  note: z.string().optional(),
});
export type CreditEntry = z.infer<typeof CreditEntry>;

/** What the customer of an order has as credit, by currency; the newest entries. */
export const Credit = z.object({
  balances: z.array(Money),
  entries: z.array(CreditEntry),
  /** What whoever looks may still give this customer as goodwill, in the order's currency. */
  goodwillLeft: Money,
});
export type Credit = z.infer<typeof Credit>;

/** A gift to the customer of an order, in its currency; never a part of what was paid for it. */
export const GoodwillAsk = z.strictObject({
  orderId: Id,
  currency: Currency,
  /** Above zero, in minor units. */
  amount: z.int().min(1).max(100_000_000),
  reason: RefundReason,
  note: z.string().trim().min(1).max(2000).optional(),
  conversationId: Id.optional(),
});
export type GoodwillAsk = z.infer<typeof GoodwillAsk>;
