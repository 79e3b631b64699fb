import type { SearchAsk, SearchHit } from '@candour/shared/search.js';
import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../core/access/actor.js';

/** A place in the log: see `SearchGeneration`. */
export interface LogPlace {
  readonly floor: number;
  readonly txid: number;
  readonly ordinal: number;
}

/** A message or note as the log holds it, masked as stored. */
export interface LogPassage {
  readonly ordinal: number;
  readonly txid: number;
  readonly conversationId: string;
  readonly seq: number;
  readonly storedAt: number;
  readonly staffOnly: boolean;
  readonly by: 'customer' | 'staff' | 'system';
  readonly text: string;
}

export interface LogBatch {
  readonly passages: readonly LogPassage[];
  readonly place: LogPlace;
  /** Nothing stands behind it yet. */
  readonly atEnd: boolean;
}

/** Which entries of a conversation; null: all. */
export interface Changed {
  readonly conversationId: string;
  readonly seqs: readonly number[] | null;
}

/** A found entry whose text is not cut yet. */
export type FoundEntry = Omit<SearchHit, 'excerpt'> & { readonly ordinal: number; readonly text: string };
export type Narrowing = Pick<SearchAsk, 'status' | 'channel' | 'topic' | 'language' | 'assignee' | 'tag'>;

export interface Shown {
  /** Of the entries, as far as they may be shown. */
  readonly ordinals: readonly number[];
  /** The entries; one that cannot be read any more is missing. */
  opened(): Promise<readonly FoundEntry[]>;
  /** Looked at down to this ordinal, where there were more than wanted; absent: to the end of what was found. */
  readonly downTo?: number;
}

/** What the index is made of: the log of the conversations. */
export interface SearchSource {
  /** Before the first entry. */
  start(): Promise<LogPlace>;
  /** What was committed behind a place, each entry once; of `only` one side's where it is named. */
  after(place: LogPlace, limit: number, only?: LogPassage['by']): Promise<LogBatch>;
  /** Entries as they read now; those that have gone are missing. */
  again(changed: Changed): Promise<readonly LogPassage[]>;
  /** Of found entries, in their order, the first `limit` that this actor may open and that fit. */
  show(
    actor: StaffActor,
    narrowing: Narrowing,
    ordinals: readonly { ordinal: number; conversationId: string }[],
    limit: number,
  ): Promise<Shown>;
}

/** The log registers here when its module starts, so that search imports no feature. */
@Injectable()
export class SearchSources {
  private source: SearchSource | undefined;

  register(source: SearchSource): void {
    this.source = source;
  }

  log(): SearchSource {
    if (!this.source) throw new Error('No log was registered to be searched.');
    return this.source;
  }
}
