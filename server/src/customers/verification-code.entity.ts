import { Entity, Index } from 'typeorm';
import { bytes, id, idRef, instant, integer, sealed, text } from '../core/database/columns.js';
import { WithEvidence } from '../policy/evidence.js';

export type CodeUse = 'identity' | 'reading';

/** A one-time code that was sent. The code itself is stored nowhere. */
@Entity('verification_codes')
@Index(['conversationId', 'createdAt'])
@Index(['customerId', 'createdAt'])
@Index(['retentionClass', 'anchorAt', 'id'])
export class VerificationCode extends WithEvidence {
  @id() id: string;
  @idRef() conversationId: string;
  /** To prove who somebody is, or to read one conversation outside the chat. */
  @text() use: CodeUse;
  /** The identified customer whom the code proves; of a code to read with, whose conversation it is. */
  @idRef() customerId: string;
  /** The order whose address it went to; null: the customer's own. */
  @idRef({ nullable: true }) orderId: string | null;
  /** Keyed digest of the code and this id. */
  @bytes() digest: Buffer;
  /** The address, shortened. */
  @sealed() sentTo: Buffer;
  /** Key of the customer's `contact` family. */
  @idRef() keyId: string;
  @instant() createdAt: number;
  @instant() expiresAt: number;
  @integer() attempts: number;
  @text() state: 'open' | 'used' | 'void';
  /** When it was used or became void. */
  @instant({ nullable: true }) decidedAt: number | null;
}
