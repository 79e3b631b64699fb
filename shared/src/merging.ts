import * as z from 'zod';
import { Conversation, ConversationRow, ConversationStatus } from './conversations.js';
import { Customer } from './customers.js';
import { Id } from './ids.js';
import { DAY, Instant } from './instant.js';
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

/** Why two customers do not become one: a record of a browser, a closed account, too many records, or it is so already. */
export const customerUnfit = ['same', 'merged', 'visitor', 'closed', 'many'] as const;
/** How long a merge of customers can be undone, in milliseconds: a mistake about people is found late. */
export const UNMERGE_FOR = 30 * DAY;
/** How long whoever is alone waits before confirming a merge that they asked for (house rule 7). */
export const MERGE_ALONE = DAY;

/** By e-mail address or telephone number, whole: names are sealed. */
export const CustomerSearch = z.strictObject({ q: z.string().trim().min(5).max(254) });
export type CustomerSearch = z.infer<typeof CustomerSearch>;
export const FoundCustomers = z.object({ rows: z.array(Customer) });
export type FoundCustomers = z.infer<typeof FoundCustomers>;

/** It was asked to merge two customers; a second person decides. */
export const CustomerMergeAsked = z.object({
  id: Id,
  from: Customer,
  into: Customer,
  askedBy: z.object({ id: Id, name: z.string() }),
  askedAt: Instant,
  /** What the reader may do: decide, take back what they asked for, confirm alone from an instant on, or wait. */
  may: z.enum(['decide', 'confirm', 'take-back', 'wait']),
  confirmFrom: Instant.optional(),
});
export type CustomerMergeAsked = z.infer<typeof CustomerMergeAsked>;
export const CustomerMergesAsked = z.object({ rows: z.array(CustomerMergeAsked) });
export type CustomerMergesAsked = z.infer<typeof CustomerMergesAsked>;

/** Somebody who was merged into a customer: how they were known, and what came with them. */
export const MergedCustomer = z.object({
  /** Of the merge. */
  id: Id,
  customer: Customer,
  mergedAt: Instant,
  by: z.object({ id: Id, name: z.string() }),
  orders: z.int(),
  conversations: z.int(),
  requests: z.int(),
  blocks: z.int(),
  /** Until when it can be undone; absent where that is over, or not for the reader. */
  undoUntil: Instant.optional(),
});
export type MergedCustomer = z.infer<typeof MergedCustomer>;

/** One customer, as the desk knows them. */
export const CustomerPage = z.object({
  customer: Customer,
  /** Whom they were merged into; then the page shows that one. */
  askedFor: Id,
  orders: z.int(),
  conversations: z.int(),
  requests: z.int(),
  /** The newest that the reader may open. */
  latest: z.array(Brief.pick({ id: true, number: true, status: true, topic: true, lastAt: true })),
  merged: z.array(MergedCustomer),
  asked: z.array(CustomerMergeAsked),
  /** Others with the same address or number. */
  duplicates: z.array(z.object({ customer: Customer, by: z.enum(['email', 'phone']) })),
});
export type CustomerPage = z.infer<typeof CustomerPage>;

/** With the password where whoever asked confirms it alone. */
export const DecideMerge = z.strictObject({ password: z.string().min(1).max(200).optional() });
export type DecideMerge = z.infer<typeof DecideMerge>;
