import * as z from 'zod';
import { Mail } from './mail.js';
import { Currency } from './money.js';
import { OrderSummary } from './orders.js';
import { Language } from './words.js';

/** What the demonstration shop's page asks its server; a real shop has its own. */
export const ShopCustomerId = z.string().regex(/^[a-z]{1,40}$/);

export const ShopCustomer = z.object({
  id: ShopCustomerId,
  name: z.string(),
  email: z.string(),
  language: Language,
  currency: Currency,
});
export type ShopCustomer = z.infer<typeof ShopCustomer>;

export const ShopCustomers = z.object({ rows: z.array(ShopCustomer) });
export type ShopCustomers = z.infer<typeof ShopCustomers>;

export const ShopAsk = z.strictObject({ customer: ShopCustomerId });
export type ShopAsk = z.infer<typeof ShopAsk>;

/** Signed by the shop's secret: docs/connect-a-shop.md. */
export const ShopToken = z.object({ token: z.string() });
export type ShopToken = z.infer<typeof ShopToken>;

export const ShopOrders = z.object({ rows: z.array(OrderSummary) });
export type ShopOrders = z.infer<typeof ShopOrders>;

/** The mails that a customer of the demonstration finds in their mailbox, newest first. */
export const ShopMailbox = z.object({
  rows: z.array(Mail.pick({ id: true, subject: true, text: true, createdAt: true })),
});
export type ShopMailbox = z.infer<typeof ShopMailbox>;

/** Origins of the desk and of the shops that it serves. */
export const OwnOrigins = z.object({ origins: z.array(z.string()) });
export type OwnOrigins = z.infer<typeof OwnOrigins>;
