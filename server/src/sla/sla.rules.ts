import type { ConversationStatus } from '@candour/shared/conversations.js';
import { HOUR, MINUTE, SECOND } from '@candour/shared/instant.js';
import type { BusinessTime, Due, DueKind, Sla } from '@candour/shared/sla.js';
import type { Reason } from '@candour/shared/tickets.js';
import type { Channel, Topic } from '@candour/shared/words.js';

/** The hours of whoever answers a conversation. */
export interface OfficeClock {
  /** What a target calls one business day, in milliseconds. */
  readonly dayMs: number;
  /** The first instant by which it has been open for `ms` since `at`; undefined where it never will have been. */
  add(at: number, ms: number): number | undefined;
}

/** Of a conversation what its targets are counted from. */
export interface SlaEvidence {
  readonly status: ConversationStatus;
  readonly channel: Channel;
  /** The customer left the chat and is answered by other means. */
  readonly answerBy: string | null;
  readonly topic: Topic;
  readonly reason: Reason | null;
  readonly createdAt: number;
  /** Since when the customer waits for a person's answer: what the desk says by itself ends no waiting (rule 21). */
  readonly waitingSince: number | null;
  readonly firstReplyAt: number | null;
  readonly pausedMs: number;
  /** Since when it is known that somebody may be hurt, until a supervisor has looked. */
  readonly safetySince: number | null;
}

/** Only waiting for the customer pauses (rule 21), and what is over is due to nobody. */
const stopped: ReadonlySet<ConversationStatus> = new Set<ConversationStatus>(['pending', 'resolved', 'closed', 'spam']);

/** A supervisor looks within an hour at what may have hurt somebody (house rules, 17). */
const LOOK_WITHIN = HOUR;

/** What the desk owes first; undefined where nothing runs. */
export function nextDue(evidence: SlaEvidence, sla: Sla, clock: OfficeClock): Due | undefined {
  let first: Due | undefined;
  for (const due of [replyDue(evidence, sla, clock), resolutionDue(evidence, sla, clock)]) {
    if (due && (!first || due.dueAt < first.dueAt)) first = due;
  }
  if (evidence.safetySince === null || stopped.has(evidence.status)) return first;
  const look = instants('supervisor', evidence.safetySince, LOOK_WITHIN, sla, clock);
  return look && (!first || look.dueAt < first.dueAt) ? look : first;
}

export function replyDue(evidence: SlaEvidence, sla: Sla, clock: OfficeClock): Due | undefined {
  const { status, waitingSince, createdAt, firstReplyAt } = evidence;
  if (waitingSince === null || stopped.has(status)) return undefined;
  const kind = firstReplyAt === null ? 'first-reply' : 'next-reply';
  // Who was put at the head of the queue stands there as if they had waited longer than they have.
  return instants(kind, Math.max(waitingSince, createdAt), replyMs(evidence, sla, clock), sla, clock);
}

/** Undefined for chat, and where the law sets the term. */
export function resolutionDue(evidence: SlaEvidence, sla: Sla, clock: OfficeClock): Due | undefined {
  const { status, topic, createdAt, pausedMs } = evidence;
  if (stopped.has(status) || isChat(evidence)) return undefined;
  const resolve = targetOf(sla, topic)?.resolve;
  if (!resolve) return undefined;
  return instants('resolution', createdAt, msOf(resolve, clock) + pausedMs, sla, clock);
}

function replyMs(evidence: SlaEvidence, sla: Sla, clock: OfficeClock): number {
  if (isChat(evidence)) return (evidence.firstReplyAt === null ? sla.chat.first : sla.chat.next) * SECOND;
  const target = targetOf(sla, evidence.topic);
  const faster = target?.faster.find(({ reason }) => reason === evidence.reason);
  return msOf(faster?.reply ?? target?.reply ?? { days: 1 }, clock);
}

const isChat = ({ channel, answerBy }: SlaEvidence): boolean => channel === 'chat' && answerBy === null;

const targetOf = (sla: Sla, topic: Topic): Sla['topics'][number] | undefined =>
  sla.topics.find((target) => target.topic === topic);

const msOf = (time: BusinessTime, clock: OfficeClock): number =>
  'minutes' in time ? time.minutes * MINUTE : time.days * clock.dayMs;

/** Nothing is due where it never opens. */
function instants(kind: DueKind, from: number, ms: number, { warnAt }: Sla, clock: OfficeClock): Due | undefined {
  const dueAt = clock.add(from, ms);
  const warn = dueAt === undefined ? undefined : clock.add(from, (ms * warnAt) / 100);
  return dueAt === undefined || warn === undefined ? undefined : { kind, dueAt, warnAt: Math.floor(warn) };
}
