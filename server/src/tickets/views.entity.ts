import type { ViewFilter } from '@candour/shared/views.js';
import { Entity, Index } from 'typeorm';
import { flag, id, idRef, instant, json, text } from '../core/database/columns.js';

/** A list of the inbox that somebody kept under a name. */
@Entity('saved_views')
// One's own, and the shared ones of all.
@Index(['staffId', 'createdAt'])
@Index(['shared', 'createdAt'])
export class SavedViewRow {
  @id() id: string;
  @idRef() staffId: string;
  @text() name: string;
  @json() filter: ViewFilter;
  @flag() shared: boolean;
  @instant() createdAt: number;
}
