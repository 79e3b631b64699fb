import { Refused } from '@candour/shared/errors.js';
import { exchangeStates, returnStates } from '@candour/shared/returns.js';
import { freightClaimStates } from '@candour/shared/claims.js';
import {
  acceptanceMoves,
  exchangeMoves,
  freightMoves,
  moved,
  receptionMoves,
  returnMoves,
  type Moves,
} from './moves.rules.js';

/** Each line: from, event, to. What is not listed is refused. */
function hold<S extends string, E extends string>(
  words: string,
  moves: Moves<S, E>,
  states: readonly S[],
  events: readonly E[],
  listed: readonly (readonly [S, E, S])[],
): void {
  describe(words, () => {
    for (const from of states) {
      for (const event of events) {
        const to = listed.find(([f, e]) => f === from && e === event)?.[2];
        it(`${from}, ${event}: ${to ?? 'refused'}`, () => {
          if (to === undefined) expect(() => moved(moves, from, event)).toThrowError(Refused, 'state-unfit');
          else expect(moved(moves, from, event)).toBe(to);
        });
      }
    }
  });
}

hold(
  'a return',
  returnMoves,
  returnStates,
  ['approve', 'decline', 'cancel', 'pickup-booked', 'receive-part', 'receive-all', 'write-off', 'inspected', 'settled'],
  [
    ['requested', 'approve', 'approved'],
    ['requested', 'decline', 'declined'],
    ['requested', 'cancel', 'canceled'],
    ['approved', 'pickup-booked', 'in_transit'],
    ['approved', 'cancel', 'canceled'],
    ['approved', 'receive-part', 'partially_received'],
    ['approved', 'receive-all', 'received'],
    ['in_transit', 'receive-part', 'partially_received'],
    ['in_transit', 'receive-all', 'received'],
    ['partially_received', 'receive-part', 'partially_received'],
    ['partially_received', 'receive-all', 'received'],
    ['partially_received', 'write-off', 'received'],
    ['received', 'inspected', 'inspected'],
    ['inspected', 'settled', 'closed'],
  ],
);
hold(
  'the reception of a line',
  receptionMoves,
  ['awaiting', 'received', 'canceled', 'given_to_customer'],
  ['receive', 'cancel', 'give'],
  [
    ['awaiting', 'receive', 'received'],
    ['awaiting', 'cancel', 'canceled'],
    ['awaiting', 'give', 'given_to_customer'],
  ],
);
hold(
  'the acceptance of a line',
  acceptanceMoves,
  ['pending', 'accepted', 'rejected', 'manual_review'],
  ['accepted', 'rejected', 'manual_review'],
  [
    ['pending', 'accepted', 'accepted'],
    ['pending', 'rejected', 'rejected'],
    ['pending', 'manual_review', 'manual_review'],
    ['manual_review', 'accepted', 'accepted'],
    ['manual_review', 'rejected', 'rejected'],
  ],
);
hold(
  'an exchange',
  exchangeMoves,
  exchangeStates,
  ['confirm', 'await_goods', 'settle', 'ship', 'close', 'cancel'],
  [
    ['draft', 'confirm', 'confirmed'],
    ['draft', 'cancel', 'canceled'],
    ['confirmed', 'await_goods', 'awaiting_goods'],
    ['confirmed', 'cancel', 'canceled'],
    ['awaiting_goods', 'settle', 'settled'],
    ['awaiting_goods', 'cancel', 'canceled'],
    ['settled', 'ship', 'shipped'],
    ['shipped', 'close', 'closed'],
  ],
);
hold(
  'a freight claim',
  freightMoves,
  freightClaimStates,
  ['report', 'file', 'pay', 'deny'],
  [
    ['noted', 'report', 'reported'],
    ['reported', 'file', 'filed'],
    ['filed', 'pay', 'paid'],
    ['filed', 'deny', 'denied'],
  ],
);
