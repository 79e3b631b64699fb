import type { Topic } from '@candour/shared/words.js';
import type { Facts } from '../policy/facts.rules.js';

/** What the policy needs to know of a conversation. */
export interface ConversationFacts {
  readonly topic: Topic;
  readonly resolvedAt: number | null;
  readonly orderId: string | null;
}

/**
 * The facts that `decide` is asked with, for the conversation and for everything in it.
 * @param delivered of the linked order: when it was delivered, null while it is awaited, undefined where it is gone.
 */
export function factsOf(conversation: ConversationFacts, delivered: number | null | undefined): Facts {
  return {
    events: {
      resolved: conversation.resolvedAt,
      ...(conversation.orderId !== null && delivered !== undefined ? { delivered } : {}),
    },
    ...(conversation.topic === 'privacy' ? { training: { matter: 'privacy' } } : {}),
  };
}
