import { HOUR, MINUTE, SECOND } from '@candour/shared/instant.js';

const FIRST = 5 * SECOND;
const LONGEST = HOUR;
/** After so many tries in vain, a little over a day, a person has to look. */
export const TRIES_MOST = 32;

/** How long to wait after so many tries in vain, in milliseconds: twice as long each time, up to an hour. */
export const waitAfter = (tries: number): number =>
  Math.min(LONGEST, FIRST * 2 ** Math.min(Math.max(tries, 1) - 1, 20));

/** For how long nobody else takes what a node has: longer than its calls may last. */
export const CLAIM = 5 * MINUTE;
