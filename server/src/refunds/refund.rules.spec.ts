import { refundStates } from '@candour/shared/refunds.js';
import { afterRefundEvent, refundMoves, reserves } from './refund.rules.js';

describe('A refund', () => {
  for (const [from, event, to] of [
    ['pending_approval', 'approve', 'approved'],
    ['pending_approval', 'reject', 'rejected'],
    ['pending_approval', 'submit', undefined],
    ['approved', 'submit', 'submitting'],
    ['approved', 'cancel', 'canceled'],
    ['approved', 'says-succeeded', undefined],
    ['submitting', 'lost', 'unknown'],
    ['submitting', 'not-taken', 'approved'],
    ['submitting', 'cancel', undefined],
    ['submitting', 'not-found', undefined],
    ['submitting', 'says-succeeded', 'succeeded'],
    ['unknown', 'not-found', 'approved'],
    ['unknown', 'submit', undefined],
    ['unknown', 'says-failed', 'failed'],
    ['pending', 'says-succeeded', 'succeeded'],
    ['pending', 'lost', undefined],
    ['requires_action', 'says-canceled', 'canceled'],
    ['succeeded', 'says-pending', undefined],
    ['succeeded', 'says-reversed', 'reversed'],
    ['succeeded', 'says-failed', 'reversed'],
    ['failed', 'says-succeeded', undefined],
    ['reversed', 'says-reversed', undefined],
  ] as const) {
    it(`that is ${from} is ${to ?? 'the same'} after ${event}`, () => {
      expect(afterRefundEvent(from, event)).toBe(to);
    });
  }

  it('never takes back a reservation that was given up', () => {
    const back = refundStates.flatMap((from) =>
      Object.values(refundMoves[from]).filter((to) => !reserves[from] && reserves[to]),
    );
    expect(back).toEqual([]);
  });

  it('comes to an end from wherever it stands', () => {
    const reaching = (from: (typeof refundStates)[number], seen = new Set<string>()): Set<string> => {
      for (const to of Object.values(refundMoves[from])) {
        if (seen.has(to)) continue;
        seen.add(to);
        reaching(to, seen);
      }
      return seen;
    };
    const stuck = refundStates.filter(
      (state) => reserves[state] && !reaching(state).has('failed') && state !== 'succeeded',
    );
    expect(stuck).toEqual([]);
  });
});
