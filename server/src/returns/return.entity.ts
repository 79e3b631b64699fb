import type { ClaimKind, ClaimLine, ClaimRemedy, ClaimState, FreightClaimState } from '@candour/shared/claims.js';
import type { Currency } from '@candour/shared/money.js';
import type { RefundState } from '@candour/shared/refunds.js';
import type {
  Disposition,
  ExchangeLine,
  ExchangeState,
  LineVerdict,
  ReturnAcceptance,
  ReturnFee,
  ReturnKind,
  ReturnMethod,
  ReturnReason,
  ReturnReception,
  ReturnResolution,
  ReturnState,
  VerdictCode,
} from '@candour/shared/returns.js';
import { Entity, Index } from 'typeorm';
import { amount, bytes, flag, id, idRef, instant, integer, json, sealed, text } from '../core/database/columns.js';
import { WithEvidence } from '../policy/evidence.js';
import type { ReturnPolicy } from './knobs.rules.js';

/** Goods that come back, or that a customer wants to give back. */
@Entity('returns')
@Index(['number'], { unique: true })
@Index(['clientId'], { unique: true })
@Index(['orderId', 'createdAt'])
@Index(['conversationId'])
@Index(['customerId'])
@Index(['state', 'createdAt', 'id'])
@Index(['createdAt', 'id'])
@Index(['retentionClass', 'anchorAt', 'id'])
export class ReturnRecord extends WithEvidence {
  @id() id: string;
  /** Written `R-1042`. */
  @integer() number: number;
  /** Made once by the form, with whoever sent it: sent twice it makes one. */
  @text() clientId: string;
  /** Digest of what was asked: the same id with other content is refused. */
  @bytes() content: Buffer;
  @idRef() orderId: string;
  @idRef() customerId: string;
  @idRef({ nullable: true }) conversationId: string | null;
  @text() kind: ReturnKind;
  @text() state: ReturnState;
  @text() method: ReturnMethod;
  @text() wanted: ReturnResolution;
  @text({ nullable: true }) resolution: ReturnResolution | null;
  @text() currency: Currency;
  /** Where its customer lives (ISO 3166-1 alpha-2): their rights follow it. */
  @text({ nullable: true }) residence: string | null;
  /** The shop's rules as they were when it was asked for. */
  @json() policy: ReturnPolicy;
  @json() fees: readonly ReturnFee[];
  /** By when the money must be back, of a withdrawal (Directive 2011/83/EU Art. 13). */
  @instant({ nullable: true }) deadline: number | null;
  @text({ nullable: true }) carrier: string | null;
  @instant({ nullable: true }) pickupFrom: number | null;
  @instant({ nullable: true }) pickupUntil: number | null;
  @text({ nullable: true }) declinedFor: VerdictCode | null;
  @sealed({ nullable: true }) why: Buffer | null;
  @idRef({ nullable: true }) refundId: string | null;
  @text({ nullable: true }) refundState: RefundState | null;
  @instant() createdAt: number;
  @instant({ nullable: true }) closedAt: number | null;
  /** Key of the customer's `order` family. */
  @idRef() keyId: string;
}

/** Units of one line of the order; goes with its return. */
@Entity('return_lines')
@Index(['returnId', 'lineId'], { unique: true })
@Index(['lineId'])
export class ReturnLineRecord {
  @id() id: string;
  @idRef() returnId: string;
  @idRef() lineId: string;
  @integer() quantity: number;
  @integer() received: number;
  /** Among those received. */
  @integer() damaged: number;
  @text() reason: ReturnReason;
  @flag() opened: boolean;
  @sealed({ nullable: true }) note: Buffer | null;
  @text() reception: ReturnReception;
  @text() acceptance: ReturnAcceptance;
  @json() dispositions: readonly { disposition: Disposition; quantity: number }[];
  /** What law and shop said when it was asked for. */
  @json() verdict: LineVerdict;
  /** Its return's: what seals the note. */
  @idRef() keyId: string;
}

/** Other goods instead of those that come back; goes with its return. */
@Entity('exchanges')
@Index(['returnId'], { unique: true })
export class ExchangeRecord {
  @id() id: string;
  @idRef() returnId: string;
  @text() state: ExchangeState;
  @json() lines: readonly ExchangeLine[];
  /** Minor units; below zero: what the customer gets back. */
  @amount() difference: number;
  @text() currency: Currency;
  @instant() createdAt: number;
}

/** What is wrong with goods that need not come back. */
@Entity('claims')
@Index(['clientId'], { unique: true })
@Index(['orderId', 'createdAt'])
@Index(['customerId'])
@Index(['retentionClass', 'anchorAt', 'id'])
export class ClaimRecord extends WithEvidence {
  @id() id: string;
  @text() clientId: string;
  @bytes() content: Buffer;
  @idRef() orderId: string;
  @idRef() customerId: string;
  @idRef({ nullable: true }) conversationId: string | null;
  @text() kind: ClaimKind;
  @text() remedy: ClaimRemedy;
  @text() state: ClaimState;
  @json() lines: readonly ClaimLine[];
  @sealed({ nullable: true }) note: Buffer | null;
  @idRef() keyId: string;
  @text({ nullable: true }) residence: string | null;
  @instant() createdAt: number;
  @instant({ nullable: true }) reportBy: number | null;
  @instant({ nullable: true }) decidedAt: number | null;
}

/** Damage that the carrier answers for, with the clocks of the law of carriage. */
@Entity('freight_claims')
@Index(['clientId'], { unique: true })
@Index(['orderId', 'createdAt'])
@Index(['customerId'])
@Index(['retentionClass', 'anchorAt', 'id'])
export class FreightClaimRecord extends WithEvidence {
  @id() id: string;
  @text() clientId: string;
  @bytes() content: Buffer;
  @idRef() orderId: string;
  @idRef() customerId: string;
  @idRef({ nullable: true }) conversationId: string | null;
  @idRef({ nullable: true }) shipmentId: string | null;
  @idRef({ nullable: true }) returnId: string | null;
  @text() state: FreightClaimState;
  @text() carrier: string;
  @text({ nullable: true }) proNumber: string | null;
  @text({ nullable: true }) bolNumber: string | null;
  @sealed({ nullable: true }) receiptNote: Buffer | null;
  @idRef() keyId: string;
  @flag() concealed: boolean;
  @instant() deliveredAt: number;
  /** Where it was delivered (ISO 3166-1 alpha-2): the law of carriage follows it. */
  @text({ nullable: true }) country: string | null;
  @text() currency: Currency;
  @amount({ nullable: true }) claimed: number | null;
  @amount({ nullable: true }) paid: number | null;
  @instant() createdAt: number;
  @instant({ nullable: true }) settledAt: number | null;
}
