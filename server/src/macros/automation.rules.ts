import type { Conditions, Trigger } from '@candour/shared/automations.js';
import type { ConversationStatus } from '@candour/shared/conversations.js';
import { MINUTE } from '@candour/shared/instant.js';
import type { Channel, Language } from '@candour/shared/words.js';
import type { TicketFacts } from './actions.rules.js';

/** What an automation looks at. */
export interface ConditionFacts extends TicketFacts {
  readonly language: Language;
  readonly channel: Channel;
  readonly waitingSince: number | null;
  readonly lastAt: number;
  readonly lastBy: 'customer' | 'staff' | 'system';
  /** Whether the office of its language is open now. */
  readonly officeOpen: boolean;
}

const among = <T>(wished: readonly T[] | undefined, one: T): boolean => wished === undefined || wished.includes(one);

const checks: readonly ((asked: Conditions, facts: ConditionFacts, now: number) => boolean)[] = [
  ({ topics }, { topic }) => among(topics, topic),
  ({ reasons }, { reason }) => reasons === undefined || (reason !== null && reasons.includes(reason)),
  ({ languages }, { language }) => among(languages, language),
  ({ priorities }, { priority }) => among(priorities, priority),
  ({ channels }, { channel }) => among(channels, channel),
  ({ tags }, facts) => tags === undefined || tags.some((tag) => facts.tags.includes(tag)),
  ({ hours }, { officeOpen }) => hours === undefined || (hours === 'open') === officeOpen,
  ({ assigned }, { assigneeId }) => assigned === undefined || (assigned === 'somebody') === (assigneeId !== null),
  ({ waitingMinutes }, { waitingSince }, now) =>
    waitingMinutes === undefined || (waitingSince !== null && now - waitingSince >= waitingMinutes * MINUTE),
];

/** Whether every condition that is named holds. */
export const holds = (asked: Conditions, facts: ConditionFacts, now: number): boolean =>
  checks.every((check) => check(asked, facts, now));

/** Something that happened to a conversation; `occasion` is its name, under which no automation runs twice. */
export interface Happening {
  readonly on: Trigger['on'];
  readonly occasion: string;
  readonly to?: ConversationStatus;
}

/** Whether a trigger answers to what happened. */
export function answers(trigger: Trigger, { on, to }: Happening): boolean {
  if (trigger.on !== on) return false;
  return trigger.on !== 'status' || trigger.to === null || trigger.to === to;
}

/**
 * Of a trigger by time: what it is that has lasted long enough, counted from when. Undefined: it has not, or nobody is
 * waited for. Each wait is one occasion.
 */
export function lasted(trigger: Trigger, facts: ConditionFacts, now: number): Happening | undefined {
  if (trigger.on === 'waiting') return since(trigger, facts.waitingSince, now);
  if (trigger.on !== 'silent') return undefined;
  const answered = facts.lastBy !== 'customer' && facts.waitingSince === null;
  const underway = facts.status === 'open' || facts.status === 'pending';
  return since(trigger, answered && underway ? facts.lastAt : null, now);
}

function since(
  trigger: Extract<Trigger, { minutes: number }>,
  from: number | null,
  now: number,
): Happening | undefined {
  if (from === null || now - from < trigger.minutes * MINUTE) return undefined;
  return { on: trigger.on, occasion: `${trigger.on}:${from}` };
}

/** Whether a trigger would answer to a conversation as it stands: for a try, where nothing happens. */
export function wouldAnswer(trigger: Trigger, facts: ConditionFacts, now: number): boolean {
  if (trigger.on === 'status') return trigger.to === null || trigger.to === facts.status;
  if (trigger.on === 'waiting' || trigger.on === 'silent') return lasted(trigger, facts, now) !== undefined;
  return true;
}
