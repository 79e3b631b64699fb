import type { Channel, Language, Topic } from '@candour/shared/words.js';
import { Entity, Index } from 'typeorm';
import { id, idRef, instant, integer, sealed, text } from '../core/database/columns.js';
import { WithEvidence } from '../policy/evidence.js';

/**
 * How a customer was helped, in their own view: one row for each resolve that was rated, or asked about by mail. Who
 * of the staff had it stands nowhere here, so that no ranking of people can be made of it (decision 0150).
 */
@Entity('surveys')
// Beside the conversation, and so that one resolve is rated once.
@Index(['conversationId', 'resolvedAt'], { unique: true })
@Index(['customerId'])
@Index(['retentionClass', 'anchorAt', 'id'])
export class SurveyRow extends WithEvidence {
  @id() id: string;
  /** Null once it is nobody's any more. */
  @idRef({ nullable: true }) conversationId: string | null;
  @idRef({ nullable: true }) customerId: string | null;
  /** The resolve that it is about. */
  @instant() resolvedAt: number;
  @text() channel: Channel;
  @text() topic: Topic;
  @text() language: Language;
  /** When a mail asked; null where the chat did. */
  @instant({ nullable: true }) askedAt: number | null;
  @instant({ nullable: true }) answeredAt: number | null;
  @integer({ nullable: true }) score: number | null;
  /** Sealed with the conversation's key. */
  @sealed({ nullable: true }) comment: Buffer | null;
  @idRef({ nullable: true }) keyId: string | null;
}
