import type { FreightClaimState } from '@candour/shared/claims.js';
import { Refused } from '@candour/shared/errors.js';
import type { ExchangeState, ReturnAcceptance, ReturnReception, ReturnState } from '@candour/shared/returns.js';

/** What moves something of a return, as data. A state that names no move for an event refuses it. */
export type Moves<State extends string, Event extends string> = Readonly<
  Record<State, Partial<Readonly<Record<Event, State>>>>
>;

export type ReturnEvent =
  | 'approve'
  | 'decline'
  | 'cancel'
  | 'pickup-booked'
  | 'receive-part'
  | 'receive-all'
  | 'write-off'
  | 'inspected'
  | 'settled';

export const returnMoves: Moves<ReturnState, ReturnEvent> = {
  requested: { approve: 'approved', decline: 'declined', cancel: 'canceled' },
  approved: {
    'pickup-booked': 'in_transit',
    cancel: 'canceled',
    'receive-part': 'partially_received',
    'receive-all': 'received',
  },
  in_transit: { 'receive-part': 'partially_received', 'receive-all': 'received' },
  partially_received: {
    'receive-part': 'partially_received',
    'receive-all': 'received',
    'write-off': 'received',
  },
  received: { inspected: 'inspected' },
  inspected: { settled: 'closed' },
  declined: {},
  canceled: {},
  closed: {},
};

/** Whether its units are spoken for: nobody can ask for them again. */
export const holdsUnits: Readonly<Record<ReturnState, boolean>> = {
  requested: true,
  approved: true,
  in_transit: true,
  partially_received: true,
  received: true,
  inspected: true,
  closed: true,
  declined: false,
  canceled: false,
};

export const receptionMoves: Moves<ReturnReception, 'receive' | 'cancel' | 'give'> = {
  awaiting: { receive: 'received', cancel: 'canceled', give: 'given_to_customer' },
  received: {},
  canceled: {},
  given_to_customer: {},
};

export const acceptanceMoves: Moves<ReturnAcceptance, 'accepted' | 'rejected' | 'manual_review'> = {
  pending: { accepted: 'accepted', rejected: 'rejected', manual_review: 'manual_review' },
  manual_review: { accepted: 'accepted', rejected: 'rejected' },
  accepted: {},
  rejected: {},
};

export type ExchangeEvent = 'confirm' | 'await_goods' | 'settle' | 'ship' | 'close' | 'cancel';
export const exchangeMoves: Moves<ExchangeState, ExchangeEvent> = {
  draft: { confirm: 'confirmed', cancel: 'canceled' },
  confirmed: { await_goods: 'awaiting_goods', cancel: 'canceled' },
  awaiting_goods: { settle: 'settled', cancel: 'canceled' },
  settled: { ship: 'shipped' },
  shipped: { close: 'closed' },
  closed: {},
  canceled: {},
};

export type FreightEvent = 'report' | 'file' | 'pay' | 'deny';
export const freightMoves: Moves<FreightClaimState, FreightEvent> = {
  noted: { report: 'reported' },
  reported: { file: 'filed' },
  filed: { pay: 'paid', deny: 'denied' },
  paid: {},
  denied: {},
};

/** The state after an event. @throws Refused `state-unfit`. */
export function moved<State extends string, Event extends string>(
  moves: Moves<State, Event>,
  from: State,
  event: Event,
): State {
  const to = moves[from][event];
  if (to === undefined) throw new Refused('state-unfit');
  return to;
}
