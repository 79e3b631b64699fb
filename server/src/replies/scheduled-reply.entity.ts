import type { HeldReason } from '@candour/shared/replies.js';
import { Entity, Index } from 'typeorm';
import { id, idRef, instant, integer, sealed, text } from '../core/database/columns.js';

/** A reply that waits for its time. Once it is sent or taken back the row is gone: the log has the message. */
@Entity('scheduled_replies')
// Beside its conversation, and so that a repeated ask finds the row it made.
@Index(['conversationId', 'clientId'], { unique: true })
// What is due.
@Index(['status', 'at'])
export class ScheduledReplyRow {
  @id() id: string;
  @idRef() conversationId: string;
  @idRef() customerId: string;
  @idRef() authorId: string;
  /** What the log will know the message by: made when it was written, so that it is never stored twice. */
  @text() clientId: string;
  /** The newest entry that its writer had before their eyes. */
  @integer() seen: number;
  /** Sealed with the conversation's key. */
  @sealed() text: Buffer;
  @idRef() keyId: string;
  @instant() at: number;
  @text() status: 'waiting' | 'held';
  @text({ nullable: true }) held: HeldReason | null;
  @instant({ nullable: true }) heldAt: number | null;
  @instant() createdAt: number;
}
