import { Entity, Index } from 'typeorm';
import { id, idRef, instant, json } from '../core/database/columns.js';
import type { Joined } from '../conversations/joining.service.js';

/** What the merge of two conversations did, kept for minutes so that it can be taken back. */
@Entity('merge_deeds')
// The rows whose time is over.
@Index(['at'])
export class MergeDeed {
  @id() id: string;
  @idRef() staffId: string;
  @instant() at: number;
  @idRef() fromId: string;
  @idRef() intoId: string;
  @json() did: Joined;
}
