import { DAY, HOUR } from '@candour/shared/instant.js';

/** The nightly sweep begins at 03:00 UTC. */
const HOUR_OF_SWEEP = 3 * HOUR;

/** The nightly instant at or before `now`. */
export function lastSweepAt(now: number): number {
  return Math.floor((now - HOUR_OF_SWEEP) / DAY) * DAY + HOUR_OF_SWEEP;
}

/** The first nightly instant after `now`. */
export function nextSweepAt(now: number): number {
  return lastSweepAt(now) + DAY;
}

/** Names a night, so that it is swept once, however many nodes run. */
export function slotOf(at: number): string {
  return `schedule:${new Date(at).toISOString().slice(0, 10)}`;
}
