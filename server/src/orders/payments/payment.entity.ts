import type { Currency } from '@candour/shared/money.js';
import type { PaymentMethod } from '@candour/shared/payments.js';
import { Check, Entity, Index } from 'typeorm';
import { amount, id, idRef, integer, text } from '../../core/database/columns.js';

/**
 * A payment of an order, in integer minor units of `currency`; goes with the order. What is promised to go back is
 * reserved here before anybody is asked to pay it, and the database itself refuses more than was captured.
 */
@Entity('payments')
@Index(['orderId', 'position'], { unique: true })
@Index(['reference'])
@Check('payments_reserved', 'refund_reserved >= 0 AND refund_reserved <= captured')
export class PaymentRecord {
  @id() id: string;
  @idRef() orderId: string;
  @integer() position: number;
  /** As the shop names it, such as `stripe`; which provider pays back is decided at the refund. */
  @text() provider: string;
  /** The provider's own id of the payment. */
  @text({ nullable: true }) reference: string | null;
  @text() method: PaymentMethod;
  @text({ nullable: true }) brand: string | null;
  @text({ nullable: true }) last4: string | null;
  @text() currency: Currency;
  @amount() captured: number;
  @amount() refundReserved: number;
  /** What the shop gave back by itself, as it told. */
  @amount() refundedOutside: number;
}
