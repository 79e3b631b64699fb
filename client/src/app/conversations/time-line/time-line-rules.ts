import type { Entry } from '@candour/shared/conversations.js';
import { MINUTE } from '@candour/shared/instant.js';
import { startOfDay } from '../../core/dates';

export type Line =
  | { readonly kind: 'day'; readonly key: string; readonly at: number }
  | { readonly kind: 'entry'; readonly key: string; readonly entry: Entry; readonly follows: boolean }
  | { readonly kind: 'facts'; readonly key: string; readonly entries: readonly Entry[] };

/** More facts in a row than this are folded into one line. */
export const FACTS_SHOWN = 2;
const TOGETHER_WITHIN = 3 * MINUTE;

/** The time line: a mark where a day begins, facts gathered, messages of one person in a row held together. */
export function linesOf(entries: readonly Entry[]): Line[] {
  const lines: Line[] = [];
  let day = NaN;
  let before: Entry | undefined;
  for (const entry of entries) {
    if (entry.kind === 'hidden') continue;
    if (startOfDay(entry.at) !== day) {
      day = startOfDay(entry.at);
      lines.push({ kind: 'day', key: `day-${day}`, at: entry.at });
      before = undefined;
    }
    const last = lines.at(-1);
    if (isFact(entry)) {
      if (last?.kind === 'facts') lines[lines.length - 1] = { ...last, entries: [...last.entries, entry] };
      else lines.push({ kind: 'facts', key: `facts-${entry.seq}`, entries: [entry] });
      before = undefined;
      continue;
    }
    lines.push({ kind: 'entry', key: entry.id, entry, follows: before !== undefined && together(before, entry) });
    before = entry;
  }
  return lines;
}

function isFact(entry: Entry): boolean {
  return entry.kind === 'fact' || entry.kind === 'mask' || entry.kind === 'removal';
}

function together(a: Entry, b: Entry): boolean {
  return a.kind === b.kind && a.by.role === b.by.role && a.by.id === b.by.id && b.at - a.at < TOGETHER_WITHIN;
}
