import * as z from 'zod';
import { Id } from './ids.js';
import { Currency, Money } from './money.js';

/** How a payment was made, as far as the desk has to know it. */
export const PaymentMethod = z.enum(['card', 'wallet', 'bank', 'invoice', 'financing', 'other']);
export type PaymentMethod = z.infer<typeof PaymentMethod>;

/** A payment of an order: what came in, what of it is given back or about to be. */
export const OrderPayment = z.object({
  id: Id,
  method: PaymentMethod,
  /** Of a card, as the provider writes it, such as `visa`. */
  brand: z.string().optional(),
  last4: z.string().optional(),
  currency: Currency,
  captured: Money,
  /** Refunds of this desk: settled, on their way or waiting for a second person. */
  refundReserved: Money,
  /** Refunds that the shop made itself. */
  refundedOutside: Money,
});
export type OrderPayment = z.infer<typeof OrderPayment>;
