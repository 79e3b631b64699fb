import type { Office } from '@candour/shared/hours.js';
import { DAY, HOUR, MINUTE } from '@candour/shared/instant.js';
import fc from 'fast-check';
import { addBusinessMs, businessMsBetween, calendarOf, defaultOffice, nextOpening, openAt } from './hours.rules.js';
import { zoneClock } from '../core/zone.rules.js';

const at = (text: string): number => Date.parse(text);
const week = defaultOffice.week;
const berlin = calendarOf(
  { zone: 'Europe/Berlin', week, closed: ['2026-12-24'] },
  (year) => new Set([`${year}-12-25`]),
);
/** Open through the night in which the clocks are turned. */
const nights = calendarOf({
  ...{ zone: 'Europe/Berlin', closed: [] },
  week: [{ day: 7, from: '00:00', to: '06:00' }],
});

describe('Business hours', () => {
  for (const [when, open, opens, why] of [
    ['2026-11-23T06:59:59Z', false, '2026-11-23T07:00:00Z', 'Monday, a second before eight'],
    ['2026-11-23T07:00:00Z', true, '2026-11-23T07:00:00Z', 'at eight'],
    ['2026-11-23T18:59:59.999Z', true, '2026-11-23T18:59:59.999Z', 'to the last millisecond'],
    ['2026-11-23T19:00:00Z', false, '2026-11-24T07:00:00Z', 'at twenty it is closed'],
    ['2026-11-28T16:00:00Z', false, '2026-11-30T07:00:00Z', 'Saturday at five: Monday'],
    ['2026-07-06T06:00:00Z', true, '2026-07-06T06:00:00Z', 'in summer eight is six'],
    ['2026-12-23T20:00:00Z', false, '2026-12-26T08:00:00Z', 'over a closed day and a holiday, to a Saturday'],
  ] as const) {
    it(`say of ${when} "${open ? 'open' : 'closed'}" and when it opens: ${why}`, () => {
      expect(openAt(berlin, at(when))).toBe(open);
      expect(nextOpening(berlin, at(when))).toBe(at(opens));
    });
  }

  for (const [from, to, hours, why] of [
    ['2026-11-23T07:00:00Z', '2026-11-23T19:00:00Z', 12, 'a day'],
    ['2026-11-27T18:00:00Z', '2026-11-30T08:00:00Z', 10, 'an hour, the Saturday, an hour'],
    ['2026-11-23T08:00:00Z', '2026-11-23T08:00:00Z', 0, 'nothing'],
    ['2026-11-24T08:00:00Z', '2026-11-23T08:00:00Z', 0, 'backwards'],
    ['2026-12-23T18:00:00Z', '2026-12-26T09:00:00Z', 2, 'over the holidays'],
    ['2026-03-23T00:00:00Z', '2026-03-30T00:00:00Z', 68, 'the week in which clocks go forward by night'],
  ] as const) {
    it(`count ${hours} h from ${from} to ${to}: ${why}`, () => {
      expect(businessMsBetween(berlin, at(from), at(to))).toBe(hours * HOUR);
    });
  }

  for (const [day, hours, why] of [
    ['2026-03-28', 5, 'an hour is skipped'],
    ['2026-10-24', 7, 'an hour comes twice'],
    ['2026-11-21', 6, 'an ordinary night'],
  ] as const) {
    it(`last ${hours} h from midnight to six after ${day}: ${why}`, () => {
      expect(businessMsBetween(nights, at(`${day}T12:00:00Z`), at(`${day}T12:00:00Z`) + DAY)).toBe(hours * HOUR);
    });
  }

  it('that would begin in the skipped hour begin when it is skipped, and those within it are none', () => {
    const hours = (from: string, to: string): number =>
      businessMsBetween(
        calendarOf({ zone: 'Europe/Berlin', closed: [], week: [{ day: 7, from, to }] }),
        at('2026-03-28T12:00:00Z'),
        at('2026-03-29T12:00:00Z'),
      );
    expect(hours('02:30', '05:00')).toBe(2 * HOUR);
    expect(hours('02:15', '02:45')).toBe(0);
    expect(hours('02:30', '03:30')).toBe(30 * MINUTE);
  });

  it('may go on round the clock', () => {
    const always = calendarOf({
      zone: 'America/New_York',
      closed: [],
      week: ([1, 2, 3, 4, 5, 6, 7] as const).map((day) => ({ day, from: '00:00', to: '24:00' })),
    });
    const from = at('2026-10-25T03:17:00Z');
    expect(businessMsBetween(always, from, from + 30 * DAY)).toBe(30 * DAY);
    expect(addBusinessMs(always, from, 30 * DAY)).toBe(from + 30 * DAY);
  });

  it('have no next opening where every day is closed', () => {
    const never = calendarOf({ zone: 'UTC', week, closed: [] }, (year) => daysOf(year));
    expect(nextOpening(never, at('2026-11-23T08:00:00Z'))).toBeUndefined();
    expect(addBusinessMs(never, at('2026-11-23T08:00:00Z'), HOUR)).toBeUndefined();
    expect(openAt(never, at('2026-11-23T08:00:00Z'))).toBe(false);
  });

  for (const [from, ms, to, why] of [
    ['2026-11-23T18:00:00Z', HOUR, '2026-11-23T19:00:00Z', 'to the very close, not to the next morning'],
    ['2026-11-23T18:00:00Z', HOUR + 1, '2026-11-24T07:00:00.001Z', 'a millisecond into the next morning'],
    ['2026-11-23T20:00:00Z', 0, '2026-11-23T20:00:00Z', 'nothing'],
    ['2026-10-24T08:00:00Z', 7 * HOUR + 2 * HOUR, '2026-10-26T09:00:00Z', 'over the turn of the clocks'],
  ] as const) {
    it(`added to ${from} lead to ${to}: ${why}`, () => {
      expect(new Date(addBusinessMs(berlin, at(from), ms) ?? NaN).toISOString()).toBe(new Date(at(to)).toISOString());
    });
  }

  it('take the longest day for a business day', () => {
    expect(berlin.businessDayMs).toBe(12 * HOUR);
  });
});

