import { DAY } from '@candour/shared/instant.js';
import { monthOf, surveyState, type Rateable } from './surveys.rules.js';

const resolvedAt = Date.UTC(2026, 4, 20, 12);
const resolved: Rateable = { status: 'resolved', topic: 'orders', assigneeId: 'a', resolvedAt, answeredAt: null };

describe('A conversation may be rated', () => {
  for (const [why, change, now, expected] of [
    ['when somebody resolved it', {}, resolvedAt, 'wanted'],
    ['when it was closed since', { status: 'closed' }, resolvedAt + DAY, 'wanted'],
    ['until the fourteenth day ends', {}, resolvedAt + 14 * DAY - 1, 'wanted'],
    ['and not later', {}, resolvedAt + 14 * DAY, 'over'],
    ['not twice', { answeredAt: resolvedAt + 1 }, resolvedAt + 2, 'given'],
    ['not while it goes on', { status: 'open', resolvedAt: null }, resolvedAt, undefined],
    ['not while it waits for the customer', { status: 'pending', resolvedAt: null }, resolvedAt, undefined],
    ['not when nobody answered it', { assigneeId: null }, resolvedAt, undefined],
    ['not when it was about a right of theirs', { topic: 'privacy' }, resolvedAt, undefined],
  ] as const satisfies readonly (readonly [string, Partial<Rateable>, number, string | undefined])[]) {
    it(why, () => {
      expect(surveyState({ ...resolved, ...change }, now)).toBe(expected);
    });
  }
});

describe('The month of a rating', () => {
  it('is all that is left of its date', () => {
    expect(monthOf(Date.UTC(2026, 4, 20, 12))).toBe(Date.UTC(2026, 4));
    expect(monthOf(Date.UTC(2026, 0, 1))).toBe(Date.UTC(2026, 0));
  });
});
