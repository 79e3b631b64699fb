import type { Evidence, RetentionClass } from '@candour/shared/policy.js';

/** Which period a conversation runs under: an order outweighs an identity, an identity outweighs none. */
export function conversationClass(of: { identified: boolean; orderId: string | null }): RetentionClass {
  if (of.orderId !== null) return 'conversation-order';
  return of.identified ? 'conversation' : 'chat-unidentified';
}

/** Chats are communications that the customer gave us to be helped (policy C5, R6, P5). */
export function conversationEvidence(
  policyVersion: string,
  retentionClass: RetentionClass,
  anchorAt: number | null,
): Evidence {
  return { policyVersion, category: 'C5', source: 'provided', purpose: 'P5', retentionClass, anchorAt };
}

/** An entry goes with its conversation: it has no period, and so no anchor, of its own. */
export const entryEvidence = conversationEvidence('', 'conversation', null);
