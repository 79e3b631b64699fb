import type { Currency } from '@candour/shared/money.js';
import type { RefundAllocation, RefundMethod, RefundReason, RefundState } from '@candour/shared/refunds.js';
import type { Role } from '@candour/shared/staff.js';
import { Check, Entity, Index } from 'typeorm';
import { amount, flag, id, idRef, instant, integer, json, sealed, text } from '../core/database/columns.js';
import { WithEvidence } from '../policy/evidence.js';

/**
 * A sum that goes back from one payment, in integer minor units of `currency`. Its own id is the key under which the
 * provider is asked, so that the provider too knows it only once.
 */
@Entity('refunds')
@Index(['orderId', 'requestedAt'])
@Index(['state', 'nextAt', 'id'])
@Index(['customerId'])
@Index(['requestedAt', 'id'])
@Index(['retentionClass', 'anchorAt', 'id'])
@Check('refunds_positive', 'amount > 0')
export class RefundRecord extends WithEvidence {
  @id() id: string;
  /** What was asked for at once, of several payments. */
  @idRef() askId: string;
  @idRef() orderId: string;
  @idRef() paymentId: string;
  /** Null once the person was taken out of the books. */
  @idRef({ nullable: true }) customerId: string | null;
  @idRef({ nullable: true }) returnId: string | null;
  @idRef({ nullable: true }) conversationId: string | null;
  /** The entry of the conversation that justifies it. */
  @integer({ nullable: true }) messageSeq: number | null;
  @text() state: RefundState;
  @text() method: RefundMethod;
  @text() reason: RefundReason;
  @text() currency: Currency;
  @amount() amount: number;
  @text() requestedBy: string;
  @text() requestedRole: Role | 'system';
  @instant() requestedAt: number;
  /** Who agreed, in their order. */
  @json() approvals: readonly { id: string; role: Role; at: number }[];
  /** Whatever happens next does not happen before; null where nothing is to happen by itself. */
  @instant({ nullable: true }) nextAt: number | null;
  /** When it was first handed to the provider. */
  @instant({ nullable: true }) submittedAt: number | null;
  @instant({ nullable: true }) settledAt: number | null;
  @integer() attempts: number;
  /** The worker that has it, and until when nobody else takes it. */
  @text({ nullable: true }) claimedBy: string | null;
  @instant({ nullable: true }) claimedUntil: number | null;
  @text({ nullable: true }) provider: string | null;
  /** The provider's own id of it. */
  @text({ nullable: true }) reference: string | null;
  @flag() sandbox: boolean;
  /** Why it was not paid, as a code. */
  @text({ nullable: true }) failure: string | null;
  /** For colleagues. */
  @sealed({ nullable: true }) note: Buffer | null;
  /** Why a second person said no. */
  @sealed({ nullable: true }) rejection: Buffer | null;
  @idRef({ nullable: true }) keyId: string | null;
}

/** What of a refund is for what; goes with it. */
@Entity('refund_allocations')
@Index(['refundId', 'position'], { unique: true })
export class RefundAllocationRecord {
  @id() id: string;
  @idRef() refundId: string;
  @integer() position: number;
  @text() kind: RefundAllocation['kind'];
  @idRef({ nullable: true }) lineId: string | null;
  @integer() quantity: number;
  @text({ nullable: true }) fee: string | null;
  @amount() amount: number;
  @amount() tax: number;
}
