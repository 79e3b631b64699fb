import type { RefundState } from '@candour/shared/refunds.js';

/** What happens to a refund. The provider's words are its last six. */
export type RefundEvent =
  | 'approve'
  | 'reject'
  | 'cancel'
  | 'submit'
  | 'lost'
  | 'not-taken'
  | 'not-found'
  | 'says-pending'
  | 'says-requires-action'
  | 'says-succeeded'
  | 'says-failed'
  | 'says-canceled'
  | 'says-reversed';

/** What the provider may say of a refund that it knows, whatever we knew of it. */
const said = {
  'says-pending': 'pending',
  'says-requires-action': 'requires_action',
  'says-succeeded': 'succeeded',
  'says-failed': 'failed',
  'says-canceled': 'canceled',
} as const;

/**
 * A state that names no move for an event stays: news that come late, twice or out of order change nothing of a refund
 * that has ended. So a failed one stays failed when an older success arrives after it; providers never go that way.
 */
export const refundMoves: Readonly<Record<RefundState, Partial<Record<RefundEvent, RefundState>>>> = {
  pending_approval: { approve: 'approved', reject: 'rejected', cancel: 'canceled' },
  // Until the worker takes it, whoever asked may think again: the undo window.
  approved: { submit: 'submitting', cancel: 'canceled' },
  // A provider that had no time for it has done nothing: it is asked again.
  submitting: { ...said, lost: 'unknown', 'not-taken': 'approved' },
  // Only a provider that was asked and has never heard of it lets it be sent again.
  unknown: { ...said, 'not-found': 'approved' },
  pending: { ...said },
  requires_action: { ...said },
  // The bank may return money that was paid out, or a payout may fail after all.
  succeeded: { 'says-reversed': 'reversed', 'says-failed': 'reversed' },
  failed: {},
  canceled: {},
  rejected: {},
  reversed: {},
};

/** Whether the sum stays reserved on its payment: nobody else can be given it. */
export const reserves: Readonly<Record<RefundState, boolean>> = {
  pending_approval: true,
  approved: true,
  submitting: true,
  unknown: true,
  pending: true,
  requires_action: true,
  succeeded: true,
  failed: false,
  canceled: false,
  rejected: false,
  reversed: false,
};

/** The state after it; undefined where the event says nothing new of it. */
export const afterRefundEvent = (state: RefundState, event: RefundEvent): RefundState | undefined =>
  refundMoves[state][event];

/** A provider's word as an event. */
export const eventOf: Readonly<
  Record<'pending' | 'requires_action' | 'succeeded' | 'failed' | 'canceled', RefundEvent>
> = {
  pending: 'says-pending',
  requires_action: 'says-requires-action',
  succeeded: 'says-succeeded',
  failed: 'says-failed',
  canceled: 'says-canceled',
};
