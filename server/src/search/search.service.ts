import { Refused } from '@candour/shared/errors.js';
import type { SearchAsk, SearchHit, SearchPage } from '@candour/shared/search.js';
import { Injectable } from '@nestjs/common';
import { AccessTrail, type Asked } from '../audit/access-trail.service.js';
import { requireAccess } from '../core/access/access.js';
import type { Actor, StaffActor } from '../core/access/actor.js';
import { grantOf } from '../core/access/permissions.rules.js';
import { limitsOf } from '../core/access/visibility.js';
import { IndexStore } from './index-store.js';
import type { GenerationNumber } from './passage.entity.js';
import { excerptOf, marksIn, termsOf, wordedAs, type Term } from './search.rules.js';
import { SearchSources } from './search-sources.service.js';

/** Of how many found entries one fits, at a guess, where some may fall away. */
const SPARE = 4;
/** Found entries looked at together when the first few were not enough, and how often for one page. */
const LOOK = 500;
const LOOKS = 10;
const END = Number.MAX_SAFE_INTEGER;

interface Place {
  readonly ordinal: number;
  readonly storedAt: number;
}
interface Gathered {
  readonly hits: (SearchHit & { readonly ordinal: number })[];
  /** Looked at down to here; undefined: to the end. */
  readonly downTo: Place | undefined;
  /** Which index answered when this one had no more; undefined: it had. */
  readonly answers: Promise<GenerationNumber | undefined> | undefined;
}

/** How one index is looked into. */
interface Look {
  readonly terms: readonly Term[];
  readonly generation: GenerationNumber;
  /** Only entries with a lower ordinal. */
  readonly before: number;
  /** Told of what is about to be opened, where that is all, by its ordinals. */
  readonly opening: (ordinals: readonly number[]) => void;
}

/**
 * A search is noted before it is shown, and while its entries are read and opened: the disk need not wait for them.
 * Where fewer are shown in the end, because a word was masked since, what is shown is noted too.
 */
class Noting {
  private begun: { readonly ordinals: readonly number[]; readonly done: Promise<void> } | undefined;
  private asked: Asked | undefined;

  constructor(
    private readonly readings: AccessTrail,
    private readonly actor: StaffActor,
    private readonly q: string,
  ) {}

  /** What takes no answer of the index is made ready while it looks. */
  prepare(): void {
    this.asked = this.readings.asked(this.q);
  }

  begin(ordinals: readonly number[]): void {
    if (this.begun) return;
    this.begun = { ordinals, done: this.note(ordinals) };
    // Whoever ends it hears of a failure; until then nobody listens.
    this.begun.done.catch(() => undefined);
  }

  async end(ordinals: readonly number[]): Promise<void> {
    await this.begun?.done;
    if (this.begun?.ordinals.join() !== ordinals.join()) await this.note(ordinals);
  }

  private note(ordinals: readonly number[]): Promise<void> {
    return this.readings.note({
      ...{ actor: this.actor, verb: 'conversation.searched', purpose: 'P5' },
      query: this.asked ?? this.readings.asked(this.q),
      rows: ordinals.map(String),
    });
  }
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
  async search(actor: Actor, ask: SearchAsk): Promise<SearchPage> {
    requireAccess(actor, 'conversation.list', 'P5', { categories: ['C5'] });
    if (actor.kind !== 'staff') throw new Refused('not-allowed');
    const before = ask.cursor === undefined ? END : placeOf(ask.cursor);
    const terms = termsOf(ask.q);
    const said = terms.map(wordedAs);
    if (terms.length === 0) return { rows: [], terms: said };
    const noted = new Noting(this.readings, actor, ask.q);
    const opening = (ordinals: readonly number[]): void => noted.begin(ordinals.slice(0, ask.limit));
    const look = (generation: GenerationNumber) => this.gather(actor, ask, { terms, generation, before, opening });
    const looking = this.inLive(look);
    noted.prepare();
    const { hits, downTo } = await looking;
    const page = hits.slice(0, ask.limit);
    await noted.end(page.map(({ ordinal }) => ordinal));
    const more = hits.length > ask.limit;
    const next = more ? page.at(-1)?.ordinal : downTo?.ordinal;
    return {
      rows: page,
      terms: said,
      ...(next === undefined ? {} : { next: String(next) }),
      ...(more || downTo === undefined ? {} : { lookedBackTo: downTo.storedAt }),
    };
  }

  /**
   * Looks into the index that answers. One that was emptied meanwhile, because a rebuild put another in its place, has
   * no full page to give: only where less was found it is asked whether it still answers.
   */
  private async inLive(look: (generation: GenerationNumber) => Promise<Gathered>): Promise<Gathered> {
    for (;;) {
      const generation = this.store.answering ?? (await this.store.answers());
      if (generation === undefined) return { hits: [], downTo: undefined, answers: undefined };
      const gathered = await look(generation);
      if (!gathered.answers || (await gathered.answers) === generation) return gathered;
    }
  }

  private async gather(
    actor: StaffActor,
    ask: SearchAsk,
    { terms, generation, before: start, opening }: Look,
  ): Promise<Gathered> {
    const { from = 0, to = END } = ask;
    const dated = ask.from !== undefined || ask.to !== undefined;
    const reach = dated ? await this.store.reach(generation, from, to) : { after: 0, before: END };
    const hits: Gathered['hits'] = [];
    let answers: Gathered['answers'];
    if (!reach) return { hits, downTo: undefined, answers: this.store.answers() };
    let downTo: Place | undefined;
    let before = Math.min(start, reach.before);
    const all = allFit(actor, ask);
    for (let looks = 0; looks < LOOKS; looks++) {
      const limit = looks > 0 ? LOOK : all ? ask.limit + 1 : (ask.limit + 1) * SPARE;
      const found = await this.store.find(generation, { terms, before, after: reach.after, from, to, limit });
      if (found.length < limit) answers = this.store.answers();
      const need = ask.limit + 1 - hits.length;
      // The disk takes longer over its line than the reader over the entries: it begins first.
      if (all) opening(found.map(({ ordinal }) => ordinal));
      const shown = await this.sources.log().show(actor, ask, found, need);
      if (looks === 0 && (found.length < limit || shown.ordinals.length >= need)) opening(shown.ordinals);
      for (const { text, ...entry } of await shown.opened()) {
        // What was masked or went since it was indexed does not say it any more.
        const marks = marksIn(text, terms);
        if (marks) hits.push({ ...entry, excerpt: excerptOf(text, marks) });
      }
      if (hits.length > ask.limit) return { hits, downTo: undefined, answers };
      downTo =
        found.find(({ ordinal }) => ordinal === shown.downTo) ?? (found.length < limit ? undefined : found.at(-1));
      if (downTo === undefined) break;
      before = downTo.ordinal;
    }
    return { hits, downTo, answers };
  }
}

/** Whether this actor may see all that the words find. */
function allFit(actor: StaffActor, { status, channel, topic, language, assignee, tag }: SearchAsk): boolean {
  const narrow = [status, channel, topic, language, assignee, tag].some((one) => one !== undefined);
  return !narrow && limitsOf(actor.id, grantOf(actor.role, 'conversation.list') ?? 'assigned') === undefined;
}

function placeOf(cursor: string): number {
  if (!/^\d{1,15}$/.test(cursor)) throw new Refused('cursor-invalid');
  return Number(cursor);
}
