import type { DueAlarm } from '@candour/shared/sla.js';

/** What is said of alarms that came together: of one which it is, of more how many. */
export type Said = { readonly one: DueAlarm } | { readonly many: number };

/** The newest word on each; what is before the person's eyes needs none. */
export function saidOf(alarms: readonly DueAlarm[], open: string | undefined): Said | undefined {
  const newest = new Map(alarms.filter(({ id }) => id !== open).map((alarm) => [alarm.id, alarm]));
  const [one] = newest.values();
  if (!one) return undefined;
  return newest.size === 1 ? { one } : { many: newest.size };
}

/** At most so many rows keep their mark; the oldest marks go. */
const MARKS = 200;

export function rangAfter(rang: ReadonlyMap<string, DueAlarm>, alarm: DueAlarm): ReadonlyMap<string, DueAlarm> {
  const next = new Map(rang);
  next.delete(alarm.id);
  next.set(alarm.id, alarm);
  for (const id of [...next.keys()].slice(0, Math.max(0, next.size - MARKS))) next.delete(id);
  return next;
}
