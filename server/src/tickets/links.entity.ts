import { Entity, Index } from 'typeorm';
import { id, idRef, instant } from '../core/database/columns.js';

/** A record that a ticket is about beside its order: a return, a request, another conversation. */
@Entity('ticket_links')
// From the record to its tickets.
@Index(['kind', 'targetId'])
export class TicketLinkRow {
  @id() conversationId: string;
  @id() kind: string;
  @id() targetId: string;
  @instant() linkedAt: number;
  /** Who linked it. */
  @idRef() staffId: string;
}
