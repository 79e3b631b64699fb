import type { Reason } from '@candour/shared/tickets.js';
import type { Topic } from '@candour/shared/words.js';
import type { Facts } from '../policy/facts.rules.js';

/** What the policy needs to know of a conversation. */
export interface ConversationFacts {
  readonly topic: Topic;
  readonly reason: Reason | null;
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
  const matter = matterOf(conversation);
  return {
    events: {
      resolved: conversation.resolvedAt,
      ...(order?.delivered === undefined ? {} : { delivered: order.delivered }),
    },
    ...(order?.country === undefined ? {} : { residence: order.country }),
    ...(matter ? { training: { matter } } : {}),
  };
}

/** Matters that never train anybody, whatever else allows it (house rules, "Training use"). */
function matterOf({ topic, reason }: ConversationFacts): 'privacy' | 'safety' | 'financing' | undefined {
  if (topic === 'privacy') return 'privacy';
  return reason === 'safety' || reason === 'financing' ? reason : undefined;
}
