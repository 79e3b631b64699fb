import type { ReturnState } from '@candour/shared/returns.js';

/** A return was asked for, or came into another state. A hint: what must follow stands in rows. */
export class ReturnMoved {
  constructor(
    readonly returnId: string,
    readonly orderId: string,
    readonly state: ReturnState,
  ) {}
}
