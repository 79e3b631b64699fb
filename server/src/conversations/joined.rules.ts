import type { ConversationStatus } from '@candour/shared/conversations.js';
import { MERGED_MOST, type MergeReaders, type MergeUnfit } from '@candour/shared/merging.js';
import type { RetentionClass } from '@candour/shared/policy.js';
import type { Facts, StartEvents, TrainingFacts } from '../policy/facts.rules.js';
import { activeWith, endStates, takesNoMessage } from './conversation.rules.js';

interface Whose {
  readonly id: string;
  readonly customerId: string;
  readonly visitorId: string;
}
interface Fitting extends Whose {
  readonly status: ConversationStatus;
  readonly resolvedAt: number | null;
  readonly mergedInto: string | null;
  readonly safetySince: number | null;
}
interface Proved extends Whose {
  readonly level: number;
}

/** What two conversations are judged by beside their rows. */
export interface Beside {
  /** Ids of customers whom the desk knows, out of the two. */
  readonly identified: ReadonlySet<string>;
  /** Conversations that both consist of already, themselves included. */
  readonly parts: number;
  readonly now: number;
}

/**
 * Why one cannot be merged into the other; undefined: it can. Each goes into one that goes on, and into no other, so
 * that no ring can come about, whoever merges what at the same time.
 */
export function unfitFor(from: Fitting, into: Fitting, { identified, parts, now }: Beside): MergeUnfit | undefined {
  if (from.id === into.id) return 'same';
  if (from.mergedInto !== null || into.mergedInto !== null) return 'merged';
  if (from.status === 'spam' || into.status === 'spam') return 'spam';
  // Written by staff or by the customer: what takes neither is over.
  if (takesNoMessage(into, 'customer', now)) return 'over';
  // Never closed before a supervisor has looked (house rules, 17).
  if (from.safetySince !== null) return 'safety';
  if (!mayBeOnePerson(from, into, identified)) return 'customers';
  return parts > MERGED_MOST ? 'many' : undefined;
}

/** The same customer; or one of whom nobody is known, beside somebody who is, or in the same browser. */
function mayBeOnePerson(one: Whose, other: Whose, identified: ReadonlySet<string>): boolean {
  if (one.customerId === other.customerId) return true;
  const known = [one, other].filter(({ customerId }) => identified.has(customerId)).length;
  return known < 2 && (known === 1 || one.visitorId === other.visitorId);
}

/** What somebody wrote is shown in no other browser but where the same customer proved who they are (decision 0004). */
export function readersOf(from: Proved, into: Proved): MergeReaders {
  if (from.visitorId === into.visitorId) return 'one';
  return from.customerId === into.customerId && from.level > 0 && into.level > 0 ? 'proved' : 'apart';
}

interface Carrying {
  readonly status: ConversationStatus;
  readonly assigneeId: string | null;
  readonly waitingSince: number | null;
  readonly priority: number;
  readonly orderId: string | null;
  readonly retentionClass: RetentionClass;
}

/** From the shortest period to the longest. */
const classes: readonly RetentionClass[] = ['chat-unidentified', 'conversation', 'conversation-order'];
export const longerOf = (one: RetentionClass, other: RetentionClass): RetentionClass =>
  classes.indexOf(one) > classes.indexOf(other) ? one : other;

/** How the target stands when it has taken the other over: nobody waits shorter or is less urgent than before. */
export function carriedInto(from: Carrying, into: Carrying): Carrying {
  const over = endStates.has(from.status);
  const waits = over ? null : from.waitingSince;
  const wakes = endStates.has(into.status) ? !over : waits !== null && into.status !== 'queued';
  const status = wakes && into.status !== 'open' ? activeWith(into.assigneeId) : into.status;
  return {
    ...into,
    status,
    waitingSince: waits === null ? into.waitingSince : Math.min(waits, into.waitingSince ?? waits),
    priority: over ? into.priority : Math.max(from.priority, into.priority),
    orderId: into.orderId ?? from.orderId,
    retentionClass: longerOf(from.retentionClass, into.retentionClass),
  };
}

/**
 * What the policy is told of a conversation that was merged with others: one matter, which ends when the last of it
 * does, with every hold and open matter, and with the stricter word on training (policy R12, R36). A wish to have one
 * deleted is about that one alone.
 */
export function jointFacts(own: Facts, others: readonly Facts[]): Facts {
  const all = [own, ...others];
  const holds = all.flatMap((facts) => facts.holds ?? []);
  const matters = all.flatMap((facts) => facts.matters ?? []);
  const pending = all.flatMap((facts) => facts.accessPendingSince ?? []);
  const residence = all.find((facts) => facts.residence !== undefined)?.residence;
  const minor = all.find((facts) => facts.minor !== undefined)?.minor;
  const training = strictest(all.flatMap((facts) => facts.training ?? []));
  return {
    ...own,
    events: lastOf(all.flatMap(({ events }) => events ?? [])),
    ...(residence === undefined ? {} : { residence }),
    ...(holds.length > 0 ? { holds } : {}),
    ...(matters.length > 0 ? { matters } : {}),
    ...(pending.length > 0 ? { accessPendingSince: Math.min(...pending) } : {}),
    ...(minor === undefined ? {} : { minor }),
    ...(training ? { training } : {}),
  };
}

/** Of each what happened last; what is still awaited in one is awaited in all. */
function lastOf(all: readonly StartEvents[]): StartEvents {
  const last: Record<string, number | null> = {};
  for (const events of all) {
    for (const [name, at] of Object.entries(events) as [string, number | null][]) {
      const before = last[name];
      last[name] = at === null || before === null ? null : Math.max(at, before ?? at);
    }
  }
  return last;
}

/** The least that any of them allows. */
const consents = ['refused', 'withdrawn', 'not_asked', 'announced', 'given'] as const;

function strictest(all: readonly TrainingFacts[]): TrainingFacts | undefined {
  if (all.length === 0) return undefined;
  const said = (name: 'objected' | 'sensitive' | 'unmaskedPayment') =>
    all.some((one) => one[name]) ? { [name]: true } : {};
  const matter = all.find((one) => one.matter !== undefined)?.matter;
  const consent = consents.find((one) => all.some(({ recordingConsent }) => recordingConsent === one));
  return {
    ...said('objected'),
    ...said('sensitive'),
    ...said('unmaskedPayment'),
    ...(matter ? { matter } : {}),
    ...(consent ? { recordingConsent: consent } : {}),
    // One place where both had to agree is enough to ask both.
    ...(consent && all.every(({ recordingConsent, oneParty }) => !recordingConsent || oneParty)
      ? { oneParty: true }
      : {}),
  };
}
