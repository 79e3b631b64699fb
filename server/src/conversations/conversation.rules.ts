import type { ConversationStatus, Entry, FactCode } from '@candour/shared/conversations.js';
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

/** What a customer may know of what happened, and which of its facts; nothing else is sent to their browser. */
const factsForCustomer: ReadonlyMap<FactCode, readonly string[]> = new Map<FactCode, readonly string[]>([
  ['started', ['policyVersion']],
  ['taken', []],
  ['resolved', ['days']],
  ['reopened', []],
  ['code-sent', []],
  ['verified', ['by', 'level']],
  ['contact-given', []],
  ['nudged', []],
  ['customer-silent', []],
  ['handed-over', ['to']],
  ['overflowed', ['way']],
]);

/** An entry as its customer may see it: a private note, or a fact not meant for them, is only a number. */
export function forCustomer(entry: Entry): Entry {
  // First, for it runs for every message.
  if (entry.kind === 'message') return entry;
  if (entry.kind === 'fact') return factForCustomer(entry);
  if (entry.kind === 'note') return hidden(entry);
  // The mask of a note says nothing of it.
  if (entry.targets) return { ...entry, targets: entry.targets.filter(({ note }) => !note) };
  return entry;
}

function factForCustomer(entry: Entry): Entry {
  const { fact } = entry;
  const names = fact && factsForCustomer.get(fact.code);
  if (!names) return hidden(entry);
  const params = Object.entries(fact.params ?? {}).filter(([name]) => names.includes(name));
  return {
    ...entry,
    fact: { code: fact.code, ...(params.length > 0 ? { params: Object.fromEntries(params) } : {}) },
  };
}

const hidden = ({ seq, id, at }: Entry): Entry => ({ seq, id, kind: 'hidden', at, by: { role: 'system' } });

/** Longest preview of a conversation's last words, in UTF-16 code units. */
export const PREVIEW_MAX = 120;

export function previewOf(text: string): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  return flat.length <= PREVIEW_MAX ? flat : `${flat.slice(0, PREVIEW_MAX - 1).trimEnd()}…`;
}
