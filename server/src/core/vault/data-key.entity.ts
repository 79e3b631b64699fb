import { Entity, Index } from 'typeorm';
import { id, idRef, instant, sealed, text } from '../database/columns.js';

/**
 * A data key, wrapped by the master key. Lives in the key store. Shredding deletes the wrapped bytes;
 * the row stays so that nobody takes a shredded key for a lost one.
 */
@Entity('data_keys')
@Index(['ownerId', 'family'])
@Index(['retiredAt'])
export class DataKeyRow {
  @id() id: string;
  /** The customer (or other owner) whose records the key seals. */
  @idRef() ownerId: string;
  /** Whom it was made for, where a merge that can be undone gave it to another: nothing new is sealed with it then. */
  @idRef({ nullable: true }) cameFrom: string | null;
  @text() family: string;
  @sealed({ nullable: true }) wrapped: Buffer | null;
  @instant() createdAt: number;
  /** Nothing new is sealed with it since then; shredded once nothing stored needs it any more. */
  @instant({ nullable: true }) retiredAt: number | null;
  @instant({ nullable: true }) shreddedAt: number | null;
}
