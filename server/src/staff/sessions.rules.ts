import { HOUR, MINUTE } from '@candour/shared/instant.js';

/** Without a request for this long the desk locks. */
export const IDLE_MS = 15 * MINUTE;
/** After this long everybody signs in again. */
export const SHIFT_MS = 12 * HOUR;
/** A session's last use is written down at most this often. */
export const TOUCH_MS = MINUTE;
/** A sign-in link is good for this long. */
export const LINK_MS = 24 * HOUR;

export interface SessionTimes {
  readonly signedInAt: number;
  readonly seenAt: number;
}

export const isOver = ({ signedInAt, seenAt }: SessionTimes, now: number): boolean =>
  now - seenAt >= IDLE_MS || now - signedInAt >= SHIFT_MS;
