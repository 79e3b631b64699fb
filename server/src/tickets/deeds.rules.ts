import type { ConversationStatus } from '@candour/shared/conversations.js';
import { SNOOZE_LEAST, SNOOZE_MOST, type Deed, type SnoozePreset, type SnoozeTimes } from '@candour/shared/deeds.js';
import { Refused } from '@candour/shared/errors.js';
import { HOUR } from '@candour/shared/instant.js';
import type { FileTicket, Reason } from '@candour/shared/tickets.js';
import type { Topic } from '@candour/shared/words.js';

/** How a ticket stands, as far as a deed changes it. */
export interface Stand {
  readonly status: ConversationStatus;
  readonly assigneeId: string | null;
  readonly waitingSince: number | null;
  readonly snoozedUntil: number | null;
}

export interface Matter extends Stand {
  readonly topic: Topic;
  readonly reason: Reason | null;
}

const over: ReadonlySet<ConversationStatus> = new Set<ConversationStatus>(['resolved', 'closed', 'spam']);
const activeWith = (assigneeId: string | null): ConversationStatus => (assigneeId === null ? 'queued' : 'open');

/** What a deed changes of how a ticket stands; undefined where it stands so already. */
export function moveOf(deed: Deed, before: Matter, now: number, until?: number): Partial<Stand> | undefined {
  const { status, assigneeId, waitingSince } = before;
  // Who stands in the queue waits there from some instant on.
  const active = (to: string | null): Partial<Stand> => ({
    status: activeWith(to),
    ...(to === null ? { waitingSince: waitingSince ?? now } : {}),
  });
  switch (deed.kind) {
    case 'assign':
      if (assigneeId === deed.to && status !== 'queued') return undefined;
      if (over.has(status)) throw new Refused('move-refused', { from: status, to: 'open' });
      return { assigneeId: deed.to, ...(status === 'queued' ? { status: 'open' } : {}) };
    case 'status':
      if (status === deed.status || (deed.status === 'open' && status === 'queued')) return undefined;
      if (deed.status === 'open') {
        if (status === 'spam') throw new Refused('move-refused', { from: status, to: 'open' });
        return active(assigneeId);
      }
      // Nobody waits for a customer who waits for an answer: that would stop the clock of what is owed.
      if (deed.status === 'pending' && waitingSince !== null) throw new Refused('customer-waits');
      return { status: deed.status };
    case 'snooze':
      if (until === undefined || until < now + SNOOZE_LEAST || until > now + SNOOZE_MOST) {
        throw new Refused('snooze-unfit');
      }
      return { status: 'snoozed', snoozedUntil: until };
    case 'spam':
      if (status === 'spam') return undefined;
      if (mayNotBeSpam(before)) throw new Refused('matter-stands');
      return { status: 'spam' };
    case 'not-spam':
      return status === 'spam' ? active(assigneeId) : undefined;
    default:
      return undefined;
  }
}

/**
 * However somebody behaves, what they ask by law, complain about, or were hurt by stays (house rules, 17 and 18). If
 * the topic is wrong, somebody says so first.
 */
const mayNotBeSpam = ({ topic, reason }: Matter): boolean => topic === 'privacy' || reason === 'safety';

/** What a deed changes of what a ticket says of itself. */
export function filingOf(deed: Deed): FileTicket | undefined {
  switch (deed.kind) {
    case 'priority':
      return { priority: deed.priority };
    case 'topic':
      return { topic: deed.topic, ...(deed.reason === undefined ? {} : { reason: deed.reason }) };
    case 'tag':
      return { addTags: deed.add, removeTags: deed.remove };
    default:
      return undefined;
  }
}

/** The hours of whoever answers. */
export interface Openings {
  /** On the day so many days later, not before these minutes of the wall clock; undefined where it never opens. */
  opensAfterToday(at: number, minutes: number, days?: number): number | undefined;
  /** ISO 8601, on its own calendar: Monday is 1. */
  weekdayAt(at: number): number;
}

const NINE = 9 * 60;

/** When each preset wakes a ticket that is snoozed now. */
export function snoozeTimes(now: number, openings: Openings): SnoozeTimes {
  const tomorrow = openings.opensAfterToday(now, NINE);
  const week = openings.opensAfterToday(now, NINE, 8 - openings.weekdayAt(now));
  return {
    hour: now + HOUR,
    later: now + 3 * HOUR,
    ...(tomorrow === undefined ? {} : { tomorrow }),
    ...(week === undefined ? {} : { week }),
  };
}

export const isPreset = (until: SnoozePreset | number): until is SnoozePreset => typeof until === 'string';

/** Whether a ticket still stands as a deed left it. */
export const standsAs = (now: Stand, then: Stand): boolean =>
  now.status === then.status &&
  now.assigneeId === then.assigneeId &&
  now.waitingSince === then.waitingSince &&
  now.snoozedUntil === then.snoozedUntil;
