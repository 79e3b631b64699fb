import { Entity, Index } from 'typeorm';
import { blind, id, idRef, instant } from '../core/database/columns.js';

/** A one-time link by which a member of staff sets a password. */
@Entity('sign_in_links')
@Index(['staffId'])
@Index(['expiresAt'])
export class SignInLinkRow {
  @id() id: string;
  @idRef() staffId: string;
  /** SHA-256 of the token: it is shown once and never stored. */
  @blind({ unique: true }) tokenHash: string;
  /** The administrator who handed it out. */
  @idRef() createdBy: string;
  @instant() createdAt: number;
  @instant() expiresAt: number;
  @instant({ nullable: true }) usedAt: number | null;
}
