import type { CreditOrigin } from '@candour/shared/credit.js';
import type { Currency } from '@candour/shared/money.js';
import type { RefundReason } from '@candour/shared/refunds.js';
import { Check, Entity, Index } from 'typeorm';
import { amount, id, idRef, instant, sealed, text } from '../core/database/columns.js';
import { WithEvidence } from '../policy/evidence.js';

/**
 * One entry of the ledger of store credit, in integer minor units: written once, never changed. What a customer has is
 * the sum of theirs.
 */
@Entity('store_credit')
@Index(['origin', 'originId'], { unique: true })
@Index(['customerId', 'at'])
@Index(['orderId'])
@Index(['retentionClass', 'anchorAt', 'id'])
@Check('store_credit_positive', 'amount > 0')
export class StoreCreditEntry extends WithEvidence {
  @id() id: string;
  /** Null once the person was taken out of the books. */
  @idRef({ nullable: true }) customerId: string | null;
  @text() origin: CreditOrigin;
  /** The refund it is; of goodwill its own id. The same origin gives credit once. */
  @idRef() originId: string;
  @idRef() orderId: string;
  @idRef({ nullable: true }) conversationId: string | null;
  @text() currency: Currency;
  @amount() amount: number;
  @text() reason: RefundReason;
  @idRef({ nullable: true }) givenBy: string | null;
  @sealed({ nullable: true }) note: Buffer | null;
  @idRef({ nullable: true }) keyId: string | null;
  @instant() at: number;
}
