import type { ConversationRow, Entry, InboxView } from '@candour/shared/conversations.js';
import type { ConversationDelta } from '@candour/shared/live.js';
import type { Language, Topic } from '@candour/shared/words.js';

export interface Filter {
  readonly view: InboxView;
  readonly topic?: Topic | undefined;
  readonly language?: Language | undefined;
}

/** Whether a row stands in a list, as the server would say. */
export function belongs(row: ConversationRow, { view, topic, language }: Filter, me: string | undefined): boolean {
  if (topic && row.topic !== topic) return false;
  if (language && row.language !== language) return false;
  const ended = hasEnded(row);
  switch (view) {
    case 'queue':
      return row.status === 'queued';
    case 'mine':
      return !ended && row.assignee?.id === me;
    case 'all':
      return !ended;
    case 'resolved':
      return ended;
  }
}

export const hasEnded = ({ status }: Pick<ConversationRow, 'status'>): boolean =>
  status === 'resolved' || status === 'closed';

/** The queue and one's own by the longest wait, who waits first; the rest by the newest word. */
export function orderOf(view: InboxView): (a: ConversationRow, b: ConversationRow) => number {
  if (view === 'queue' || view === 'mine') {
    return (a, b) => (a.waitingSince ?? Infinity) - (b.waitingSince ?? Infinity) || b.lastAt - a.lastAt;
  }
  return (a, b) => b.lastAt - a.lastAt;
}

/** A row with what changed; what is `null` it no longer has. */
export function withDelta<R extends ConversationRow>(row: R, delta: Omit<ConversationDelta, 'id'>): R {
  const changed = Object.entries(delta).map(([name, value]) => [name, value === null ? undefined : value]);
  return { ...row, ...(Object.fromEntries(changed) as Partial<R>) };
}

/** Since when the customer waits, after these entries: from their first message that nobody has answered. */
export function waitingAfter(since: number | undefined, entries: readonly Entry[]): number | undefined {
  for (const { kind, by, at } of entries) {
    if (kind === 'message') since = by.role === 'customer' ? (since ?? at) : undefined;
  }
  return since;
}
