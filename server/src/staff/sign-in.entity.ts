import { Entity, Index } from 'typeorm';
import { id, idRef, instant, text } from '../core/database/columns.js';

export const signInWays = ['password', 'link', 'failed'] as const;
export type SignInWay = (typeof signInWays)[number];

/** An attempt to sign in. No address, no device: only who, when and how it ended. */
@Entity('sign_ins')
@Index(['staffId', 'at'])
@Index(['at', 'id'])
export class SignInRow {
  @id() id: string;
  /** Null: nobody of that name works here. */
  @idRef({ nullable: true }) staffId: string | null;
  @instant() at: number;
  @text() way: SignInWay;
}
