/** A length of time in calendar words; the parts add up. */
export interface Period {
  readonly years?: number;
  readonly months?: number;
  readonly days?: number;
  readonly hours?: number;
  readonly seconds?: number;
  /** Counted from the end of the calendar year in which it starts, as tax law does (AO § 147(4)). */
  readonly yearEnd?: true;
}

/** The last instant a date can hold (ECMAScript); an end beyond it is that instant. */
const LAST = 8.64e15;

/** Adds months in UTC: the same date of the later month, or its last day where there is no such date. */
export function addMonths(at: number, months: number): number {
  const date = new Date(at);
  const month = date.getUTCMonth() + months;
  const lastDay = new Date(0);
  lastDay.setUTCFullYear(date.getUTCFullYear(), month + 1, 0);
  const moved = new Date(at);
  moved.setUTCFullYear(date.getUTCFullYear(), month, Math.min(date.getUTCDate(), lastDay.getUTCDate()));
  return within(moved.getTime());
}

/** The first instant of the year after the one that holds `at` (UTC). */
export function yearEnd(at: number): number {
  const end = new Date(0);
  end.setUTCFullYear(new Date(at).getUTCFullYear() + 1, 0, 1);
  return within(end.getTime());
}

/** When a period that starts at `start` is over: the first instant at which it no longer keeps anything. */
export function endOf(start: number, period: Period): number {
  const from = period.yearEnd ? yearEnd(start) : start;
  const months = (period.years ?? 0) * 12 + (period.months ?? 0);
  const moved = months === 0 ? from : addMonths(from, months);
  return within(moved + fixedPart(period));
}

/**
 * An instant at or after every start whose period is over at `now`. A little late rather than early: clamping at
 * the end of a month moves a date by up to three days, and whoever asks decides each record exactly.
 */
export function latestStart(now: number, period: Period): number {
  const months = (period.years ?? 0) * 12 + (period.months ?? 0);
  const back = now - fixedPart(period);
  if (months === 0) return Math.max(0, back);
  return Math.max(0, addMonths(Math.max(0, back), -months) + 4 * 86_400_000);
}

function fixedPart(period: Period): number {
  return ((period.days ?? 0) * 86_400 + (period.hours ?? 0) * 3600 + (period.seconds ?? 0)) * 1000;
}

function within(at: number): number {
  return Number.isNaN(at) || at > LAST ? LAST : at;
}
