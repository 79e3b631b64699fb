import { Entity, Index } from 'typeorm';
import { id, idRef, instant, json } from '../core/database/columns.js';
import type { Done } from './deeds.service.js';

export type BulkItem = Done & { readonly id: string };

/** What one deed did to many tickets, kept for minutes so that it can be taken back. */
@Entity('bulk_deeds')
// The rows whose time is over.
@Index(['at'])
export class BulkDeed {
  @id() id: string;
  @idRef() staffId: string;
  @instant() at: number;
  @json() items: BulkItem[];
}
