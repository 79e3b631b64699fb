import { DAY, MINUTE } from '@candour/shared/instant.js';
import { languages, type Language, type Topic } from '@candour/shared/words.js';

/** Openings that a page is told of: it may have been loaded before this one ends. */
const AHEAD = DAY;
const SPANS_MOST = 3;

/** `[from, to)` in minutes since 1970, by language; the page compares them with its own clock. */
export type Spans = Partial<Record<Language, readonly (readonly [number, number])[]>>;

/** A rule as it is kept. */
export interface KeptRule {
  readonly id: string;
  readonly path: string;
  readonly after: number;
  readonly topic: Topic | null;
  readonly whileOpen: boolean;
  readonly active: boolean;
  readonly words: Partial<Record<Language, string>>;
}

/** A rule as the loader reads it: see `client/widget/greeting.ts`. */
export interface LoaderRule {
  readonly id: string;
  readonly path: string;
  readonly after: number;
  readonly topic?: string;
  readonly open?: Spans;
  readonly text: Partial<Record<Language, string>>;
}

/** Openings from `at` on for a day, at most three: the loader of a page is kept for minutes, a page may be for hours. */
export function spansFrom(
  openings: (at: number) => { readonly from: number; readonly to: number } | undefined,
  at: number,
): [number, number][] {
  const spans: [number, number][] = [];
  // The one under way began before: it is looked for a day back.
  for (let from = at - DAY, span = openings(from); span && spans.length < SPANS_MOST; span = openings(from)) {
    if (span.from > at + AHEAD) break;
    if (span.to > at) spans.push([Math.floor(span.from / MINUTE), Math.ceil(span.to / MINUTE)]);
    from = Math.max(span.to, from + MINUTE);
  }
  return spans;
}

/** What the loader is served of the rules that are on. */
export function loaderRules(rows: readonly KeptRule[], spans: Spans): LoaderRule[] {
  return rows
    .filter(({ active }) => active)
    .map(({ id, path, after, topic, whileOpen, words }) => ({
      // Enough to tell twelve rules apart.
      id: id.slice(-8),
      path,
      after,
      ...(topic ? { topic } : {}),
      ...(whileOpen ? { open: only(spans, words) } : {}),
      text: words,
    }));
}

const only = (spans: Spans, words: Partial<Record<Language, string>>): Spans =>
  Object.fromEntries(languages.flatMap((one) => (words[one] === undefined ? [] : [[one, spans[one] ?? []]])));
