import * as z from 'zod';
import { ClientId, MessageText } from './conversations.js';
import { Id } from './ids.js';
import { Instant } from './instant.js';
import { Language, Topic, type languages } from './words.js';

/** What stands behind the `/` in the composer: small letters, digits and hyphens. */
export const ReplyName = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/);
/** Longest canned reply, in UTF-16 code units. */
export const REPLY_MAX = 4_000;
/** Most replies that all share, and most of one person's own. */
export const SHARED_MAX = 500;
export const OWN_MAX = 100;

/** What a reply may leave open, written `{{customer.name}}`. */
export const replyVariables = [
  'customer.name',
  'agent.name',
  'ticket.number',
  'order.number',
  'order.title',
  'order.total',
] as const;
export const ReplyVariable = z.enum(replyVariables);
export type ReplyVariable = z.infer<typeof ReplyVariable>;

/** Every `{{...}}` of a text, with what stands between in its first group, spaces and all: no part of it may be slow. */
export const variablePattern = (): RegExp => /\{\{([^{}]*)\}\}/g;
const knownOnly = (text: string): boolean =>
  [...text.matchAll(variablePattern())].every(([, name]) => ReplyVariable.safeParse(name?.trim()).success);

export const ReplyText = z.string().trim().min(1).max(REPLY_MAX).refine(knownOnly, 'unknown variable');
/** A text for each language it is said in, one at least. */
export const ReplyTexts = z
  .strictObject({
    en: ReplyText.optional(),
    de: ReplyText.optional(),
    fr: ReplyText.optional(),
    es: ReplyText.optional(),
  } satisfies Record<(typeof languages)[number], unknown>)
  .refine((texts) => Object.values(texts).some((text) => text !== undefined), 'no text');
export type ReplyTexts = z.infer<typeof ReplyTexts>;

export const SetReply = z.strictObject({
  name: ReplyName,
  topic: Topic.nullable(),
  /** For everybody; else only for whoever wrote it. */
  shared: z.boolean(),
  texts: ReplyTexts,
});
export type SetReply = z.infer<typeof SetReply>;

export const Reply = z.object({
  id: Id,
  name: z.string(),
  topic: Topic.optional(),
  shared: z.boolean(),
  texts: z.partialRecord(Language, z.string()),
  changedAt: Instant,
});
export type Reply = z.infer<typeof Reply>;
/** Shared ones and the reader's own, by name. */
export const Replies = z.object({ rows: z.array(Reply) });
export type Replies = z.infer<typeof Replies>;

export const FillReply = z.strictObject({ conversationId: Id });
export type FillReply = z.infer<typeof FillReply>;
/** `unverified`: known here, but its customer has not proved who they are, so it must not be told. */
export const GapReason = z.enum(['unknown', 'empty', 'unverified']);
export type GapReason = z.infer<typeof GapReason>;
export const ReplyPart = z.union([z.object({ text: z.string() }), z.object({ gap: z.string(), why: GapReason })]);
export type ReplyPart = z.infer<typeof ReplyPart>;
/** A reply for one conversation. What could not be filled is a gap: a text with a gap is never sent. */
export const FilledReply = z.object({
  /** The one it is written in; another than the conversation's where there is no text in that. */
  language: Language,
  parts: z.array(ReplyPart),
});
export type FilledReply = z.infer<typeof FilledReply>;

/** How far ahead a reply may be written, in days, and how many wait in one conversation at most. */
export const SCHEDULED_DAYS = 30;
export const SCHEDULED_MAX = 5;

/** A reply to be sent later. Its `clientId` is fixed now, so that it is never sent twice. */
export const ScheduleReply = z.strictObject({
  clientId: ClientId,
  text: MessageText,
  at: Instant,
  /** The newest entry that its writer had before their eyes. */
  seen: z.int().min(0),
});
export type ScheduleReply = z.infer<typeof ScheduleReply>;
/** Sends one that was held, now: its reader has seen what came meanwhile. */
export const SendScheduled = z.strictObject({ seen: z.int().min(0) });
export type SendScheduled = z.infer<typeof SendScheduled>;

/** Why a reply was not sent when its time came. */
export const HeldReason = z.enum(['newer-message', 'over', 'not-allowed', 'late']);
export type HeldReason = z.infer<typeof HeldReason>;
export const ScheduledReply = z.object({
  id: Id,
  conversationId: Id,
  author: z.object({ id: Id, name: z.string() }),
  text: z.string(),
  at: Instant,
  status: z.enum(['waiting', 'held']),
  held: HeldReason.optional(),
  createdAt: Instant,
});
export type ScheduledReply = z.infer<typeof ScheduledReply>;
export const ScheduledReplies = z.object({
  rows: z.array(ScheduledReply),
  /** Instants that are often meant: by the hours of the conversation's office. */
  presets: z.array(z.object({ when: z.enum(['hour', 'opening', 'next-opening']), at: Instant })),
});
export type ScheduledReplies = z.infer<typeof ScheduledReplies>;
/** What was taken back, for whoever wants to write on. */
export const Cancelled = z.object({ text: z.string() });
export type Cancelled = z.infer<typeof Cancelled>;
