import type { ConversationStatus } from '@candour/shared/conversations.js';
import { DAY, HOUR } from '@candour/shared/instant.js';
import { SCHEDULED_DAYS, type HeldReason, type ScheduledReplies } from '@candour/shared/replies.js';

/** A reply that comes so much too late, because the desk stood still, is no longer the one that was meant. */
export const TOO_LATE = 12 * HOUR;
/** A reply that was held and that nobody looks after is dropped after so long. */
export const HELD_FOR = 30 * DAY;

const over: ReadonlySet<ConversationStatus> = new Set<ConversationStatus>(['resolved', 'closed', 'spam']);

/** Why a reply must not be sent when it is due, as far as its conversation says it; undefined: nothing speaks against it. */
export function heldBecause(status: ConversationStatus, at: number, now: number): HeldReason | undefined {
  if (over.has(status)) return 'over';
  return now - at > TOO_LATE ? 'late' : undefined;
}

/** Whether a reply may be written for this instant: later than now, and within 30 days. */
export const fitsSchedule = (at: number, now: number): boolean => at > now && at <= now + SCHEDULED_DAYS * DAY;

type Presets = ScheduledReplies['presets'];

/**
 * The instants that are often meant: an hour from now, when the office opens next, and when it opens after that.
 * @param opensAfter the first opening that begins after an instant, and when it ends; undefined where there is none
 */
export function presetsAt(
  now: number,
  opensAfter: (at: number) => { readonly from: number; readonly to: number } | undefined,
): Presets {
  const next = opensAfter(now);
  const following = next && opensAfter(next.to);
  return [
    { when: 'hour', at: now + HOUR },
    ...(next ? [{ when: 'opening', at: next.from } as const] : []),
    ...(following ? [{ when: 'next-opening', at: following.from } as const] : []),
  ];
}
