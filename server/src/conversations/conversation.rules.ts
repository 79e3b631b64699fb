import { REOPENS_FOR, type ConversationStatus, type Entry, type FactCode } from '@candour/shared/conversations.js';
import { Refused } from '@candour/shared/errors.js';

/** A conversation's states as data: from each, where it may go. */
export const conversationMoves = {
  queued: ['open', 'snoozed', 'resolved', 'spam'],
  open: ['queued', 'pending', 'snoozed', 'resolved', 'spam'],
  pending: ['open', 'queued', 'snoozed', 'resolved', 'spam'],
  snoozed: ['open', 'queued', 'pending', 'snoozed', 'resolved', 'spam'],
  resolved: ['open', 'queued', 'closed', 'spam'],
  closed: [],
  spam: ['open', 'queued'],
} as const satisfies Record<ConversationStatus, readonly ConversationStatus[]>;

/** Those that are over, as nothing is awaited in them by anybody. */
export const endStates: ReadonlySet<ConversationStatus> = new Set<ConversationStatus>(['resolved', 'closed', 'spam']);

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
  snoozedUntil: number | null;
  firstReplyAt: number | null;
}

/** Nobody writes into what has ended for good: it was closed, is spam, or was resolved too long ago to open again. */
export const takesNoMessage = (
  { status, resolvedAt }: Pick<Touched, 'status' | 'resolvedAt'>,
  by: 'customer' | 'staff' | 'system',
  at: number,
): boolean =>
  status === 'closed' ||
  status === 'spam' ||
  (by === 'customer' && status === 'resolved' && resolvedAt !== null && at - resolvedAt >= REOPENS_FOR);

/** Under way, with whoever has it or in the queue. */
export const activeWith = (assigneeId: string | null): ConversationStatus => (assigneeId === null ? 'queued' : 'open');

const wakes: ReadonlySet<ConversationStatus> = new Set<ConversationStatus>(['pending', 'snoozed', 'resolved']);

/** What a new message does to the state of its conversation. A customer who writes again wakes or reopens it. */
export function afterMessage(
  before: Touched & { assigneeId: string | null },
  by: 'customer' | 'staff' | 'system',
  at: number,
): Touched & { reopened: boolean } {
  const { status, waitingSince, resolvedAt, snoozedUntil, firstReplyAt } = before;
  const same = { status, waitingSince, resolvedAt, snoozedUntil, firstReplyAt, reopened: false };
  if (by === 'system') return same;
  if (by === 'staff') return { ...same, waitingSince: null, firstReplyAt: firstReplyAt ?? at };
  const reopened = status === 'resolved';
  return {
    status: wakes.has(status) ? activeWith(before.assigneeId) : status,
    waitingSince: waitingSince ?? at,
    resolvedAt: reopened ? null : resolvedAt,
    snoozedUntil: status === 'snoozed' ? null : snoozedUntil,
    firstReplyAt,
    reopened,
  };
}

/**
 * From when a conversation waits that goes to the head of the queue, which is in the order of waiting: before whoever
 * stands there, for its customer was served already.
 */
export const headOfQueue = (since: number, oldest: number | undefined): number =>
  oldest === undefined ? since : Math.min(since, oldest - 1);

/** What a customer may know of what happened, and which of its facts; nothing else is sent to their browser. */
const factsForCustomer: ReadonlyMap<FactCode, readonly string[]> = new Map<FactCode, readonly string[]>([
  ['started', ['policyVersion']],
  ['taken', []],
  ['resolved', ['days']],
  ['reopened', []],
  ['closed', []],
  ['warned', []],
  ['code-sent', []],
  ['verified', ['by', 'level']],
  ['contact-given', []],
  ['transferred', []],
  ['joined', []],
  ['left', []],
  ['nudged', []],
  ['customer-silent', []],
  ['handed-over', ['to']],
  ['overflowed', ['way']],
  ['called', []],
  ['call-missed', []],
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
