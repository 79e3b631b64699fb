import type { Entry } from '@candour/shared/conversations.js';

/** Most entries that are drawn at once: a thread of thousands is as light as a short one. */
export const DRAWN = 100;
/** How many are drawn at first where all of them would be new: the others follow a frame later. */
export const DRAWN_FIRST = 40;
/** How far the window moves at once: its reader is never near what leaves it. */
export const STEP = 20;

/** The entries that are drawn, at most `most`. `end` is the number of the last one; undefined follows the newest. */
export function windowOf(entries: readonly Entry[], end: number | undefined, most = DRAWN): readonly Entry[] {
  const first = entries[0]?.seq;
  if (first === undefined || entries.length <= most) return entries;
  // The log is a run of numbers without a gap: a number is a place.
  const after = end === undefined ? entries.length : Math.min(entries.length, Math.max(most, end - first + 1));
  return entries.slice(after - most, after);
}

/** The window one step towards the beginning; the same where it stands there already. */
export function earlierThan(entries: readonly Entry[], end: number | undefined): number | undefined {
  const drawn = windowOf(entries, end);
  const [first, last] = [drawn[0]?.seq, drawn.at(-1)?.seq];
  if (first === undefined || last === undefined || first === entries[0]?.seq) return end;
  return last - Math.min(STEP, first - (entries[0]?.seq ?? first));
}

/** One step towards the end; undefined once it is there and follows it. */
export function laterThan(entries: readonly Entry[], end: number | undefined): number | undefined {
  const last = windowOf(entries, end).at(-1)?.seq;
  const newest = entries.at(-1)?.seq;
  if (end === undefined || last === undefined || newest === undefined || last + STEP >= newest) return undefined;
  return last + STEP;
}
