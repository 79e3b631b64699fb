import type { EntityManager } from 'typeorm';
import type { Engine } from '../core/database/database.js';
import type { GenerationNumber } from './passage.entity.js';
import type { Term } from './search.rules.js';

/** The words of one passage, in their order. */
export interface PassageWords {
  readonly ordinal: number;
  readonly words: readonly string[];
}

export interface FindAsk {
  readonly terms: readonly Term[];
  /** Only ordinals below, and above. */
  readonly before: number;
  readonly after: number;
  /** When the message was stored. */
  readonly from: number;
  readonly to: number;
  readonly limit: number;
}

export interface FoundPassage {
  readonly ordinal: number;
  readonly conversationId: string;
  readonly storedAt: number;
}

/** Full text on one engine. All else of the index is the same on both. */
export interface WordIndex {
  put(em: EntityManager, generation: GenerationNumber, rows: readonly PassageWords[]): Promise<void>;
  remove(em: EntityManager, generation: GenerationNumber, ordinals: readonly number[]): Promise<void>;
  empty(em: EntityManager, generation: GenerationNumber): Promise<void>;
  /** Newest first. */
  find(em: EntityManager, generation: GenerationNumber, ask: FindAsk): Promise<FoundPassage[]>;
  /** Which of these are missing or stand there with other words. */
  differing(em: EntityManager, generation: GenerationNumber, rows: readonly PassageWords[]): Promise<number[]>;
  /** What stands there between two ordinals, the second included. */
  ordinals(em: EntityManager, generation: GenerationNumber, after: number, upTo: number): Promise<number[]>;
}

const FOUND = `SELECT p.ordinal AS ordinal, p.conversation_id AS "conversationId", p.stored_at AS "storedAt"`;
const among = (generation: GenerationNumber): string =>
  `p.generation = ${generation} AND p.stored_at >= $1 AND p.stored_at <= $2`;

/** An ordinary FTS5 table with `secure-delete`; decision 0102. */
export const createSqliteWords = (generation: GenerationNumber): readonly string[] => [
  `CREATE VIRTUAL TABLE passage_words_${generation} USING fts5(words, tokenize = 'unicode61')`,
  ` INSERT INTO passage_words_${generation} (passage_words_${generation}, rank) VALUES ('secure-delete', 1)`,
];

/** Newest first, along the index: it stops where the page is full. */
export const sqliteFind = (
  generation: GenerationNumber,
  { terms, before, after, from, to, limit }: FindAsk,
): { sql: string; parameters: (string | number)[] } => ({
  sql: `${FOUND} FROM passage_words_${generation} w
       CROSS JOIN passages p ON p.generation = ${generation} AND p.ordinal = w.rowid
       WHERE ${among(generation)} AND w.passage_words_${generation} MATCH $3 AND w.rowid < $4 AND w.rowid > $5
       ORDER BY w.rowid DESC LIMIT $6`,
  parameters: [from, to, matchOf(terms), before, after, limit],
});

const sqlite: WordIndex = {
  async put(em, generation, rows) {
    await em.query(
      ` INSERT INTO passage_words_${generation} (rowid, words)
        SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]') FROM json_each($1)`,
      [JSON.stringify(rows.map(({ ordinal, words }) => [ordinal, words.join(' ')]))],
    );
  },
  async remove(em, generation, ordinals) {
    await em.query(` DELETE FROM passage_words_${generation} WHERE rowid IN (SELECT value FROM json_each($1))`, [
      JSON.stringify(ordinals),
    ]);
  },
  async empty(em, generation) {
    await em.query(`DROP TABLE passage_words_${generation}`);
    for (const statement of createSqliteWords(generation)) await em.query(statement);
  },
  find(em, generation, ask) {
    const { sql, parameters } = sqliteFind(generation, ask);
    return em.query<FoundPassage[]>(sql, parameters);
  },
  async differing(em, generation, rows) {
    const found = await em.query<{ ordinal: number }[]>(
      `SELECT json_extract(value, '$[0]') AS ordinal FROM json_each($1)
       LEFT JOIN passage_words_${generation} w ON w.rowid = json_extract(value, '$[0]')
       WHERE w.words IS NOT json_extract(value, '$[1]')`,
      [JSON.stringify(rows.map(({ ordinal, words }) => [ordinal, words.join(' ')]))],
    );
    return found.map(({ ordinal }) => ordinal);
  },
  async ordinals(em, generation, after, upTo) {
    const found = await em.query<{ ordinal: number }[]>(
      `SELECT rowid AS ordinal FROM passage_words_${generation} WHERE rowid > $1 AND rowid <= $2`,
      [after, upTo],
    );
    return found.map(({ ordinal }) => ordinal);
  },
};

