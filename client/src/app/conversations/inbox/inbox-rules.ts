import type { ConversationStatus, Entry, InboxView } from '@candour/shared/conversations.js';
import { ConversationRow } from '@candour/shared/conversations.js';
import type { ConversationDelta } from '@candour/shared/live.js';
import type { Priority } from '@candour/shared/tickets.js';
import type { Language, Topic } from '@candour/shared/words.js';

export interface Filter {
  readonly view: InboxView;
  readonly topic?: Topic | undefined;
  readonly language?: Language | undefined;
  readonly status?: ConversationStatus | undefined;
  /** A member of staff, or `nobody`. */
  readonly assignee?: string | undefined;
  readonly tag?: string | undefined;
  /** A team, or `nobody`. */
  readonly team?: string | undefined;
  readonly priority?: Priority | undefined;
  /** By what is due first, of what is under way. */
  readonly sort?: 'due' | undefined;
}

/** Whether a row stands in a list, as the server would say. */
export function belongs(row: ConversationRow, filter: Filter, me: string | undefined): boolean {
  const { view, topic, language, status, assignee, tag, team, priority } = filter;
  if (topic && row.topic !== topic) return false;
  if (language && row.language !== language) return false;
  if (status && row.status !== status) return false;
  if (assignee && (row.assignee?.id ?? 'nobody') !== assignee) return false;
  if (team && (row.teamId ?? 'nobody') !== team) return false;
  if (tag && !row.tags.includes(tag)) return false;
  if (priority && row.priority !== priority) return false;
  const ended = hasEnded(row);
  switch (view) {
    case 'queue':
      return row.status === 'queued';
    case 'mine':
      return !ended && row.status !== 'snoozed' && row.status !== 'queued' && isMine(row, me);
    case 'all':
      return !ended;
    case 'snoozed':
      return row.status === 'snoozed';
    case 'resolved':
      return ended;
    case 'spam':
      return row.status === 'spam';
  }
}

/** One has it, or takes part in it. */
const isMine = ({ assignee, participants }: ConversationRow, me: string | undefined): boolean =>
  assignee?.id === me || (participants?.some(({ id }) => id === me) ?? false);

export const hasEnded = ({ status }: Pick<ConversationRow, 'status'>): boolean =>
  status === 'resolved' || status === 'closed' || status === 'spam';

/** The queue and one's own by the longest wait, who waits first; the rest by the newest word. */
export function orderOf(view: InboxView, sort?: 'due'): (a: ConversationRow, b: ConversationRow) => number {
  if (sort === 'due' && view !== 'resolved' && view !== 'spam') {
    return (a, b) => (a.due?.dueAt ?? Infinity) - (b.due?.dueAt ?? Infinity) || b.lastAt - a.lastAt;
  }
  if (view === 'queue' || view === 'mine') {
    return (a, b) => (a.waitingSince ?? Infinity) - (b.waitingSince ?? Infinity) || b.lastAt - a.lastAt;
  }
  if (view === 'snoozed') return (a, b) => (a.snoozedUntil ?? 0) - (b.snoozedUntil ?? 0);
  return (a, b) => b.lastAt - a.lastAt;
}

/** A row with what changed; what is `null` it no longer has. */
export function withDelta<R extends ConversationRow>(row: R, delta: Omit<ConversationDelta, 'id'>): R {
  const changed = Object.entries(delta).map(([name, value]) => [name, value === null ? undefined : value]);
  return { ...row, ...(Object.fromEntries(changed) as Partial<R>) };
}

/** What is known of one, with its row as an answer has it; what was read meanwhile stays read. */
export function withRow<R extends ConversationRow>(known: R, row: ConversationRow): R {
  const gone = Object.keys(ConversationRow.shape).filter((name) => !(name in row));
  return {
    ...(Object.fromEntries(Object.entries(known).filter(([name]) => !gone.includes(name))) as R),
    ...row,
    staffReadSeq: Math.max(known.staffReadSeq, row.staffReadSeq),
    customerReadSeq: Math.max(known.customerReadSeq, row.customerReadSeq),
  };
}

/** Since when the customer waits, after these entries: from their first message that nobody has answered. */
export function waitingAfter(since: number | undefined, entries: readonly Entry[]): number | undefined {
  for (const { kind, by, at } of entries) {
    if (kind === 'message') since = by.role === 'customer' ? (since ?? at) : undefined;
  }
  return since;
}
