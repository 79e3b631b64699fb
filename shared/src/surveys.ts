import * as z from 'zod';
import { DAY } from './instant.js';
import { Id } from './ids.js';
import { Instant } from './instant.js';
import { Language } from './words.js';

/** How long after it was resolved a conversation may be rated, in milliseconds. */
export const SURVEY_OPEN = 14 * DAY;
/** Longest comment, in UTF-16 code units. */
export const COMMENT_MAX = 2_000;

/** "How well did we help you?", from 1 (badly) to 5 (very well). */
export const scores = [1, 2, 3, 4, 5] as const;
export const Score = z.union(scores.map((score) => z.literal(score)));
export type Score = z.infer<typeof Score>;

export const Comment = z.string().trim().min(1).max(COMMENT_MAX);
export const Rating = z.strictObject({ score: Score, comment: Comment.optional() });
export type Rating = z.infer<typeof Rating>;

/** From the widget. A second rating of the same resolve is refused: the first stands. */
export const RateChat = Rating.extend({ conversationId: Id });
export type RateChat = z.infer<typeof RateChat>;

/** What the customer may still say of a conversation: it waits to be rated, or was. */
export const SurveyState = z.enum(['wanted', 'given']);
export type SurveyState = z.infer<typeof SurveyState>;

/** A rating as the desk sees it beside its conversation. */
export const Survey = z.object({
  id: Id,
  /** The resolve that it is about. */
  resolvedAt: Instant,
  score: Score,
  /** Cards and secrets are masked. */
  comment: z.string().optional(),
  answeredAt: Instant,
});
export type Survey = z.infer<typeof Survey>;
export const Surveys = z.object({ rows: z.array(Survey) });
export type Surveys = z.infer<typeof Surveys>;

/** Of the signed link in a mail: the survey's id and its signature. */
export const SurveyToken = z.string().regex(/^[0-9a-f-]{36}\.[A-Za-z0-9_-]{43}$/);
/** What the page behind the link shows. */
export const LinkedSurvey = z.object({
  number: z.int(),
  language: Language,
  state: z.enum(['wanted', 'given', 'over']),
});
export type LinkedSurvey = z.infer<typeof LinkedSurvey>;
