import type { ConversationStatus } from '@candour/shared/conversations.js';
import type { RefusalCode } from '@candour/shared/errors.js';
import type { PlannedStep, TicketAction } from '@candour/shared/macros.js';
import { reasonFits, TAGS_MAX, type Priority, type Reason } from '@candour/shared/tickets.js';
import type { Topic } from '@candour/shared/words.js';

/** What a ticket's actions look at and change. */
export interface TicketFacts {
  readonly status: ConversationStatus;
  readonly assigneeId: string | null;
  readonly teamId: string | null;
  readonly priority: Priority;
  readonly topic: Topic;
  readonly reason: Reason | null;
  readonly tags: readonly string[];
}

/** Who acts: a member of staff by id, or the desk itself. */
export interface Acting {
  readonly staffId: string | null;
}

type Verdict = { readonly after: TicketFacts } | { readonly because: RefusalCode };

const underway: ReadonlySet<ConversationStatus> = new Set<ConversationStatus>(['queued', 'open', 'pending', 'snoozed']);

const refuse = (because: RefusalCode): Verdict => ({ because });
const moved = (facts: TicketFacts, change: Partial<TicketFacts>): Verdict =>
  underway.has(facts.status) ? { after: { ...facts, ...change } } : refuse('move-refused');
const retagged = (facts: TicketFacts, tags: readonly string[]): Verdict =>
  tags.length > TAGS_MAX ? refuse('too-many-tags') : { after: { ...facts, tags } };

/** Each action as a rule. The services decide again, on the row, when it is done. */
const plans: {
  readonly [Do in TicketAction['do']]: (
    facts: TicketFacts,
    action: Extract<TicketAction, { do: Do }>,
    acting: Acting,
  ) => Verdict;
} = {
  priority: (facts, { priority }) => ({ after: { ...facts, priority } }),
  topic: (facts, { topic, reason }) => {
    if (reason !== null && !reasonFits(topic, reason)) return refuse('reason-unfit');
    const kept = topic === facts.topic ? facts.reason : null;
    return { after: { ...facts, topic, reason: reason ?? kept } };
  },
  tag: (facts, { tags }) => retagged(facts, [...new Set([...facts.tags, ...tags])]),
  untag: (facts, { tags }) =>
    retagged(
      facts,
      facts.tags.filter((tag) => !tags.includes(tag)),
    ),
  take: (facts, _, { staffId }) => {
    if (staffId === null) return refuse('not-allowed');
    if (facts.assigneeId !== null && facts.assigneeId !== staffId) return refuse('conversation-taken');
    return moved(facts, { assigneeId: staffId, status: facts.status === 'queued' ? 'open' : facts.status });
  },
  queue: (facts, { teamId }) => moved(facts, { status: 'queued', assigneeId: null, teamId: teamId ?? facts.teamId }),
  snooze: (facts) => (facts.status === 'snoozed' ? { after: facts } : moved(facts, { status: 'snoozed' })),
  // Only whoever was answered by somebody is waited for.
  pending: (facts) => (facts.status === 'queued' ? refuse('move-refused') : moved(facts, { status: 'pending' })),
  reply: (facts) => moved(facts, {}),
  note: (facts) => ({ after: facts }),
  resolve: (facts) => (facts.status === 'resolved' ? { after: facts } : moved(facts, { status: 'resolved' })),
};

/** Words are always new; everything else is a change only where something differs. */
const speaks: ReadonlySet<TicketAction['do']> = new Set<TicketAction['do']>(['reply', 'note']);

/** What the actions would do, one after the other. After the first that is refused the others are not asked. */
export function planActions(
  facts: TicketFacts,
  actions: readonly TicketAction[],
  acting: Acting,
): { steps: PlannedStep[]; after: TicketFacts; refused: RefusalCode | undefined; changes: boolean } {
  let after = facts;
  let refused: RefusalCode | undefined =
    facts.status === 'closed' || facts.status === 'spam' ? 'conversation-closed' : undefined;
  const steps = actions.map((action): PlannedStep => {
    const verdict: Verdict = refused ? refuse(refused) : planOf(after, action, acting);
    if ('because' in verdict) {
      refused = verdict.because;
      return { action, outcome: 'refused', because: verdict.because };
    }
    const change = speaks.has(action.do) || differs(after, verdict.after);
    after = verdict.after;
    return { action, outcome: change ? 'change' : 'same' };
  });
  return { steps, after, refused, changes: steps.some(({ outcome }) => outcome === 'change') };
}

function planOf(facts: TicketFacts, action: TicketAction, acting: Acting): Verdict {
  const plan = plans[action.do] as (facts: TicketFacts, action: TicketAction, acting: Acting) => Verdict;
  return plan(facts, action, acting);
}

function differs(before: TicketFacts, after: TicketFacts): boolean {
  const { tags, ...rest } = before;
  const same = (Object.keys(rest) as (keyof typeof rest)[]).every((name) => before[name] === after[name]);
  return !same || tags.length !== after.tags.length || tags.some((tag) => !after.tags.includes(tag));
}
