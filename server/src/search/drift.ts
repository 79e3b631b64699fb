import { MoreThan, type EntityManager } from 'typeorm';
import type { Database } from '../core/database/database.js';
import { isReached, passageWords, type IndexStore } from './index-store.js';
import { Passage, type SearchGeneration } from './passage.entity.js';
import { SearchTodo } from './search-todo.entity.js';
import type { LogPassage, SearchSources } from './search-sources.service.js';

/** Entries compared together. */
const PAGE = 500;
const END = Number.MAX_SAFE_INTEGER;

export interface Drift {
  readonly compared: number;
  /** Entries that the index has not come to yet, and changes it has not applied yet: no drift. */
  readonly waiting: number;
  readonly todos: number;
  /** Ordinals of entries that are missing from the index or stand there with other words or another place. */
  readonly differing: readonly number[];
  /** What stands in the index and in no log. */
  readonly stray: readonly number[];
}

interface Found {
  readonly differing: number[];
  readonly stray: number[];
}

/** Holds the whole index against the whole log. What seems to differ is looked at again: the desk may be running. */
export async function driftOf(main: Database, store: IndexStore, sources: SearchSources): Promise<Drift | undefined> {
  const live = await store.live();
  if (!live) return undefined;
  const suspects: { after: number; upTo: number }[] = [];
  let compared = 0;
  let waiting = 0;
  for (let after = 0; ;) {
    const batch = await sources.log().after({ floor: END, txid: 0, ordinal: after }, PAGE);
    const reached = batch.passages.filter((passage) => isReached(live, passage));
    compared += reached.length;
    waiting += batch.passages.length - reached.length;
    const upTo = batch.atEnd ? END : batch.place.ordinal;
    const { differing, stray } = await compare(store, live, reached, after, upTo);
    if (differing.length + stray.length > 0) suspects.push({ after, upTo });
    if (batch.atEnd) break;
    after = upTo;
  }
  const found: Found = { differing: [], stray: [] };
  for (const { after, upTo } of suspects) {
    const again = await look(main, store, sources, after, upTo);
    found.differing.push(...again.differing);
    found.stray.push(...again.stray);
  }
  const todos = await main.readLong((em) => em.count(SearchTodo));
  return { compared, waiting, todos, ...found };
}

/** A second look, in which what a todo still waits for is no drift. */
async function look(
  main: Database,
  store: IndexStore,
  sources: SearchSources,
  after: number,
  upTo: number,
): Promise<Found> {
  const live = await store.live();
  if (!live) return { differing: [], stray: [] };
  const todos = await main.readLong((em) => em.find(SearchTodo));
  const changing = new Set(todos.map(({ conversationId }) => conversationId));
  const batch = await sources.log().after({ floor: END, txid: 0, ordinal: after }, PAGE);
  const reached = batch.passages.filter((passage) => isReached(live, passage));
  const { differing, stray } = await compare(store, live, reached, after, upTo);
  const placed = await store.database.readLong((em) => placesIn(em, live, after, upTo));
  const conversationOf = new Map([
    ...placed.map((passage) => [Number(passage.ordinal), passage.conversationId] as const),
    ...reached.map((passage) => [passage.ordinal, passage.conversationId] as const),
  ]);
  const lasting = (ordinal: number): boolean => !changing.has(conversationOf.get(ordinal) ?? '');
  return { differing: differing.filter(lasting), stray: stray.filter(lasting) };
}

async function compare(
  { database, words }: IndexStore,
  { generation }: SearchGeneration,
  passages: readonly LogPassage[],
  after: number,
  upTo: number,
): Promise<Found> {
  return database.readLong(async (em) => {
    const placed = await placesIn(em, { generation }, after, upTo);
    const inWords = await words.ordinals(em, generation, after, upTo);
    const byOrdinal = new Map(placed.map((passage) => [Number(passage.ordinal), passage]));
    const otherWords = await words.differing(em, generation, passages.map(passageWords));
    const elsewhere = passages.filter((passage) => !standsAs(byOrdinal.get(passage.ordinal), passage));
    const known = new Set(passages.map(({ ordinal }) => ordinal));
    const here = new Set([...byOrdinal.keys(), ...inWords.map(Number)]);
    return {
      differing: [...new Set([...otherWords.map(Number), ...elsewhere.map(({ ordinal }) => ordinal)])],
      stray: [...here].filter((ordinal) => !known.has(ordinal)),
    };
  });
}

const placesIn = (
  em: EntityManager,
  { generation }: Pick<SearchGeneration, 'generation'>,
  after: number,
  upTo: number,
): Promise<Passage[]> =>
  em
    .createQueryBuilder(Passage, 'p')
    .where({ generation, ordinal: MoreThan(after) })
    .andWhere('p.ordinal <= :upTo', { upTo })
    .getMany();

const standsAs = (placed: Passage | undefined, passage: LogPassage): boolean =>
  placed !== undefined &&
  placed.conversationId === passage.conversationId &&
  placed.seq === passage.seq &&
  placed.storedAt === passage.storedAt &&
  placed.staffOnly === passage.staffOnly;
