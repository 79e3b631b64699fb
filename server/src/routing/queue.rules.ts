import type { ChatQueue } from '@candour/shared/live.js';
import { SECOND } from '@candour/shared/instant.js';
import type { RoutingRules } from '@candour/shared/routing.js';
import type { Language } from '@candour/shared/words.js';

/** A conversation waits behind those of its team in its language: the same people take them. */
export const lineOf = ({ teamId, language }: { teamId: string | null; language: Language }): string =>
  `${language} ${teamId ?? ''}`;

/** What is true of all who wait in one line. */
export interface Line {
  readonly open: boolean;
  readonly opensAt?: number | undefined;
  /** Chats that those who are there can have at once. */
  readonly slots: number;
}

/** Fewer handled chats than this say nothing of the next. */
export const SAMPLES = 5;

/** Median milliseconds from taking to resolving; undefined where too few are known. */
export function handlingMs(samples: readonly number[]): number | undefined {
  if (samples.length < SAMPLES) return undefined;
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

/**
 * With n chats handled side by side, one ends each `handling / n`. A place is said whatever the load (house rules,
 * "Honest overload"); a wait only where there is somebody to wait for.
 */
export function placeIn(
  line: Line,
  position: number,
  handling: number | undefined,
  rules: Pick<RoutingRules, 'overflowPosition' | 'overflowWaitMs'>,
): ChatQueue {
  const staffed = line.slots > 0;
  const wait = staffed && line.open && handling !== undefined ? (handling * position) / line.slots : undefined;
  const tooLong = position >= rules.overflowPosition || (wait ?? 0) >= rules.overflowWaitMs;
  return {
    position,
    ...(wait === undefined ? {} : { waitSeconds: rounded(wait / SECOND) }),
    open: line.open,
    ...(line.open || line.opensAt === undefined ? {} : { opensAt: line.opensAt }),
    staffed,
    overflow: tooLong || !line.open || !staffed,
  };
}

/** To half a minute: more would be a promise, and would have to be told anew all the time. */
const rounded = (seconds: number): number => Math.max(30, Math.ceil(seconds / 30) * 30);

/** Places up to this one are told at once, the others now and then. */
const NEAR = 20;
/** How long a far place may be behind, in milliseconds. */
export const FAR_MS = 5 * SECOND;

export interface Told {
  readonly place: ChatQueue;
  readonly at: number;
}

/** Whether a place is to be told: it is another one, and near or not told for a while. */
export function isNews(place: ChatQueue, told: Told | undefined, now: number): boolean {
  if (!told) return true;
  const before = told.place;
  const same =
    before.position === place.position &&
    before.waitSeconds === place.waitSeconds &&
    before.open === place.open &&
    before.opensAt === place.opensAt &&
    before.staffed === place.staffed &&
    before.overflow === place.overflow;
  if (same) return false;
  return place.position <= NEAR || now - told.at >= FAR_MS;
}
