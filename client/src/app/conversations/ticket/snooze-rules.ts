import { SNOOZE_LEAST, SNOOZE_MOST } from '@candour/shared/deeds.js';
import { MINUTE } from '@candour/shared/instant.js';

/** The instant of what a field of date and time says, in the person's own zone. */
export function instantOf(local: string): number | undefined {
  const at = new Date(local).getTime();
  return Number.isNaN(at) ? undefined : at;
}

/** An instant as a field of date and time has it: the wall clock of the person's own zone, to the minute. */
export function localOf(at: number): string {
  const wall = new Date(at - new Date(at).getTimezoneOffset() * MINUTE);
  return wall.toISOString().slice(0, 16);
}

/** Whether something may rest until then; the server decides again. */
export const restsUntil = (at: number | undefined, now: number): boolean =>
  at !== undefined && at >= now + SNOOZE_LEAST && at <= now + SNOOZE_MOST;

/** The first and the last minute that may be chosen, for the field. */
export const restRange = (now: number): { min: string; max: string } => ({
  min: localOf(now + 2 * SNOOZE_LEAST),
  max: localOf(now + SNOOZE_MOST),
});
