import type { Evidence, Reason, RetentionClass } from '@candour/shared/policy.js';
import { endOf, latestStart, type Period } from './calendar.rules.js';
import type { Facts, StartEvents } from './facts.rules.js';
import type { KeepRule, PeriodEnd, PeriodRow, PolicyPack } from './pack.rules.js';

interface Ran {
  readonly start?: number;
  readonly until?: number;
}

/** The keep-reasons of a record's class (policy R35, R36), ended ones included. Never empty for a known class. */
export function periodReasons(record: Evidence, facts: Facts, pack: PolicyPack): Reason[] {
  const row = pack.periods[record.retentionClass];
  const reasons = row.keeps.flatMap((keep) => reasonOf(record.retentionClass, keep, record.anchorAt, facts, pack));
  return reasons.length > 0 ? reasons : [bare(record.retentionClass, row, record.anchorAt)];
}

function reasonOf(
  rule: RetentionClass,
  keep: KeepRule,
  anchorAt: number | null,
  facts: Facts,
  pack: PolicyPack,
): Reason[] {
  if (keep.carried && facts.follows && facts.follows.length > 0) return [carried(rule, keep, facts, pack)];
  const said = { rule, kind: keep.kind, clause: keep.clause, verified: keep.verified, ...lawOf(keep.law) };
  const [first] = keep.ends;
  const country = keep.countries;
  if (!country) return [{ ...said, ...run(keep.ends, anchorAt, facts.events) }];

  const code = country.follows === 'seller' ? facts.sellerCountry : facts.residence;
  const own = code === undefined ? undefined : country.periods[code.toUpperCase()];
  if (own) {
    const ends: KeepRule['ends'] = [{ after: first.after, period: own.period }, ...keep.ends.slice(1)];
    return [{ ...said, ...lawOf(own.law), verified: own.verified, ...run(ends, anchorAt, facts.events) }];
  }
  const without = code === undefined ? country.unset : country.otherwise;
  if (without === 'none') return [];
  if (without === 'default') return [{ ...said, ...run(keep.ends, anchorAt, facts.events) }];
  const { start } = run(keep.ends, anchorAt, facts.events);
  return [{ ...said, rule: `${rule}-country-unset`, verified: false, ...(start === undefined ? {} : { start }) }];
}

/** As long as the longest of the records it goes with. */
function carried(rule: RetentionClass, keep: KeepRule, facts: Facts, pack: PolicyPack): Reason {
  const { follows = [], ...rest } = facts;
  const theirs = follows.flatMap(({ retentionClass, events }) => {
    const alone: Evidence = { ...carrierEvidence, retentionClass };
    return periodReasons(alone, { ...rest, events }, pack);
  });
  const longest = theirs.reduce((a, b) => (later(b.until, a.until) ? b : a));
  const until =
    longest.until === undefined || !keep.carried?.plus ? longest.until : endOf(longest.until, keep.carried.plus);
  return {
    rule,
    kind: keep.kind === 'law' ? 'law' : longest.kind,
    clause: keep.clause,
    verified: keep.verified && longest.verified,
    ...lawOf(keep.law ?? longest.law),
    ...(longest.start === undefined ? {} : { start: longest.start }),
    ...(until === undefined ? {} : { until }),
  };
}

/** A class whose only reasons do not apply in this country: nothing keeps it beyond its start. */
function bare(rule: RetentionClass, row: PeriodRow, anchorAt: number | null): Reason {
  const { clause, verified } = row.keeps[0];
  const at = anchorAt === null ? {} : { start: anchorAt, until: anchorAt };
  return { rule, kind: 'purpose', clause, verified, ...at };
}

/** The earliest of the ends; without an `until` while no end is known. */
function run(ends: KeepRule['ends'], anchorAt: number | null, events: StartEvents = {}): Ran {
  const [first, ...others] = ends;
  const known = startOf(first, events);
  let ran = count(first, known === undefined ? anchorAt : known);
  for (const end of others) {
    const other = count(end, startOf(end, events));
    if (other.until !== undefined && (ran.until === undefined || other.until < ran.until)) ran = other;
  }
  return ran;
}

/** The latest of an end's events; null while one is awaited, undefined where none is known. */
function startOf(end: PeriodEnd, events: StartEvents): number | null | undefined {
  let start: number | undefined;
  for (const name of end.after) {
    const at = events[name];
    if (at === null) return null;
    if (at !== undefined && (start === undefined || at > start)) start = at;
  }
  return start;
}

function count(end: PeriodEnd, start: number | null | undefined): Ran {
  return start === undefined || start === null ? {} : { start, until: endOf(start, end.period) };
}

/** Whether `a` is a later end than `b`; no known end is the latest. */
export function later(a: number | undefined, b: number | undefined): boolean {
  if (b === undefined) return false;
  return a === undefined || a > b;
}

/**
 * Rows of this class whose `anchorAt` is later than this cannot be due at `now` by their period, so the sweep
 * need not look at them. The record goes when its last reason ends, a reason at the earliest of its ends.
 */
export function dueBefore(retentionClass: RetentionClass, pack: PolicyPack, now: number): number {
  return pack.periods[retentionClass].keeps.reduce((cut, keep) => Math.min(cut, keepBefore(keep, now)), now);
}

function keepBefore(keep: KeepRule, now: number): number {
  if (keep.carried) return latestStart(now, keep.carried.plus ?? {});
  const { countries } = keep;
  if (countries?.otherwise === 'none') return now;
  const periods: Period[] = keep.ends.slice(1).map((end) => end.period);
  if (countries?.otherwise !== 'open') periods.push(keep.ends[0].period);
  for (const { period } of Object.values(countries?.periods ?? {})) periods.push(period);
  return Math.max(...periods.map((period) => latestStart(now, period)));
}

/** Countries of a seller whose own period the pack knows, in its order. */
export function sellerCountries(pack: PolicyPack): string[] {
  const keeps = Object.values(pack.periods).flatMap((row) => row.keeps);
  return [
    ...new Set(
      keeps.flatMap(({ countries }) => (countries?.follows === 'seller' ? Object.keys(countries.periods) : [])),
    ),
  ];
}

const carrierEvidence = {
  policyVersion: '',
  category: 'C5',
  source: 'provided',
  purpose: 'P5',
  anchorAt: null,
} as const satisfies Omit<Evidence, 'retentionClass'>;

function lawOf(law: string | undefined): { law?: string } {
  return law === undefined ? {} : { law };
}
