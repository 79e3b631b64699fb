import { Refused } from '@candour/shared/errors.js';
import type { Page } from '@candour/shared/paging.js';
import type { SearchAsk, SearchHit } from '@candour/shared/search.js';
import { Injectable } from '@nestjs/common';
import { AccessTrail } from '../audit/access-trail.service.js';
import { requireAccess } from '../core/access/access.js';
import type { Actor, StaffActor } from '../core/access/actor.js';
import { IndexStore } from './index-store.js';
import type { GenerationNumber } from './passage.entity.js';
import { excerptOf, marksIn, termsOf, type Term } from './search.rules.js';
import { SearchSources } from './search-sources.service.js';

/** Found entries looked at together when the first few were not enough, and how often for one page. */
const LOOK = 500;
const LOOKS = 10;
const END = Number.MAX_SAFE_INTEGER;

interface Gathered {
  readonly hits: (SearchHit & { readonly ordinal: number })[];
  /** Looked at down to here; undefined: to the end. */
  readonly downTo: number | undefined;
}

/** Words in the whole history. Who may see what is judged on the conversations as they stand, never on a copy. */
@Injectable()
export class SearchService {
  constructor(
    private readonly store: IndexStore,
    private readonly sources: SearchSources,
    private readonly readings: AccessTrail,
  ) {}

  /**
   * Newest first, by keyset; the search stands in the audit (policy R8).
   * @throws Refused `not-allowed`, `cursor-invalid`.
   */
  async search(actor: Actor, ask: SearchAsk): Promise<Page<SearchHit>> {
    requireAccess(actor, 'conversation.list', 'P5', { categories: ['C5'] });
    if (actor.kind !== 'staff') throw new Refused('not-allowed');
    const before = ask.cursor === undefined ? END : placeOf(ask.cursor);
    const terms = termsOf(ask.q);
    const live = terms.length > 0 ? await this.store.live() : undefined;
    if (!live) return { rows: [] };
    const { hits, downTo } = await this.gather(actor, ask, terms, live.generation, before);
    const page = hits.slice(0, ask.limit);
    await this.readings.note({
      actor,
      verb: 'conversation.searched',
      purpose: 'P5',
      rows: page.map(({ id }) => id),
      query: ask.q,
    });
    const next = hits.length > ask.limit ? page.at(-1)?.ordinal : downTo;
    return { rows: page, ...(next === undefined ? {} : { next: String(next) }) };
  }

  private async gather(
    actor: StaffActor,
    ask: SearchAsk,
    terms: readonly Term[],
    generation: GenerationNumber,
    start: number,
  ): Promise<Gathered> {
    const { from = 0, to = END } = ask;
    const hits: Gathered['hits'] = [];
    let before = start;
    for (let looks = 0; looks < LOOKS; looks++) {
      const limit = looks === 0 ? 2 * ask.limit : LOOK;
      const found = await this.store.find(generation, { terms, before, from, to, limit });
      const need = ask.limit + 1 - hits.length;
      const { entries, downTo } = await this.sources.log().show(actor, ask, found, need);
      for (const { text, ...entry } of entries) {
        // What was masked or went since it was indexed does not say it any more.
        const marks = marksIn(text, terms);
        if (marks) hits.push({ ...entry, excerpt: excerptOf(text, marks) });
      }
      if (hits.length > ask.limit) return { hits, downTo: undefined };
      const last = downTo ?? (found.length < limit ? undefined : found.at(-1)?.ordinal);
      if (last === undefined) return { hits, downTo: undefined };
      before = last;
    }
    return { hits, downTo: before };
  }
}

function placeOf(cursor: string): number {
  if (!/^\d{1,15}$/.test(cursor)) throw new Refused('cursor-invalid');
  return Number(cursor);
}
