import type { Order } from '@candour/shared/orders.js';

/** The order that is to be changed, and the conversation in which its customer asked for it. */
export interface ChangeOf {
  readonly orderId: string;
  readonly number: string;
  readonly lines: Order['lines'];
  readonly conversationId: string;
}
