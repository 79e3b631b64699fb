import type { OrderSource } from '@candour/shared/orders.js';
import { Entity } from 'typeorm';
import { id, instant, integer, text } from '../core/database/columns.js';

/** How far the desk has read a shop by itself, and what was wrong last. One row a shop. */
@Entity('connectors')
export class ConnectorRow {
  /** The shop's name, such as `woocommerce`; `refunds`: how far they were told. */
  @id() id: OrderSource | 'refunds';
  /** All that the shop changed up to then is here; null: nothing was read yet. */
  @instant({ nullable: true }) readUntil: number | null;
  @instant() nextAt: number;
  /** Looks in a row that failed. */
  @integer() failures: number;
  @instant({ nullable: true }) polledAt: number | null;
  /** Coded, of a look or of a record, such as `http-500` or `status-unknown status`; never a value. */
  @text({ nullable: true }) fault: string | null;
  @instant({ nullable: true }) faultAt: number | null;
  /** The node that reads now; another goes on when the claim has run out. */
  @text({ nullable: true }) claimedBy: string | null;
  @instant({ nullable: true }) claimedUntil: number | null;
}
