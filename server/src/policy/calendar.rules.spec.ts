import fc from 'fast-check';
import { addMonths, endOf, latestStart, yearEnd, type Period } from './calendar.rules.js';

const at = (text: string): number => Date.parse(text);

describe('The calendar', () => {
  const months: readonly (readonly [start: string, months: number, end: string, why: string])[] = [
    ['2026-01-15T10:30:00Z', 1, '2026-02-15T10:30:00Z', 'the same date a month later'],
    ['2026-01-31T00:00:00Z', 1, '2026-02-28T00:00:00Z', 'no 31 February: its last day'],
    ['2028-01-31T00:00:00Z', 1, '2028-02-29T00:00:00Z', 'a leap year has one more'],
    ['2028-02-29T12:00:00Z', 12, '2029-02-28T12:00:00Z', 'a leap day ends on 28 February'],
    ['2026-08-31T23:59:59.999Z', 6, '2027-02-28T23:59:59.999Z', 'the time of day stays'],
    ['2026-03-31T01:30:00Z', -1, '2026-02-28T01:30:00Z', 'backwards clamps too'],
    ['2026-11-30T00:00:00Z', 36, '2029-11-30T00:00:00Z', 'years are twelve months'],
  ];
  for (const [start, count, end, why] of months) {
    it(`adds ${count} months to ${start}: ${why}`, () => {
      expect(new Date(addMonths(at(start), count)).toISOString()).toBe(new Date(at(end)).toISOString());
    });
  }

  it('counts tax years from the end of the calendar year', () => {
    expect(yearEnd(at('2026-01-01T00:00:00Z'))).toBe(at('2027-01-01T00:00:00Z'));
    expect(endOf(at('2026-03-05T09:00:00Z'), { years: 8, yearEnd: true })).toBe(at('2035-01-01T00:00:00Z'));
    expect(endOf(at('2026-12-31T23:59:59Z'), { years: 8, yearEnd: true })).toBe(at('2035-01-01T00:00:00Z'));
  });

  it('adds days, hours and seconds as they are', () => {
    expect(endOf(at('2026-03-28T12:00:00Z'), { days: 30 })).toBe(at('2026-04-27T12:00:00Z'));
    expect(endOf(at('2026-03-28T12:00:00Z'), { hours: 24, seconds: 60 })).toBe(at('2026-03-29T12:01:00Z'));
  });

  it('stays finite at the end of time', () => {
    expect(endOf(8.64e15, { years: 10, yearEnd: true, days: 3 })).toBe(8.64e15);
  });

  const instants = fc.integer({ min: 0, max: at('2100-01-01T00:00:00Z') });
  const periods = fc.record<Period>(
    {
      years: fc.integer({ min: 0, max: 10 }),
      months: fc.integer({ min: 0, max: 40 }),
      days: fc.integer({ min: 0, max: 400 }),
      yearEnd: fc.constant<true>(true),
    },
    { requiredKeys: [] },
  );

  it('never ends a period before its start, nor a later start before an earlier one', () => {
    fc.assert(
      fc.property(instants, instants, periods, (a, b, period) => {
        expect(endOf(a, period)).toBeGreaterThanOrEqual(a);
        if (a <= b) expect(endOf(a, period)).toBeLessThanOrEqual(endOf(b, period));
      }),
    );
  });

  it('finds every start whose period is over', () => {
    fc.assert(
      fc.property(instants, periods, fc.integer({ min: 0, max: 40 * 86_400_000 }), (start, period, wait) => {
        expect(start).toBeLessThanOrEqual(latestStart(endOf(start, period) + wait, period));
      }),
    );
  });
});