/** Words hold letters and digits alone: nothing in a quoted word is an operator. */
const matchOf = (terms: readonly Term[]): string =>
  terms.map(({ words, prefix }) => `"${words.join(' ')}"${prefix ? ' *' : ''}`).join(' AND ');

/** Fewer matches than this are sorted; with more, the newest are soon met on the way back. */
const RARE = 2000;

const postgres: WordIndex = {
  async put(em, generation, rows) {
    await em.query(
      `INSERT INTO passage_words_${generation} (ordinal, words)
       SELECT (value->>0)::bigint, (value->>1)::tsvector FROM json_array_elements($1::json)`,
      [JSON.stringify(rows.map(({ ordinal, words }) => [ordinal, vectorOf(words)]))],
    );
  },
  async remove(em, generation, ordinals) {
    await em.query(`DELETE FROM passage_words_${generation} WHERE ordinal = ANY ($1::bigint[])`, [ordinals]);
  },
  async empty(em, generation) {
    await em.query(`TRUNCATE passage_words_${generation}`);
  },
  async find(em, generation, { terms, before, after, from, to, limit }) {
    const table = `passage_words_${generation}`;
    const query = tsqueryOf(terms);
    const rare = await em.query<{ ordinal: number }[]>(
      `SELECT ordinal FROM ${table} WHERE words @@ $1::tsquery LIMIT ${RARE}`,
      [query],
    );
    const words =
      rare.length < RARE
        ? `(SELECT unnest($3::bigint[]) AS ordinal)`
        : `(SELECT ordinal FROM ${table} WHERE words @@ $3::tsquery)`;
    return em.query<FoundPassage[]>(
      `${FOUND} FROM ${words} w JOIN passages p ON p.generation = ${generation} AND p.ordinal = w.ordinal
       WHERE ${among(generation)} AND w.ordinal < $4 AND w.ordinal > $5
       ORDER BY p.ordinal DESC LIMIT $6`,
      [from, to, rare.length < RARE ? rare.map(({ ordinal }) => ordinal) : query, before, after, limit],
    );
  },
  async differing(em, generation, rows) {
    const found = await em.query<{ ordinal: number }[]>(
      `SELECT (value->>0)::bigint AS ordinal FROM json_array_elements($1::json)
       LEFT JOIN passage_words_${generation} w ON w.ordinal = (value->>0)::bigint
       WHERE w.words IS DISTINCT FROM (value->>1)::tsvector`,
      [JSON.stringify(rows.map(({ ordinal, words }) => [ordinal, vectorOf(words)]))],
    );
    return found.map(({ ordinal }) => ordinal);
  },
  async ordinals(em, generation, after, upTo) {
    const found = await em.query<{ ordinal: number }[]>(
      `SELECT ordinal FROM passage_words_${generation} WHERE ordinal > $1 AND ordinal <= $2`,
      [after, upTo],
    );
    return found.map(({ ordinal }) => ordinal);
  },
};

/** No parser and no dictionary of the server's: the words are ours, so that both engines find the same. */
function vectorOf(words: readonly string[]): string {
  const places = new Map<string, number[]>();
  for (const [i, word] of words.entries()) {
    const known = places.get(word);
    if (known) known.push(i + 1);
    else places.set(word, [i + 1]);
  }
  return [...places].map(([word, at]) => `'${word}':${at.join(',')}`).join(' ');
}

const tsqueryOf = (terms: readonly Term[]): string =>
  terms
    .map(({ words, prefix }) => {
      const last = words.length - 1;
      return `(${words.map((word, i) => `'${word}'${prefix && i === last ? ':*' : ''}`).join(' <-> ')})`;
    })
    .join(' & ');

export const wordIndexes: Readonly<Record<Engine, WordIndex>> = { sqlite, postgres };
