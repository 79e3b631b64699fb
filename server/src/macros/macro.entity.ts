import type { TicketAction } from '@candour/shared/macros.js';
import type { Topic } from '@candour/shared/words.js';
import { Entity, Index } from 'typeorm';
import { id, idRef, instant, json, text } from '../core/database/columns.js';

/** Whose a macro is that everybody has. */
export const SHARED = 'shared';

/** What is done to tickets often, in order, as one. */
@Entity('macros')
// One name of each owner; the list of a person is two stretches of this index.
@Index(['owner', 'name'], { unique: true })
export class MacroRow {
  @id() id: string;
  /** A member of staff, or `shared`. */
  @idRef() owner: string;
  @text() name: string;
  @text({ nullable: true }) topic: Topic | null;
  @json() actions: TicketAction[];
  @instant() changedAt: number;
}
