import type { Entry } from '@candour/shared/conversations.js';

/** Of one conversation: who had it, from when to when, as its own log says. */
export interface Stint {
  readonly staffId: string;
  readonly from: number;
  readonly to: number;
}

export interface Verdict {
  /** Taken while somebody had it. */
  readonly twice: number;
  /** Moments at which somebody had more than they can. */
  readonly over: number;
  readonly taken: number;
}

/** Reads the facts: taken, and resolved or released. */
export function stintsOf(entries: readonly Entry[]): { stints: Stint[]; twice: number } {
  const stints: Stint[] = [];
  let twice = 0;
  let open: { staffId: string; from: number } | undefined;
  for (const { fact, at, by } of entries) {
    if (fact?.code === 'taken') {
      if (open) twice++;
      open = { staffId: by.id ?? '', from: at };
    }
    if (open && (fact?.code === 'resolved' || fact?.code === 'released')) {
      stints.push({ ...open, to: at });
      open = undefined;
    }
  }
  if (open) stints.push({ ...open, to: Number.POSITIVE_INFINITY });
  return { stints, twice };
}

/** @param capacities by member of staff */
export function judge(logs: readonly (readonly Entry[])[], capacities: ReadonlyMap<string, number>): Verdict {
  const read = logs.map(stintsOf);
  const stints = read.flatMap((one) => one.stints);
  let over = 0;
  for (const [staffId, theirs] of Map.groupBy(stints, (stint) => stint.staffId)) {
    // Who ends one in the same millisecond has room for the next.
    const turns = theirs.flatMap(({ from, to }) => [
      { at: from, by: 1 },
      { at: to, by: -1 },
    ]);
    turns.sort((a, b) => a.at - b.at || a.by - b.by);
    let has = 0;
    for (const { by } of turns) {
      has += by;
      if (has > (capacities.get(staffId) ?? 0)) over++;
    }
  }
  return { twice: read.reduce((sum, one) => sum + one.twice, 0), over, taken: stints.length };
}
