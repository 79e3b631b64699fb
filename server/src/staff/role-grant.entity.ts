import type { GrantDeed, Role } from '@candour/shared/staff.js';
import { Entity, Index } from 'typeorm';
import { id, idRef, instant, text } from '../core/database/columns.js';

/** What one person asked for and another has to approve; it goes when it is decided, the audit keeps the fact. */
@Entity('role_grants')
@Index(['staffId', 'deed'], { unique: true })
@Index(['proposedBy'])
export class RoleGrantRow {
  @id() id: string;
  /** Who is to have it. */
  @idRef() staffId: string;
  @text() deed: GrantDeed;
  @text() role: Role;
  @idRef() proposedBy: string;
  @instant() proposedAt: number;
  /** Only of a link: since when it may be made, once. */
  @instant({ nullable: true }) approvedAt: number | null;
}
