import { Inject, Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../core/database/database.js';
import { IndexStore } from './index-store.js';
import type { SearchGeneration } from './passage.entity.js';
import { SearchSources } from './search-sources.service.js';
import { SearchTodo } from './search-todo.entity.js';

/** Entries in one unit: it holds the search store's writer for some milliseconds. */
export const BATCH = 500;
/** Todos taken together. */
const TODOS = 50;

/** Keeps the index where the log is. Several nodes may do it at once: who comes second writes nothing. */
@Injectable()
export class Indexer {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(IndexStore) private readonly store: IndexStore,
    @Inject(SearchSources) private readonly sources: SearchSources,
  ) {}

  /** One batch of new entries, then what was said to have changed. Answers whether more waits. */
  async pass(): Promise<boolean> {
    const live = await this.store.live();
    if (!live) await this.store.open(0, 'live', await this.sources.log().start());
    const generation = live ?? (await this.store.live());
    const more = generation !== undefined && !(await this.follow(generation));
    return (await this.applyTodos()) || more;
  }

  /** Takes one index a batch further. Answers whether it has reached the end of the log. */
  async follow(generation: SearchGeneration): Promise<boolean> {
    const batch = await this.sources.log().after(generation, BATCH);
    const { place } = batch;
    const moved = place.ordinal !== generation.ordinal || place.txid !== generation.txid;
    if (!moved) return batch.atEnd;
    return (await this.store.append(generation, batch)) && batch.atEnd;
  }

  private async applyTodos(): Promise<boolean> {
    const todos = await this.database.read((em) => em.find(SearchTodo, { order: { id: 'ASC' }, take: TODOS }));
    for (const todo of todos) await this.store.replace(todo, () => this.sources.log().again(todo));
    if (todos.length === 0) return false;
    // What left the tables is to leave the files too, before it counts as done.
    await this.store.database.emptyLog();
    await this.database.write(({ em }) => em.delete(SearchTodo, { id: In(todos.map(({ id }) => id)) }));
    return todos.length === TODOS;
  }
}
