import { lastSweepAt, nextSweepAt, slotOf } from './sweep-times.rules.js';

describe('The nightly sweep', () => {
  const cases = [
    ['2026-06-10T15:00:00Z', '2026-06-10T03:00:00Z', '2026-06-11T03:00:00Z', 'by day'],
    ['2026-06-10T03:00:00Z', '2026-06-10T03:00:00Z', '2026-06-11T03:00:00Z', 'at its very instant'],
    ['2026-06-10T02:59:59.999Z', '2026-06-09T03:00:00Z', '2026-06-10T03:00:00Z', 'just before'],
    ['2027-01-01T00:00:00Z', '2026-12-31T03:00:00Z', '2027-01-01T03:00:00Z', 'over the year'],
  ] as const;
  for (const [now, last, next, why] of cases) {
    it(`was last at ${last} and is next at ${next}, ${why}`, () => {
      expect(lastSweepAt(Date.parse(now))).toBe(Date.parse(last));
      expect(nextSweepAt(Date.parse(now))).toBe(Date.parse(next));
    });
  }

  it('names each night once', () => {
    expect(slotOf(Date.parse('2026-06-10T03:00:00Z'))).toBe('schedule:2026-06-10');
  });
});
