import { minutesOf, type Office, type Weekday } from '@candour/shared/hours.js';
import { DAY, MINUTE } from '@candour/shared/instant.js';
import { languages } from '@candour/shared/words.js';
import { zoneClock } from '../core/zone.rules.js';

/** Business hours of a desk that nobody has set up (house rules, "Topics and SLA"): no zone is known, nor holidays. */
export const defaultOffice: Office = {
  zone: 'UTC',
  languages: [...languages],
  week: [
    ...([1, 2, 3, 4, 5] as const).map((day) => ({ day, from: '08:00', to: '20:00' })),
    { day: 6, from: '09:00', to: '17:00' },
  ],
  holidays: null,
  closed: [],
};

/** `[from, to)` in instants. */
export type Opening = readonly [from: number, to: number];

/** When an office is open. */
export interface Calendar {
  /** Openings of a day of the zone's own calendar, in order, none of them empty. */
  on(day: number): readonly Opening[];
  dayAt(at: number): number;
  /** The instant of a wall time of one of its days, in minutes since midnight. */
  instantOf(day: number, minutes: number): number;
  /** What a target calls one business day: as long as the office's longest day is by its wall clock, in ms. */
  readonly businessDayMs: number;
}

/** An office that opens on no day for so long never does: every day may be closed by hand for a year. */
const NEVER = 800;

/** @param holidaysIn days such as `2026-12-25` on which a place does not work, by year */
export function calendarOf(
  { zone, week, closed }: Pick<Office, 'zone' | 'week' | 'closed'>,
  holidaysIn: (year: number) => ReadonlySet<string> = () => new Set(),
): Calendar {
  const clock = zoneClock(zone);
  const shut = new Set(closed);
  const hours = new Map<Weekday, [number, number][]>();
  for (const { day, from, to } of week) {
    hours.set(day, [...(hours.get(day) ?? []), [minutesOf(from), minutesOf(to)]]);
  }
  for (const ones of hours.values()) ones.sort(([a], [b]) => a - b);
  const lengths = [...hours.values()].map((ones) => ones.reduce((sum, [from, to]) => sum + to - from, 0));
  const known = new Map<number, readonly Opening[]>();

  function openings(day: number): readonly Opening[] {
    const date = new Date(day * DAY).toISOString().slice(0, 10);
    if (shut.has(date) || holidaysIn(Number(date.slice(0, 4))).has(date)) return [];
    return (hours.get(weekdayOf(day)) ?? [])
      .map(([from, to]): Opening => [clock.instantOf(day, from), clock.instantOf(day, to)])
      .filter(([from, to]) => from < to);
  }

  return {
    dayAt: clock.dayAt,
    instantOf: clock.instantOf,
    businessDayMs: Math.max(...lengths) * MINUTE,
    on(day) {
      let found = known.get(day);
      if (!found) known.set(day, (found = openings(day)));
      return found;
    },
  };
}

/** 1970-01-01 was a Thursday. */
const weekdayOf = (day: number): Weekday => (((((day + 3) % 7) + 7) % 7) + 1) as Weekday;

/** Openings that end after `at`, in order; it stops where the office never opens again. */
function* openingsAfter(calendar: Calendar, at: number): Generator<Opening> {
  // From the day before, for a zone may turn back over midnight.
  let day = calendar.dayAt(at) - 1;
  for (let empty = 0; empty < NEVER; day++) {
    const openings = calendar.on(day);
    empty = openings.length > 0 ? 0 : empty + 1;
    for (const opening of openings) if (opening[1] > at) yield opening;
  }
}

/** The first opening that ends after `at`: the one it falls into, or the next. Undefined where it never opens again. */
export function openingEndingAfter(calendar: Calendar, at: number): Opening | undefined {
  const [next] = openingsAfter(calendar, at);
  return next;
}

export function openAt(calendar: Calendar, at: number): boolean {
  const next = openingEndingAfter(calendar, at);
  return next !== undefined && next[0] <= at;
}

/** The first instant from `at` on at which it is open: `at` itself while it is. Undefined where it never opens. */
export function nextOpening(calendar: Calendar, at: number): number | undefined {
  const next = openingEndingAfter(calendar, at);
  return next && Math.max(at, next[0]);
}

/** The first opening that begins after `at`. Undefined where it never opens again. */
export function openingAfter(calendar: Calendar, at: number): { from: number; to: number } | undefined {
  for (const [from, to] of openingsAfter(calendar, at)) if (from > at) return { from, to };
  return undefined;
}

/** Milliseconds of `[from, to)` in which it is open; 0 where `to` is not after `from`. */
export function businessMsBetween(calendar: Calendar, from: number, to: number): number {
  let sum = 0;
  if (to <= from) return sum;
  for (const [opens, closes] of openingsAfter(calendar, from)) {
    if (opens >= to) break;
    sum += Math.min(closes, to) - Math.max(opens, from);
  }
  return sum;
}

/** The first instant by which it has been open for `ms` since `at`. Undefined where it never will have been. */
export function addBusinessMs(calendar: Calendar, at: number, ms: number): number | undefined {
  if (ms <= 0) return at;
  let left = ms;
  for (const [opens, closes] of openingsAfter(calendar, at)) {
    const begins = Math.max(opens, at);
    if (closes - begins >= left) return begins + left;
    left -= closes - begins;
  }
  return undefined;
}
