import * as z from 'zod';
import { Contact } from './customers.js';
import { Id } from './ids.js';
import { Instant } from './instant.js';
import { PublishedPeriod, ReasonKind, TrainingVerdict } from './policy.js';
import { Language, Topic } from './words.js';

/** What stops a deletion that its customer asks for (house rule 12). */
export const Stop = z.object({
  kind: ReasonKind,
  /** Clause of the published policy. */
  clause: z.string(),
  law: z.string().optional(),
  /** When it ends; absent where that is not known yet. */
  until: Instant.optional(),
});
export type Stop = z.infer<typeof Stop>;

/** What is kept of one conversation and until when, as its customer is told (policy R38). */
export const ChatKeeping = z.object({
  conversationId: Id,
  number: z.int(),
  createdAt: Instant,
  topic: Topic,
  language: Language,
  /** Number of the policy version under which it was begun. */
  policyVersion: z.string(),
  /** Entries that are messages: the customer's, and the answers. */
  messages: z.int(),
  answers: z.int(),
  /** What the customer said of themselves. */
  contact: z.object(Contact.shape),
  orderLinked: z.boolean(),
  /** When it goes by itself; absent while the matter is open. */
  until: Instant.optional(),
  /** The rule, in the reader's language. */
  period: PublishedPeriod,
  training: TrainingVerdict,
  /** The customer said no to its use in staff training. */
  trainingWithdrawn: z.boolean(),
  /** Absent: it can be deleted at once. Else what it waits for, the longest of them. */
  stop: Stop.optional(),
  /** The customer asked for its deletion then; it goes when nothing stops it any more. */
  deletionAskedAt: Instant.optional(),
});
export type ChatKeeping = z.infer<typeof ChatKeeping>;

export const KeepingAsk = z.strictObject({ conversationId: Id, language: Language });
export type KeepingAsk = z.infer<typeof KeepingAsk>;
export const DeleteAnswer = z.object({
  deleted: z.boolean(),
  /** Where it has to wait: what is known now. */
  keeping: ChatKeeping.optional(),
});
export type DeleteAnswer = z.infer<typeof DeleteAnswer>;
export const TrainingAsk = z.strictObject({ ...KeepingAsk.shape, withdrawn: z.boolean() });
export type TrainingAsk = z.infer<typeof TrainingAsk>;

/** A conversation that this browser had before. */
export const EarlierChat = z.object({
  id: Id,
  number: z.int(),
  topic: Topic,
  createdAt: Instant,
  lastAt: Instant,
  head: z.int(),
});
export type EarlierChat = z.infer<typeof EarlierChat>;
export const EarlierAsk = z.strictObject({ cursor: Id.optional() });
export type EarlierAsk = z.infer<typeof EarlierAsk>;
