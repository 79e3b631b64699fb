import { HOUR, MINUTE, SECOND } from '@candour/shared/instant.js';

/** How long a provider keeps a key: within it the same ask is safe to repeat (Stripe: at least 24 hours). */
export const KEY_KEPT = 24 * HOUR;
const FIRST = 2 * SECOND;
const LONGEST = 15 * MINUTE;

/** How long to wait after so many tries, in milliseconds: twice as long each time, up to a quarter of an hour. */
export const waitAfter = (attempts: number): number => Math.min(LONGEST, FIRST * 2 ** Math.min(attempts - 1, 20));
