import { Entity, Index } from 'typeorm';
import { id, idRef, instant } from '../core/database/columns.js';

/** One signed-in browser. */
@Entity('staff_sessions')
@Index(['staffId'])
@Index(['seenAt'])
@Index(['signedInAt'])
export class StaffSessionRow {
  /** SHA-256 of the id that the cookie carries: whoever reads this table cannot become anyone. */
  @id() id: string;
  @idRef() staffId: string;
  @instant() signedInAt: number;
  /** Written at most once a minute. */
  @instant() seenAt: number;
}
