import { SNOOZE_LEAST, SNOOZE_MOST } from '@candour/shared/deeds.js';

/** Whether something may rest until then; the server decides again. */
export const restsUntil = (at: number | undefined, now: number): boolean =>
  at !== undefined && at >= now + SNOOZE_LEAST && at <= now + SNOOZE_MOST;

/** The first and the last minute that may be chosen, for the field. */
export const restRange = (now: number): { min: number; max: number } => ({
  min: now + 2 * SNOOZE_LEAST,
  max: now + SNOOZE_MOST,
});
