import { DAY } from '@candour/shared/instant.js';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Database, type Tx } from '../core/database/database.js';
import { eachTextOf, RowSet } from '../core/database/rows.js';
import { SEARCH_DATABASE } from '../core/tokens.js';
import { Passage, SearchDay, SearchGeneration, type GenerationNumber } from './passage.entity.js';
import { wordsOf } from './search.rules.js';
import type { Changed, LogBatch, LogPassage, LogPlace } from './search-sources.service.js';
import { wordIndexes, type FindAsk, type FoundPassage, type PassageWords, type WordIndex } from './word-index.js';

/** The last instant of a `Date`. */
const LATEST = 8_640_000_000_000_000;
/** Passages removed in one unit. */
const REMOVED = 2000;

/** The search store: what stands in it, and the units that change it. */
@Injectable()
export class IndexStore {
  readonly words: WordIndex;
  /** The one that answered when it was last looked for. */
  answering: GenerationNumber | undefined;
  private readonly rows: RowSet;

  constructor(@Inject(SEARCH_DATABASE) readonly database: Database) {
    this.words = wordIndexes[database.engine];
    this.rows = new RowSet(database.engine, 'passages', {
      generation: 'int',
      ordinal: 'int',
      conversation_id: 'text',
      seq: 'int',
      stored_at: 'int',
      staff_only: 'flag',
    });
  }

  generations(): Promise<SearchGeneration[]> {
    return this.database.read((em) => em.find(SearchGeneration, { order: { generation: 'ASC' } }));
  }

  /** The index that answers; undefined before the first pass, and after a crash of PostgreSQL emptied it. */
  async live(): Promise<SearchGeneration | undefined> {
    return (await this.generations()).find(({ state }) => state === 'live');
  }

  /** Its number alone, read on every search: another process may have built it anew since. */
  async answers(): Promise<GenerationNumber | undefined> {
    const [row] = await this.database.read((em) =>
      em.query<{ generation: number }[]>(`SELECT generation FROM search_generations WHERE state = 'live'`),
    );
    this.answering = row && (Number(row.generation) as GenerationNumber);
    return this.answering;
  }

  find(generation: GenerationNumber, ask: FindAsk): Promise<FoundPassage[]> {
    return this.database.read((em) => this.words.find(em, generation, ask));
  }

  /** Between which ordinals everything of these days lies, both ends outside; undefined where there is nothing. */
  async reach(
    generation: GenerationNumber,
    from: number,
    to: number,
  ): Promise<{ after: number; before: number } | undefined> {
    const [row] = await this.database.read((em) =>
      em.query<{ first: number | null; last: number | null }[]>(
        'SELECT min(first) AS first, max(last) AS last FROM search_days WHERE generation = $1 AND day >= $2 AND day <= $3',
        [generation, dayOf(from), dayOf(to)],
      ),
    );
    if (row?.first == null || row.last == null) return undefined;
    return { after: Number(row.first) - 1, before: Number(row.last) + 1 };
  }

  /** Opens an index, where none stands in its place. */
  async open(generation: GenerationNumber, state: 'live' | 'next', place: LogPlace): Promise<void> {
    await this.database.write(async ({ em }) => {
      if (await em.existsBy(SearchGeneration, [{ generation }, { state }])) return;
      await em.insert(SearchGeneration, { generation, state, ...place, applied: 0 });
    });
  }

  /**
   * Writes a batch that was read behind `seen`. Answers false, and writes nothing, where another node was quicker or a
   * todo was applied since: what was read may not be true any more.
   */
  append(seen: SearchGeneration, { passages, place }: LogBatch): Promise<boolean> {
    return this.database.write(async (tx) => {
      const { generation } = seen;
      const now = await tx.em.findOneBy(SearchGeneration, { generation });
      if (!now || !same(now, seen)) return false;
      await this.put(tx, generation, passages);
      await tx.em.update(SearchGeneration, { generation }, place);
      return true;
    });
  }

  /** Puts what an entry reads now in place of what stood here, in every index that has come so far. */
  async replace(changed: Changed, read: () => Promise<readonly LogPassage[]>): Promise<void> {
    // First counted, then read: a batch that was read before cannot be written any more.
    await this.database.write(({ em }) => em.query('UPDATE search_generations SET applied = applied + 1'));
    const passages = await read();
    for (const { generation } of await this.generations()) {
      while ((await this.forget(generation, changed)) === REMOVED);
      await this.database.write(async (tx) => {
        const now = await tx.em.findOneBy(SearchGeneration, { generation });
        if (!now) return;
        const reached = passages.filter((passage) => isReached(now, passage));
        await this.drop(tx, generation, reached);
        await this.put(tx, generation, reached);
      });
    }
  }

  /** From now on `next` answers, and the one before is past. */
  async swap(): Promise<void> {
    await this.database.write(async ({ em }) => {
      await em.update(SearchGeneration, { state: 'live' }, { state: 'past' });
      await em.update(SearchGeneration, { state: 'next' }, { state: 'live' });
    });
  }