describe('Any business hours', () => {
  const zones = [
    'UTC',
    'Europe/Berlin',
    'America/New_York',
    'Australia/Lord_Howe',
    'Asia/Kathmandu',
    'America/Santiago',
  ];
  const two = (n: number): string => String(n).padStart(2, '0');
  const time = (quarter: number): string => `${two(Math.floor(quarter / 4))}:${two((quarter % 4) * 15)}`;
  const openHours = fc
    .tuple(fc.constantFrom(1, 2, 3, 4, 5, 6, 7), fc.integer({ min: 0, max: 95 }), fc.integer({ min: 1, max: 96 }))
    .map(([day, from, length]) => ({ day, from: time(from), to: time(Math.min(96, from + length)) }));
  const calendar = fc
    .record({
      zone: fc.constantFrom(...zones),
      week: fc.uniqueArray(openHours, { minLength: 1, maxLength: 6, selector: ({ day }) => day }),
      closed: fc.constantFrom<string[]>([], ['2026-03-29', '2026-03-30'], ['2026-11-01']),
    })
    .map((office) => calendarOf(office as Pick<Office, 'zone' | 'week' | 'closed'>));
  const instant = fc.integer({ min: at('2026-01-01T00:00:00Z'), max: at('2026-12-31T00:00:00Z') });
  const span = fc.integer({ min: 0, max: 30 * DAY });

  it('add up: what lies between two instants is what lies before and after any third', () => {
    fc.assert(
      fc.property(calendar, instant, span, span, (hours, from, first, second) => {
        const middle = from + first;
        const to = middle + second;
        expect(businessMsBetween(hours, from, middle) + businessMsBetween(hours, middle, to)).toBe(
          businessMsBetween(hours, from, to),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('never run backwards, nor faster than time', () => {
    fc.assert(
      fc.property(calendar, instant, span, (hours, from, length) => {
        const ms = businessMsBetween(hours, from, from + length);
        expect(ms).toBeGreaterThanOrEqual(0);
        expect(ms).toBeLessThanOrEqual(length);
      }),
      { numRuns: 60 },
    );
  });

  it('are counted and added as inverses', () => {
    fc.assert(
      fc.property(calendar, instant, fc.integer({ min: 1, max: 20 * HOUR }), (hours, from, ms) => {
        const to = addBusinessMs(hours, from, ms) ?? NaN;
        expect(businessMsBetween(hours, from, to)).toBe(ms);
        // And not a millisecond earlier.
        expect(businessMsBetween(hours, from, to - 1)).toBe(ms - 1);
      }),
      { numRuns: 60 },
    );
  });

  it('are added in parts as at once', () => {
    const part = fc.integer({ min: 0, max: 20 * HOUR });
    fc.assert(
      fc.property(calendar, instant, part, part, (hours, from, first, second) => {
        const once = addBusinessMs(hours, from, first + second);
        expect(addBusinessMs(hours, addBusinessMs(hours, from, first) ?? NaN, second)).toBe(once);
      }),
      { numRuns: 60 },
    );
  });

  it('are open at the next opening, and closed until then', () => {
    fc.assert(
      fc.property(calendar, instant, (hours, from) => {
        const opens = nextOpening(hours, from) ?? NaN;
        expect(openAt(hours, opens)).toBe(true);
        expect(businessMsBetween(hours, from, opens)).toBe(0);
      }),
      { numRuns: 60 },
    );
  });
});

describe('A wall clock', () => {
  for (const [zone, day, minutes, expected, why] of [
    ['Europe/Berlin', '2026-10-25', 150, '2026-10-25T00:30:00Z', 'half past two comes twice: the first'],
    ['Europe/Berlin', '2026-03-29', 150, '2026-03-29T01:00:00Z', 'half past two is skipped: the skip'],
    ['Australia/Lord_Howe', '2026-10-04', 135, '2026-10-03T15:30:00Z', 'half an hour is skipped'],
    ['America/Santiago', '2026-09-06', 0, '2026-09-06T04:00:00Z', 'midnight is skipped'],
    ['Asia/Kathmandu', '2026-05-01', 1440, '2026-05-01T18:15:00Z', 'the end of the day'],
  ] as const) {
    it(`of ${zone}: ${why}`, () => {
      expect(new Date(zoneClock(zone).instantOf(at(day) / DAY, minutes)).toISOString()).toBe(
        new Date(at(expected)).toISOString(),
      );
    });
  }
});

function daysOf(year: number): Set<string> {
  const days = new Set<string>();
  for (let day = Date.UTC(year, 0, 1); day < Date.UTC(year + 1, 0, 1); day += DAY) {
    days.add(new Date(day).toISOString().slice(0, 10));
  }
  return days;
}
