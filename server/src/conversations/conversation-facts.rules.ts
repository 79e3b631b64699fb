import type { Topic } from '@candour/shared/words.js';
import type { Facts } from '../policy/facts.rules.js';

/** What the policy needs to know of a conversation. */
export interface ConversationFacts {
  readonly topic: Topic;
  readonly resolvedAt: number | null;
}

/** Of the linked order. */
export interface OrderFacts {
  /** Null: awaited; undefined: not known, and no more to come. */
  readonly delivered: number | null | undefined;
  /** Where it goes to: the guarantee follows the residence (ADR 0022). */
  readonly country: string | undefined;
}

/**
 * The facts that `decide` is asked with, for the conversation and for everything in it. `order` is the linked one;
 * absent where there is none, or none any more.
 */
export function factsOf(conversation: ConversationFacts, order?: OrderFacts): Facts {
  return {
    events: {
      resolved: conversation.resolvedAt,
      ...(order?.delivered === undefined ? {} : { delivered: order.delivered }),
    },
    ...(order?.country === undefined ? {} : { residence: order.country }),
    ...(conversation.topic === 'privacy' ? { training: { matter: 'privacy' } } : {}),
  };
}
