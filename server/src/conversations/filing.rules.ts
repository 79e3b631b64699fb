import type { FactCode } from '@candour/shared/conversations.js';
import { Refused } from '@candour/shared/errors.js';
import {
  priorities,
  reasonFits,
  TAGS_MAX,
  type FileTicket,
  type Priority,
  type Reason,
} from '@candour/shared/tickets.js';
import type { Topic } from '@candour/shared/words.js';

/** What a ticket says of itself. */
export interface Filed {
  readonly priority: Priority;
  readonly topic: Topic;
  readonly reason: Reason | null;
  /** In alphabetical order. */
  readonly tags: readonly string[];
}

export const NORMAL = priorities.indexOf('normal');
export const priorityOf = (place: number): Priority => priorities[place] ?? 'normal';

/** One thing that changed, as it stands on the time line. A tag is free text and is not named there. */
export interface FiledFact {
  readonly code: FactCode;
  readonly params?: Record<string, string | number>;
}

/**
 * What a ticket says after the ask, and the facts of it; none where it said so already.
 * @throws Refused `reason-unfit` for a reason of another topic, `too-many-tags` with `most`.
 */
export function fileTicket(before: Filed, ask: FileTicket): { after: Filed; facts: FiledFact[] } {
  const topic = ask.topic ?? before.topic;
  const kept = topic === before.topic ? before.reason : null;
  const reason = ask.reason === undefined ? kept : ask.reason;
  if (reason !== null && !reasonFits(topic, reason)) throw new Refused('reason-unfit');
  const gone = new Set(ask.removeTags);
  const tags = [...new Set([...before.tags, ...(ask.addTags ?? [])])]
    .filter((tag) => !gone.has(tag))
    .sort((a, b) => a.localeCompare(b));
  if (tags.length > TAGS_MAX) throw new Refused('too-many-tags', { most: TAGS_MAX });
  // Where somebody may be hurt, nothing is more urgent (house rules, 17).
  const hurt = reason === 'safety' && before.reason !== 'safety';
  const after = { priority: ask.priority ?? (hurt ? 'urgent' : before.priority), topic, reason, tags };
  return { after, facts: [...factsOf(before, after)] };
}

function* factsOf(before: Filed, after: Filed): Generator<FiledFact> {
  if (after.priority !== before.priority) yield { code: 'prioritised', params: { priority: after.priority } };
  if (after.topic !== before.topic) yield { code: 'topic-changed', params: { topic: after.topic } };
  // That a reason went with its topic is said by the topic.
  if (after.reason !== before.reason && (after.reason !== null || after.topic === before.topic)) {
    yield { code: 'reason-changed', params: after.reason === null ? {} : { reason: after.reason } };
  }
  const { added, removed } = tagChange(before.tags, after.tags);
  if (added.length + removed.length > 0) {
    yield { code: 'tagged', params: { added: added.length, removed: removed.length } };
  }
}

export function tagChange(before: readonly string[], after: readonly string[]) {
  const [had, has] = [new Set(before), new Set(after)];
  return { added: after.filter((tag) => !had.has(tag)), removed: before.filter((tag) => !has.has(tag)) };
}
