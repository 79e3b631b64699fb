import { Entity } from 'typeorm';
import { id, idRef, json } from '../core/database/columns.js';

/** What the index must look at again, written with the change itself and deleted when that is done. */
@Entity('search_todos')
export class SearchTodo {
  @id() id: string;
  @idRef() conversationId: string;
  /** Numbers of its entries that changed; null: it went, with all of them. */
  @json({ nullable: true }) seqs: number[] | null;
}
