import type { VisitState } from '@candour/shared/visits.js';
import { Entity, Index } from 'typeorm';
import { id, idRef, instant, text } from '../core/database/columns.js';

/** Somebody of the house goes to a customer's home. Of the customer it holds nothing but which conversation. */
@Entity('visits')
// An installer's own, and those that nobody has yet, by their day.
@Index(['installerId', 'at'])
// Beside the conversation, and what goes with it.
@Index(['conversationId', 'at'])
export class VisitRow {
  @id() id: string;
  @idRef() conversationId: string;
  @idRef({ nullable: true }) installerId: string | null;
  @instant() at: number;
  @text() state: VisitState;
  @idRef() plannedBy: string;
  @instant() plannedAt: number;
  @instant({ nullable: true }) doneAt: number | null;
}
