import { newId } from '@candour/shared/ids.js';
import { Injectable } from '@nestjs/common';
import type { Tx } from '../core/database/database.js';
import { SearchTodo } from './search-todo.entity.js';
import type { Changed } from './search-sources.service.js';

/** Says, in the unit that changes them, which entries the index must look at again. New ones it finds by itself. */
@Injectable()
export class SearchTodos {
  async add(tx: Tx, changed: readonly Changed[]): Promise<void> {
    if (changed.length === 0) return;
    await tx.em.insert(
      SearchTodo,
      changed.map(({ conversationId, seqs }) => ({ id: newId(), conversationId, seqs: seqs && [...seqs] })),
    );
  }
}
