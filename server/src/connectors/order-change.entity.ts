import type { ChangeKind, ChangeState } from '@candour/shared/order-changes.js';
import type { OrderSource } from '@candour/shared/orders.js';
import { Entity, Index } from 'typeorm';
import { id, idRef, instant, integer, sealed, text } from '../core/database/columns.js';
import { WithEvidence } from '../policy/evidence.js';

/** What a shop is to be asked to do with one of its orders; written with what caused it, sent after the commit. */
@Entity('order_changes')
@Index(['orderId', 'requestedAt'])
@Index(['state', 'nextAt', 'id'])
@Index(['refundId'], { unique: true })
@Index(['customerId'])
@Index(['retentionClass', 'anchorAt', 'id'])
export class OrderChangeRecord extends WithEvidence {
  @id() id: string;
  @idRef() orderId: string;
  @idRef() customerId: string;
  @idRef({ nullable: true }) conversationId: string | null;
  /** The refund that the shop is told of. */
  @idRef({ nullable: true }) refundId: string | null;
  @text() shop: OrderSource;
  /** The shop's own id of the order. */
  @text() externalId: string;
  @text() kind: ChangeKind;
  @text() state: ChangeState;
  /** A `Change` of `changes.rules.ts` as JSON. */
  @sealed() payload: Buffer;
  /** Key of the customer's `order` family. */
  @idRef() keyId: string;
  /** `system` where no person asked for it. */
  @text() requestedBy: string;
  @instant() requestedAt: number;
  @instant({ nullable: true }) settledAt: number | null;
  @integer() attempts: number;
  /** When it is tried next; null where nothing happens by itself. */
  @instant({ nullable: true }) nextAt: number | null;
  /** Coded, such as `http-500`; never the shop's words. */
  @text({ nullable: true }) fault: string | null;
  @text({ nullable: true }) claimedBy: string | null;
  @instant({ nullable: true }) claimedUntil: number | null;
}
