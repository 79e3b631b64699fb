import type { Role, Skills } from '@candour/shared/staff.js';
import { Entity, Index } from 'typeorm';
import { blind, flag, id, idRef, instant, json, sealed, text } from '../core/database/columns.js';

/** A member of staff. */
@Entity('staff')
@Index(['disabledAt', 'id'])
export class StaffRow {
  @id() id: string;
  /** Data key of name and e-mail. */
  @idRef() keyId: string;
  @sealed() name: Buffer;
  @sealed() email: Buffer;
  /** Finds the person by e-mail; `Vault.blindIndex('staff-email', ...)`. */
  @blind({ unique: true }) emailIndex: string;
  @text() role: Role;
  /** By somebody who had no second person to ask (house rule 7). */
  @flag() grantedAlone: boolean;
  @json() skills: Skills;
  /** argon2id with a pepper, in PHC form; null: invited, no password yet. */
  @text({ nullable: true }) passwordHash: string | null;
  @instant() createdAt: number;
  @instant({ nullable: true }) lastSeenAt: number | null;
  @instant({ nullable: true }) disabledAt: number | null;
}
