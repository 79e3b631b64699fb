import * as z from 'zod';
import { Level } from './conversations.js';
import { Id } from './ids.js';
import { Instant } from './instant.js';
import { OrderSummary } from './orders.js';
import { isReadable } from './readable.js';
import { Language } from './words.js';

export const ContactName = z.string().trim().min(1).max(120).refine(isReadable);
/** As the customer says it. */
export const ContactOrder = z.string().trim().min(1).max(40).refine(isReadable);
export const ContactEmail = z.email().max(254);
/** National or international spelling; the server parses it with the customer's region as a hint. */
export const ContactPhone = z
  .string()
  .trim()
  .regex(/^[+()\d\s./-]{5,30}$/);

export const Contact = z.strictObject({
  name: ContactName.optional(),
  email: ContactEmail.optional(),
  phone: ContactPhone.optional(),
  orderNumber: ContactOrder.optional(),
});
export type Contact = z.infer<typeof Contact>;

export const Customer = z.object({
  id: Id,
  /** A visitor is a customer not yet identified. */
  kind: z.enum(['visitor', 'identified']),
  name: z.string().optional(),
  email: z.string().optional(),
  phone: z.string().optional(),
  language: Language,
  createdAt: Instant,
});
export type Customer = z.infer<typeof Customer>;

export const OrderMatch = z.object({
  order: OrderSummary,
  by: z.enum(['customer', 'email', 'phone', 'order-number']),
  /** False under verification level 0: the agent sees it, the customer must not be told. */
  disclose: z.boolean(),
});
export type OrderMatch = z.infer<typeof OrderMatch>;

/** What stands beside a conversation. */
export const CustomerPanel = z.object({
  customer: Customer,
  /** Their first order or their record, whichever is earlier. */
  since: Instant,
  /** What the customer said of themselves in this conversation; unverified. */
  claimed: Contact,
  level: Level,
  verifiedBy: z.enum(['code', 'shop-token']).optional(),
  verifiedAt: Instant.optional(),
  /** A code is on its way: when it was sent and until when it holds. The address is shown shortened. */
  code: z.object({ sentAt: Instant, expiresAt: Instant, to: z.string() }).optional(),
  matches: z.array(OrderMatch),
  linkedOrderId: Id.optional(),
});
export type CustomerPanel = z.infer<typeof CustomerPanel>;

/** A one-time code goes to the address kept with the order or customer, never to one merely claimed beside it. */
export const SendCode = z.strictObject({ orderId: Id.optional() });
export type SendCode = z.infer<typeof SendCode>;
export const VerifyCode = z.strictObject({ conversationId: Id, code: z.string().regex(/^\d{6}$/) });
export type VerifyCode = z.infer<typeof VerifyCode>;
export const LinkOrder = z.strictObject({ orderId: Id.nullable() });
export type LinkOrder = z.infer<typeof LinkOrder>;
