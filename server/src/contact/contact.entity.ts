import { Entity, Index } from 'typeorm';
import { bytes, id, idRef, instant, integer, text } from '../core/database/columns.js';

/** What a pass is good for: reading a conversation and writing on, or reading it alone. */
export type PassUse = 'conversation' | 'transcript';

/** A link that was mailed to a customer: it opens one conversation for a while, once they confirm. */
@Entity('passes')
// Those that are over go by date; those of a conversation go with it.
@Index(['expiresAt'])
@Index(['conversationId'])
export class PassRow {
  @id() id: string;
  @idRef() conversationId: string;
  @text() use: PassUse;
  /** SHA-256 of the secret, which is random and stored nowhere. */
  @bytes() digest: Buffer;
  @instant() createdAt: number;
  @instant() expiresAt: number;
  /** When it was first confirmed. */
  @instant({ nullable: true }) openedAt: number | null;
}

/** How far a customer who is answered by mail was written to. */
@Entity('mail_threads')
export class MailThread {
  @id() conversationId: string;
  /** When they were told that their message arrived. */
  @instant({ nullable: true }) receiptAt: number | null;
  /** Number of the newest answer that they were told of; 0: none. */
  @integer() mailedSeq: number;
  @instant({ nullable: true }) mailedAt: number | null;
}
