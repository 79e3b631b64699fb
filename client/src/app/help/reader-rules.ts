import type { Entry } from '@candour/shared/conversations.js';

/** What came joins what is there; a mask or removal changes the entries that it names. */
export function merged(before: readonly Entry[], came: readonly Entry[]): Entry[] {
  const entries = [...before, ...came];
  const changes = new Map(came.flatMap(({ targets }) => targets ?? []).map((target) => [target.seq, target]));
  return changes.size === 0
    ? entries
    : entries.map((entry) => {
        const change = changes.get(entry.seq);
        return change ? { ...entry, text: change.text, masks: change.masks } : entry;
      });
}
