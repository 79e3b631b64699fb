import { DAY, MINUTE } from '@candour/shared/instant.js';
import { restRange, restsUntil } from './snooze-rules';

const now = new Date(2026, 10, 24, 9, 30).getTime();

describe('A time that one chooses', () => {
  for (const [words, at, fits] of [
    ['now', now, false],
    ['in a minute', now + MINUTE, true],
    ['in ninety days', now + 90 * DAY, true],
    ['later than that', now + 90 * DAY + 1, false],
    ['no time', undefined, false],
  ] as const) {
    it(`${words}: ${fits ? 'fits' : 'does not fit'}`, () => expect(restsUntil(at, now)).toBe(fits));
  }

  it('has a field whose ends both fit', () => {
    const { min, max } = restRange(now);
    expect([restsUntil(min, now), restsUntil(max, now)]).toEqual([true, true]);
  });

  it('and that field leaves out no minute that would fit still when it is pressed', () => {
    // A minute passes before anybody has chosen one.
    expect(restRange(now)).toEqual({ min: now + 2 * MINUTE, max: now + 90 * DAY });
  });
});
