import * as z from 'zod';
import { Conversation, ConversationRow, ConversationStatus } from './conversations.js';
import { Id } from './ids.js';
import { Instant } from './instant.js';
import { Priority } from './tickets.js';
import { Topic } from './words.js';

/** Conversations that may be merged into one, those merged into them included. */
export const MERGED_MOST = 20;

/** Why two conversations do not become one. */
export const mergeUnfit = ['same', 'merged', 'over', 'spam', 'safety', 'customers', 'many'] as const;
export const MergeUnfit = z.enum(mergeUnfit);
export type MergeUnfit = z.infer<typeof MergeUnfit>;

/**
 * Who reads on after a merge: both were begun in one browser; in two, where the same customer proved who they are in
 * both; or `apart`: the browser of the one merged away is shown nothing of the other.
 */
export const MergeReaders = z.enum(['one', 'proved', 'apart']);
export type MergeReaders = z.infer<typeof MergeReaders>;

/** The conversation asked for is merged into this one. */
export const MergeAsk = z.strictObject({ into: Id });
export type MergeAsk = z.infer<typeof MergeAsk>;

/** What conversations to merge with are looked for by: their number; nothing for those of the same customer. */
export const MergeSearch = z.strictObject({
  number: z.coerce.number().int().min(1).max(1_000_000_000).optional(),
});
export type MergeSearch = z.infer<typeof MergeSearch>;

const Brief = z.object({
  id: Id,
  number: z.int(),
  status: ConversationStatus,
  topic: Topic,
  createdAt: Instant,
  lastAt: Instant,
  /** Messages and what else happened in it. */
  entries: z.int(),
  assigneeName: z.string().optional(),
  customerName: z.string().optional(),
});
export const MergeOther = Brief.extend({
  /** Begun by the same customer, in the same browser, or found by its number alone. */
  by: z.enum(['customer', 'browser', 'number']),
  /** Why this conversation cannot go into that one; absent where it can. */
  away: MergeUnfit.optional(),
  /** Why that one cannot go into this one. */
  here: MergeUnfit.optional(),
});
export type MergeOther = z.infer<typeof MergeOther>;
export const MergeOthers = z.object({ rows: z.array(MergeOther) });
export type MergeOthers = z.infer<typeof MergeOthers>;

/** What a merge would do, said before it is done. */
export const MergePreview = z.object({
  from: Brief,
  into: Brief,
  readers: MergeReaders,
  /** What the target takes over; absent where nothing of the kind changes. */
  status: ConversationStatus.optional(),
  waitingSince: Instant.optional(),
  priority: Priority.optional(),
  tags: z.array(z.string()),
  order: z.boolean(),
  /** Its period of keeping becomes the longer one of the two. */
  keptLonger: z.boolean(),
  /** The transcript of neither is used in training. */
  trainingEnds: z.boolean(),
  /** A hold or an open matter of one keeps both. */
  holds: z.boolean(),
});
export type MergePreview = z.infer<typeof MergePreview>;

/** The target as it stands, and the id with which whoever merged can take it back for two minutes. */
export const MergeDone = z.object({ row: ConversationRow, undo: Id });
export type MergeDone = z.infer<typeof MergeDone>;
/** The conversation that was merged away, as it stands again. */
export const MergeUndone = Conversation;
