import { DAY, HOUR } from '@candour/shared/instant.js';
import type { ClockLine, Jurisdiction, RequestType } from '@candour/shared/requests.js';
import { zoneClock } from '../core/zone.rules.js';
import { minorDeadline, regimes, type Deadline, type Period, type Regime } from './deadlines.rules.js';

/** The clock of a request, and how it comes about. */
export interface RequestClock {
  readonly dueAt: number;
  readonly confirmBy?: number;
  readonly zone: string;
  readonly lines: readonly ClockLine[];
}

type Known = Exclude<Jurisdiction, 'unknown'>;

/**
 * When a request is due. It runs from the message's time, not from when somebody opened it. Of an unknown customer
 * the earliest deadline of all counts (house rule 2). Public holidays are not looked up: without them a period never
 * ends too late.
 */
export function clockOf(type: RequestType, jurisdiction: Jurisdiction, receivedAt: number): RequestClock {
  if (type === 'minor') return minorClock(receivedAt);
  if (jurisdiction !== 'unknown') return regimeClock(type, jurisdiction, receivedAt);
  const clocks = (Object.keys(regimes) as Known[]).map((known) => regimeClock(type, known, receivedAt));
  return clocks.reduce((first, other) => (other.dueAt < first.dueAt ? other : first));
}

function minorClock(receivedAt: number): RequestClock {
  const { decide, erase, source, zone } = minorDeadline;
  const dueAt = receivedAt + decide.n * HOUR;
  return {
    dueAt,
    zone,
    lines: [
      { step: 'received', at: receivedAt },
      { step: 'decide', ...decide, source, verified: false },
      { step: 'erase', ...erase, source, verified: false },
      { step: 'due', at: dueAt },
    ],
  };
}

function regimeClock(type: RequestType, jurisdiction: Known, receivedAt: number): RequestClock {
  const regime = regimes[jurisdiction];
  const deadline = deadlineOf(regime, type);
  const { source, verified } = deadline;
  const last = lastDay(regime, deadline.due, receivedAt);
  const dueDay = regime.rolls ? rolled(last) : last;
  const dueAt = endOf(regime, dueDay);
  const confirmBy = deadline.confirm && endOf(regime, lastDay(regime, deadline.confirm, receivedAt));
  const lines: ClockLine[] = [
    { step: 'received', at: receivedAt },
    { step: 'regime', jurisdiction },
  ];
  if (deadline.atOnce) lines.push({ step: 'at-once' });
  if (deadline.confirm) lines.push({ step: 'confirm', ...deadline.confirm, at: confirmBy, source, verified });
  lines.push({ step: 'period', ...deadline.due, at: endOf(regime, last), source, verified });
  if (dueDay !== last) lines.push({ step: 'rolled', at: dueAt });
  lines.push({ step: 'due', at: dueAt });
  if (deadline.extension) lines.push({ step: 'extension', ...deadline.extension });
  return { dueAt, ...(confirmBy === undefined ? {} : { confirmBy }), zone: regime.zone, lines };
}

function deadlineOf({ deadlines }: Regime, type: RequestType): Deadline {
  const found = deadlines.find(({ types }) => types === 'all' || types.includes(type));
  if (!found) throw new Error(`No deadline for ${type}.`);
  return found;
}

/** The last day of a period, in days since 1970-01-01 of the regime's calendar. The day of receipt does not count. */
function lastDay({ zone }: Regime, { n, unit }: Period, receivedAt: number): number {
  const received = zoneClock(zone).dayAt(receivedAt);
  if (unit === 'months') return monthsAfter(received, n);
  if (unit === 'days') return received + n;
  if (unit === 'hours') return zoneClock(zone).dayAt(receivedAt + n * HOUR);
  const works = unit === 'business-days' ? isWeekday : isWorkingDayInNewZealand;
  let day = received;
  for (let left = n; left > 0;) if (works(++day)) left--;
  return day;
}

/** The same date so many months on; where that month is too short, its last day (31 January: 28 or 29 February). */
function monthsAfter(day: number, months: number): number {
  const date = new Date(day * DAY);
  const month = date.getUTCMonth() + months;
  const lastOfMonth = new Date(Date.UTC(date.getUTCFullYear(), month + 1, 0)).getUTCDate();
  return Date.UTC(date.getUTCFullYear(), month, Math.min(date.getUTCDate(), lastOfMonth)) / DAY;
}

function rolled(day: number): number {
  let next = day;
  while (!isWeekday(next)) next++;
  return next;
}

/** 1970-01-01 was a Thursday. */
const isWeekday = (day: number): boolean => (((day + 3) % 7) + 7) % 7 < 5;

/** Not between 25 December and 15 January (Privacy Act 2020 s.7, "working day"; unverified). */
function isWorkingDayInNewZealand(day: number): boolean {
  const date = new Date(day * DAY);
  const [month, dayOfMonth] = [date.getUTCMonth(), date.getUTCDate()];
  const summer = (month === 11 && dayOfMonth >= 25) || (month === 0 && dayOfMonth <= 15);
  return isWeekday(day) && !summer;
}

/** The last millisecond of a day. */
const endOf = ({ zone }: Regime, day: number): number => zoneClock(zone).instantOf(day + 1, 0) - 1;

const byLanguage: Readonly<Record<string, Jurisdiction>> = { de: 'eu' };

/** A first guess, to be corrected by a person: a language proves no residence, and most lead nowhere. */
export const guessJurisdiction = (language: string): Jurisdiction => byLanguage[language] ?? 'unknown';
