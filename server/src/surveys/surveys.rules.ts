import { SURVEY_OPEN, type SurveyState } from '@candour/shared/surveys.js';
import type { ConversationStatus } from '@candour/shared/conversations.js';
import type { Topic } from '@candour/shared/words.js';

/** What decides whether a conversation may be rated. */
export interface Rateable {
  readonly status: ConversationStatus;
  readonly topic: Topic;
  /** Who had it: one that went to nobody has nothing to be rated. */
  readonly assigneeId: string | null;
  readonly resolvedAt: number | null;
  /** When this resolve of it was rated. */
  readonly answeredAt: number | null;
}

/**
 * Whether the customer is asked how they were helped: once for each resolve, for 14 days, and never about a privacy
 * matter, where the use of a right would be the question (decision 0150). Undefined: no survey, or none any more.
 */
export function surveyState(of: Rateable, now: number): SurveyState | 'over' | undefined {
  if (of.status !== 'resolved' && of.status !== 'closed') return undefined;
  if (of.resolvedAt === null || of.assigneeId === null || of.topic === 'privacy') return undefined;
  if (of.answeredAt !== null) return 'given';
  return now < of.resolvedAt + SURVEY_OPEN ? 'wanted' : 'over';
}

/** What an answered survey is worth after its time: a score in a month, nobody's (policy R35). */
export function monthOf(at: number): number {
  const day = new Date(at);
  return Date.UTC(day.getUTCFullYear(), day.getUTCMonth());
}
