import type { Entries, Entry } from '@candour/shared/conversations.js';

/** The entries of one conversation as this screen knows them: a run of numbers without a gap, and what came too early. */
export interface EntryLog {
  /** In the order of `seq`, with every mask and removal already applied. */
  readonly entries: readonly Entry[];
  /** Number of the newest entry applied; 0 before the first. */
  readonly head: number;
  /** Entries that wait until the ones before them are here, in the order of `seq`. */
  readonly ahead: readonly Entry[];
  /** Earlier entries exist that were not loaded. */
  readonly earlier: boolean;
}

export const noEntries: EntryLog = { entries: [], head: 0, ahead: [], earlier: false };

/** Begins with the newest page. */
export function begun(page: Entries): EntryLog {
  const entries = inOrder(page.entries);
  const head = entries.at(-1)?.seq ?? page.head;
  return { entries: applied(entries, entries), head, ahead: [], earlier: (entries[0]?.seq ?? 1) > 1 };
}

/** Takes entries in, whatever their order; repeated ones change nothing. */
export function received(log: EntryLog, incoming: readonly Entry[]): EntryLog {
  const waiting = new Map<number, Entry>();
  for (const entry of [...log.ahead, ...incoming]) if (entry.seq > log.head) waiting.set(entry.seq, entry);
  if (waiting.size === 0) return log;

  const next: Entry[] = [];
  let head = log.head;
  for (let entry = waiting.get(head + 1); entry; entry = waiting.get(head + 1)) {
    next.push(entry);
    waiting.delete(entry.seq);
    head = entry.seq;
  }
  const ahead = inOrder([...waiting.values()]);
  if (next.length === 0) return { ...log, ahead };
  return { ...log, entries: applied([...log.entries, ...next], next), head, ahead };
}

/** The number after which entries are missing; `undefined` while there is no gap. */
export function gapAfter(log: EntryLog): number | undefined {
  return log.ahead.length > 0 ? log.head : undefined;
}

/** Puts an earlier page before what is known. */
export function withEarlier(log: EntryLog, page: Entries): EntryLog {
  const first = log.entries[0]?.seq ?? Infinity;
  const older = inOrder(page.entries).filter((entry) => entry.seq < first);
  const all = [...older, ...log.entries];
  return { ...log, entries: applied(all, all), earlier: (all[0]?.seq ?? 1) > 1 };
}

/** Applies the masks and removals among `changes` to the entries they name. */
function applied(entries: readonly Entry[], changes: readonly Entry[]): readonly Entry[] {
  // Most of what comes changes nothing before it, and a thread may be long.
  if (!changes.some(({ kind }) => kind === 'mask' || kind === 'removal')) return entries;
  const to = new Map<number, Entry>();
  const current = new Map(entries.map((entry) => [entry.seq, entry]));
  for (const change of changes) {
    if (change.kind !== 'mask' && change.kind !== 'removal') continue;
    for (const target of change.targets ?? []) {
      const entry = to.get(target.seq) ?? current.get(target.seq);
      if (!entry) continue;
      const { text, masks } = change.kind === 'removal' ? {} : target;
      to.set(target.seq, { ...entry, text, masks });
    }
  }
  return to.size === 0 ? entries : entries.map((entry) => to.get(entry.seq) ?? entry);
}

function inOrder(entries: readonly Entry[]): Entry[] {
  return [...entries].sort((a, b) => a.seq - b.seq);
}
