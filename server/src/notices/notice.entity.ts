import type { NoticeKind } from '@candour/shared/notices.js';
import { Entity, Index } from 'typeorm';
import { id, idRef, instant, integer, text } from '../core/database/columns.js';

/** A word to one member of staff about one conversation; it goes with the conversation, or after half a year. */
@Entity('notices')
// A person's list, newest first.
@Index(['staffId', 'id'])
// The badge of unread ones: few.
@Index(['staffId'], { where: 'read_at IS NULL' })
// What waits for an answer in a conversation, and what goes with it.
@Index(['conversationId', 'staffId'])
@Index(['createdAt'])
export class NoticeRow {
  @id() id: string;
  @idRef() staffId: string;
  @idRef() fromId: string;
  @idRef() conversationId: string;
  /** The entry it stands in. */
  @integer() seq: number;
  @text() kind: NoticeKind;
  @instant() createdAt: number;
  @instant({ nullable: true }) readAt: number | null;
  /** Of a question: when it was answered or taken back; null while it waits. Of anything else its beginning. */
  @instant({ nullable: true }) answeredAt: number | null;
}
