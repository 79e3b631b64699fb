import type { ReplyTexts } from '@candour/shared/replies.js';
import type { Topic } from '@candour/shared/words.js';
import { Entity, Index } from 'typeorm';
import { id, idRef, instant, json, text } from '../core/database/columns.js';

/** Whose a reply is that everybody has. */
export const SHARED = 'shared';

/** A canned reply: words of the desk in its languages, with gaps that are filled for each conversation. */
@Entity('replies')
// One name of each owner; the list of a person is two stretches of this index.
@Index(['owner', 'name'], { unique: true, where: 'removed_at IS NULL' })
export class ReplyRow {
  @id() id: string;
  /** A member of staff, or `shared`. */
  @idRef() owner: string;
  @text() name: string;
  @text({ nullable: true }) topic: Topic | null;
  @json() texts: ReplyTexts;
  @instant() changedAt: number;
  /** A shared one that was removed stays known, so that the starting set does not bring it back. */
  @instant({ nullable: true }) removedAt: number | null;
}