  /** Removes an index that does not answer. Its row goes last: until then todos are applied to it too. */
  async clear(generation: GenerationNumber): Promise<void> {
    await this.database.write(({ em }) => this.words.empty(em, generation));
    while (
      (await this.database.write(async ({ em }) => {
        const ordinals = await em.find(Passage, { where: { generation }, select: { ordinal: true }, take: REMOVED });
        await this.dropRows(em, generation, ordinals);
        return ordinals.length;
      })) > 0
    );
    await this.database.write(async ({ em }) => {
      // Once more: a todo may have put words back while the rows were leaving.
      await this.words.empty(em, generation);
      await em.delete(Passage, { generation });
      await em.delete(SearchDay, { generation });
      await em.delete(SearchGeneration, { generation });
    });
  }

  private forget(generation: GenerationNumber, { conversationId, seqs }: Changed): Promise<number> {
    return this.database.write(async (tx) => {
      const query = tx.em
        .createQueryBuilder(Passage, 'p')
        .where('p.generation = :generation AND p.conversationId = :conversationId', { generation, conversationId });
      if (seqs) query.andWhere('p.seq IN (:...seqs)', { seqs: seqs.length > 0 ? seqs : [0] });
      const found = await query.limit(REMOVED).getMany();
      await this.drop(tx, generation, found);
      return found.length;
    });
  }

  private async put({ em }: Tx, generation: GenerationNumber, passages: readonly LogPassage[]): Promise<void> {
    if (passages.length === 0) return;
    await this.rows.insert(
      em,
      passages.map(({ ordinal, conversationId, seq, storedAt, staffOnly }) => [
        generation,
        ordinal,
        conversationId,
        seq,
        storedAt,
        staffOnly,
      ]),
    );
    await this.words.put(em, generation, passages.map(passageWords));
    await this.widen(em, generation, passages);
  }

  private async widen(em: EntityManager, generation: GenerationNumber, passages: readonly LogPassage[]): Promise<void> {
    for (const [day, { first, last }] of daysOf(passages)) {
      const [least, most] = this.database.engine === 'sqlite' ? ['min', 'max'] : ['least', 'greatest'];
      await em.query(
        `INSERT INTO search_days (generation, day, first, last) VALUES ($1, $2, $3, $4)
         ON CONFLICT (generation, day) DO UPDATE SET
           first = ${least}(search_days.first, excluded.first), last = ${most}(search_days.last, excluded.last)`,
        [generation, day, first, last],
      );
    }
  }

  private async drop(
    { em }: Tx,
    generation: GenerationNumber,
    passages: readonly { ordinal: number }[],
  ): Promise<void> {
    if (passages.length === 0) return;
    await this.words.remove(
      em,
      generation,
      passages.map(({ ordinal }) => Number(ordinal)),
    );
    await this.dropRows(em, generation, passages);
  }

  private async dropRows(
    em: EntityManager,
    generation: GenerationNumber,
    passages: readonly { ordinal: number }[],
  ): Promise<void> {
    const ordinals = passages.map(({ ordinal }) => String(ordinal));
    const each = eachTextOf(this.database.engine, '$1');
    await em.query(
      ` DELETE FROM passages WHERE generation = ${generation}
        AND ordinal IN (SELECT CAST(j.value AS bigint) FROM ${each})`,
      [JSON.stringify(ordinals)],
    );
  }
}

export const passageWords = ({ ordinal, text }: LogPassage): PassageWords => ({
  ordinal,
  words: wordsOf(text).map(({ word }) => word),
});

/** Days since 1970-01-01 (UTC); an end that is not given is one that no message reaches. */
export const dayOf = (instant: number): number => Math.floor(Math.min(instant, LATEST) / DAY);

/** Of each day the first and the last ordinal. */
export function daysOf(
  passages: readonly Pick<LogPassage, 'ordinal' | 'storedAt'>[],
): Map<number, { first: number; last: number }> {
  const days = new Map<number, { first: number; last: number }>();
  for (const { ordinal, storedAt } of passages) {
    const { first, last } = days.get(dayOf(storedAt)) ?? { first: ordinal, last: ordinal };
    days.set(dayOf(storedAt), { first: Math.min(first, ordinal), last: Math.max(last, ordinal) });
  }
  return days;
}

const same = (one: SearchGeneration, other: SearchGeneration): boolean =>
  one.state === other.state &&
  one.floor === other.floor &&
  one.txid === other.txid &&
  one.ordinal === other.ordinal &&
  one.applied === other.applied;

/** Whether the index has come past this entry. */
export function isReached(place: LogPlace, { txid, ordinal }: Pick<LogPassage, 'txid' | 'ordinal'>): boolean {
  if (ordinal <= place.floor) return place.txid > 0 || ordinal <= place.ordinal;
  return txid < place.txid || (txid === place.txid && ordinal <= place.ordinal);
}
