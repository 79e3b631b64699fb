import { monthsBefore } from './demo-history.js';

describe('The demonstration’s past', () => {
  const cases: readonly (readonly [now: string, months: number, then: string])[] = [
    ['2026-11-23T10:00:00Z', 6, '2026-05-23T10:00:00Z'],
    ['2026-11-23T10:00:00Z', 15, '2025-08-23T10:00:00Z'],
    ['2026-08-31T03:00:00Z', 6, '2026-02-28T03:00:00Z'],
    ['2027-05-31T23:59:00Z', 15, '2026-02-28T23:59:00Z'],
    ['2026-12-31T00:00:00Z', 1, '2026-11-30T00:00:00Z'],
  ];
  for (const [now, months, then] of cases) {
    it(`begins ${months} months before ${now.slice(0, 10)} on ${then.slice(0, 10)}`, () => {
      expect(new Date(monthsBefore(Date.parse(now), months)).toISOString()).toBe(new Date(then).toISOString());
    });
  }
});
