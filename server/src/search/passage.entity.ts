import { Entity, Index } from 'typeorm';
import { flag, idRef, instant, integer, text } from '../core/database/columns.js';

/** Two stand side by side while the index is built anew; all else of the time there is one. */
export type GenerationNumber = 0 | 1;

/**
 * A message or note in the index. Its words stand in `passage_words_0` or `passage_words_1`, made by a migration of
 * each engine's own; its text is read from the log when it is shown.
 */
@Entity('passages')
@Index(['generation', 'conversationId', 'seq'])
export class Passage {
  @integer({ primary: true }) generation: GenerationNumber;
  /** The entry's. */
  @integer({ primary: true }) ordinal: number;
  @idRef() conversationId: string;
  @integer() seq: number;
  @instant() storedAt: number;
  /** A private note: for staff alone. */
  @flag() staffOnly: boolean;
}

/**
 * Between which ordinals the messages of a day (UTC) lie, at the widest. Clocks are turned back: an ordinal alone says
 * nothing of the date.
 */
@Entity('search_days')
export class SearchDay {
  @integer({ primary: true }) generation: GenerationNumber;
  /** Days since 1970-01-01. */
  @integer({ primary: true }) day: number;
  @integer() first: number;
  @integer() last: number;
}

/** How far an index has followed the log. */
@Entity('search_generations')
export class SearchGeneration {
  @integer({ primary: true }) generation: GenerationNumber;
  /** `live` answers searches, `next` is being built, `past` is being removed. */
  @text() state: 'live' | 'next' | 'past';
  /** Entries up to this ordinal are read in the order of their ordinals, later ones in the order of their commits. */
  @integer() floor: number;
  @integer() txid: number;
  @integer() ordinal: number;
  /** Counts applied todos: what was read from the log before one is not written after it. */
  @integer() applied: number;
}
