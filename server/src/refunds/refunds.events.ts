import type { RefundState } from '@candour/shared/refunds.js';

/** A refund came into another state. A hint: what must follow stands in rows. */
export class RefundMoved {
  constructor(
    readonly refundId: string,
    readonly orderId: string,
    readonly returnId: string | null,
    readonly state: RefundState,
  ) {}
}

/** Refunds wait to be handed to their provider, at once or once their undo window is over. */
export class RefundsWait {
  constructor(readonly refundId: string) {}
}
