import * as z from 'zod';

/** Milliseconds since 1970-01-01 UTC. */
export const Instant = z.int().min(0).max(8.64e15);
export type Instant = z.infer<typeof Instant>;

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
