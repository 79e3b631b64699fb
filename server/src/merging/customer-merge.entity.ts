import { Entity, Index } from 'typeorm';
import { id, idRef, instant, json, text } from '../core/database/columns.js';
import type { CustomersJoined } from '../customers/customer-joining.service.js';

/** One customer is to be merged into another, or was: then it says which records came from where. */
@Entity('customer_merges')
@Index(['fromId'])
@Index(['intoId', 'state'])
// What waits for a second person, the oldest first.
@Index(['state', 'askedAt', 'id'])
export class CustomerMergeRow {
  @id() id: string;
  @idRef() fromId: string;
  @idRef() intoId: string;
  @text() state: 'asked' | 'merged';
  @idRef() askedBy: string;
  @instant() askedAt: number;
  @idRef({ nullable: true }) decidedBy: string | null;
  @instant({ nullable: true }) mergedAt: number | null;
  /** Ids of the records that came with the first, by table. */
  @json({ nullable: true }) did: CustomersJoined | null;
}
