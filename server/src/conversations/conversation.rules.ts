import type { ConversationStatus, Entry } from '@candour/shared/conversations.js';
import { Refused } from '@candour/shared/errors.js';

/** A conversation's states as data: from each, where it may go. */
export const conversationMoves = {
  queued: ['open', 'resolved'],
  open: ['queued', 'pending', 'resolved'],
  pending: ['open', 'queued', 'resolved'],
  resolved: ['open', 'queued', 'closed'],
  closed: [],
} as const satisfies Record<ConversationStatus, readonly ConversationStatus[]>;

/** @throws Refused `move-refused` or, from a closed one, `conversation-closed`. */
export function requireMove(from: ConversationStatus, to: ConversationStatus): void {
  if (from === 'closed') throw new Refused('conversation-closed');
  if (!(conversationMoves[from] as readonly ConversationStatus[]).includes(to)) {
    throw new Refused('move-refused', { from, to });
  }
}

export interface Touched {
  status: ConversationStatus;
  waitingSince: number | null;
  resolvedAt: number | null;
}

/** What a new message does to the state of its conversation. A customer who writes again reopens it. */
export function afterMessage(
  before: Touched & { assigneeId: string | null },
  by: 'customer' | 'staff' | 'system',
  at: number,
): Touched & { reopened: boolean } {
  if (by !== 'customer')
    return { ...pick(before), waitingSince: by === 'staff' ? null : before.waitingSince, reopened: false };
  const reopened = before.status === 'resolved';
  const active: ConversationStatus = before.assigneeId === null ? 'queued' : 'open';
  return {
    status: reopened || before.status === 'pending' ? active : before.status,
    waitingSince: before.waitingSince ?? at,
    resolvedAt: reopened ? null : before.resolvedAt,
    reopened,
  };
}

/**
 * From when a conversation waits that goes to the head of the queue, which is in the order of waiting: before whoever
 * stands there, for its customer was served already.
 */
export const headOfQueue = (since: number, oldest: number | undefined): number =>
  oldest === undefined ? since : Math.min(since, oldest - 1);

const pick = ({ status, waitingSince, resolvedAt }: Touched): Touched => ({ status, waitingSince, resolvedAt });

/** An entry as its customer may see it: a private note is only a number, and its mask says nothing of it. */
export function forCustomer(entry: Entry): Entry {
  if (entry.kind === 'note')
    return { seq: entry.seq, id: entry.id, kind: 'hidden', at: entry.at, by: { role: 'system' } };
  if (entry.targets) return { ...entry, targets: entry.targets.filter(({ note }) => !note) };
  return entry;
}

/** Longest preview of a conversation's last words, in UTF-16 code units. */
export const PREVIEW_MAX = 120;

export function previewOf(text: string): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  return flat.length <= PREVIEW_MAX ? flat : `${flat.slice(0, PREVIEW_MAX - 1).trimEnd()}…`;
}
