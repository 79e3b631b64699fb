import { Entity, Index } from 'typeorm';
import { id, instant } from '../core/database/columns.js';

/** What a customer wants to happen to a conversation of theirs. It goes with the conversation. */
@Entity('conversation_wishes')
// Those that wait, for the loop that asks again.
@Index(['deletionAskedAt', 'conversationId'])
export class WishRecord {
  @id() conversationId: string;
  /** It is to be deleted as soon as nothing stops that. */
  @instant({ nullable: true }) deletionAskedAt: number | null;
  /** It is not to be used for training staff (policy R12). */
  @instant({ nullable: true }) trainingWithdrawnAt: number | null;
}
