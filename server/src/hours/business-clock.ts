import {
  addBusinessMs,
  businessMsBetween,
  nextOpening,
  openAt,
  openingEndingAfter,
  type Calendar,
  type Opening,
} from './hours.rules.js';

/** The hours of one office, for whoever counts in them. It answers at once, for it is asked on the way of a message. */
export class BusinessClock {
  /** The opening that was asked for last, and since when it is the next: open or shut, most instants of a day share one. */
  private next: { since: number; opening: Opening } | undefined;

  constructor(private readonly calendar: Calendar) {}

  /** What a target calls one business day, in milliseconds. */
  get dayMs(): number {
    return this.calendar.businessDayMs;
  }

  /** The first instant by which it has been open for `ms` since `at`; undefined where it never will have been. */
  add(at: number, ms: number): number | undefined {
    if (ms <= 0) return at;
    const opening = this.openingFor(at);
    if (!opening) return undefined;
    const begins = Math.max(opening[0], at);
    return begins + ms <= opening[1] ? begins + ms : addBusinessMs(this.calendar, at, ms);
  }

  /** Milliseconds of `[from, to)` in which it is open. */
  between(from: number, to: number): number {
    return businessMsBetween(this.calendar, from, to);
  }

  open(at: number): boolean {
    return openAt(this.calendar, at);
  }

  /** `at` itself while it is open; undefined where it never opens. */
  opens(at: number): number | undefined {
    return nextOpening(this.calendar, at);
  }

  /** ISO 8601, on the office's own calendar: Monday is 1. 1970-01-01 was a Thursday. */
  weekdayAt(at: number): number {
    return ((((this.calendar.dayAt(at) + 3) % 7) + 7) % 7) + 1;
  }

  /** The first instant on a day after that of `at`, not before a wall time, at which it is open. */
  opensAfterToday(at: number, minutes: number, days = 1): number | undefined {
    const wall = this.calendar.instantOf(this.calendar.dayAt(at) + days, minutes);
    return this.opens(wall);
  }

  /** The first that ends after `at`; undefined where it never opens again. */
  private openingFor(at: number): Opening | undefined {
    const kept = this.next;
    if (kept && at >= kept.since && at < kept.opening[1]) return kept.opening;
    const opening = openingEndingAfter(this.calendar, at);
    this.next = opening && { since: at, opening };
    return opening;
  }
}
