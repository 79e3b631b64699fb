import * as z from 'zod';
import { Attachment } from './attachments.js';
import { FILES_PER_MESSAGE } from './file-types.js';
import { Id } from './ids.js';
import { DAY, Instant } from './instant.js';
import { Decision } from './policy.js';
import { Due } from './sla.js';
import { Priority, Reason, Tag } from './tickets.js';
import { Channel, Language, Topic } from './words.js';

/** Longest message text, in UTF-16 code units. */
export const TEXT_MAX = 10_000;

/**
 * `queued` waits for an agent, `open` has one, `pending` waits for the customer, `snoozed` rests until an instant or
 * until the customer writes. `resolved` is over and opens again when the customer writes within `REOPENS_FOR`;
 * `closed` stays so. `spam` has left every queue and can be brought back.
 */
export const conversationStatuses = ['queued', 'open', 'pending', 'snoozed', 'resolved', 'closed', 'spam'] as const;
export const ConversationStatus = z.enum(conversationStatuses);
export type ConversationStatus = z.infer<typeof ConversationStatus>;

/** How long a reply opens what was resolved, in milliseconds; afterwards a new conversation begins (house rules, 21). */
export const REOPENS_FOR = 7 * DAY;

/** What a customer is told of it: that the desk lets theirs rest, or thinks it spam, is its own business. */
export const CustomerStatus = z.enum(['queued', 'open', 'pending', 'resolved', 'closed']);
export type CustomerStatus = z.infer<typeof CustomerStatus>;
export function statusForCustomer(status: ConversationStatus): CustomerStatus {
  return status === 'snoozed' ? 'open' : status === 'spam' ? 'closed' : status;
}

/** Verification levels: 0 claimed, 1 by code or signed shop token, 2 re-authenticated within 15 minutes. */
export const Level = z.union([z.literal(0), z.literal(1), z.literal(2)]);
export type Level = z.infer<typeof Level>;

export const maskTypes = ['card', 'cvv', 'password', 'ssn', 'iban'] as const;
/** A masked span of a text: `[start, end)` in UTF-16 code units of the text as stored. */
export const Mask = z.object({ start: z.int().min(0), end: z.int().min(0), type: z.enum(maskTypes) });
export type Mask = z.infer<typeof Mask>;

/** Facts of a conversation that stand on its time line; `params` are never personal data. */
export const factCodes = [
  'started',
  'taken',
  'released',
  'resolved',
  'reopened',
  'code-sent',
  'verified',
  'order-linked',
  'contact-given',
  'prioritised',
  'topic-changed',
  'reason-changed',
  'tagged',
  'nudged',
  'customer-silent',
  'handed-over',
  'overflowed',
  'called',
  'call-missed',
  'rated',
  'assigned',
  'awaiting',
  'snoozed',
  'woken',
  'closed',
  'spam',
  'not-spam',
  'warned',
  'fields-changed',
  'linked',
  'unlinked',
  'transfer-asked',
  'transfer-declined',
  'transferred',
  'transferred-queue',
  'invited',
  'joined',
  'left',
  'merged',
  'unmerged',
  'undone',
  'looked',
  'request-opened',
  'visit-planned',
  'visit-canceled',
  'visit-done',
  'refund-asked',
  'refund-approved',
  'refund-rejected',
  'refund-canceled',
  'refund-settled',
  'refund-failed',
  'refund-reversed',
  'credit-given',
  'order-cancel-asked',
  'order-address-asked',
  'order-change-sent',
  'order-change-failed',
  'order-change-done',
  'return-asked',
  'return-approved',
  'return-declined',
  'return-canceled',
  'return-pickup',
  'return-received',
  'return-inspected',
  'return-closed',
] as const;
export const FactCode = z.enum(factCodes);
export type FactCode = z.infer<typeof FactCode>;

/** How somebody wants to be answered who does not wait in the chat any longer. They keep their place. */
export const AnswerBy = z.enum(['email', 'callback']);
export type AnswerBy = z.infer<typeof AnswerBy>;

/** One entry of a conversation, numbered by `seq` from 1 without a gap. */
export const Entry = z.object({
  seq: z.int().min(1),
  id: Id,
  /** `hidden` is what a customer is sent in place of a private note, so that their numbers have no gap. */
  kind: z.enum(['message', 'note', 'mask', 'removal', 'fact', 'hidden']),
  at: Instant,
  by: z.object({ role: z.enum(['customer', 'staff', 'system']), id: Id.optional(), name: z.string().optional() }),
  clientId: z.string().optional(),
  text: z.string().optional(),
  masks: z.array(Mask).optional(),
  /** Files that came with a message; its text may then be empty. */
  attachments: z.array(Attachment).optional(),
  /** On a note: the members of staff whom it names. */
  mentions: z.array(Id).optional(),
  /** On a mask: the earlier entries as they read from now on. On a removal: those that are gone. */
  targets: z
    .array(
      z.object({
        seq: z.int(),
        text: z.string().optional(),
        masks: z.array(Mask).optional(),
        /** It is a private note: a customer is not sent it. */
        note: z.literal(true).optional(),
      }),
    )
    .optional(),
  fact: z
    .object({ code: FactCode, params: z.record(z.string(), z.union([z.string(), z.number()])).optional() })
    .optional(),
});
export type Entry = z.infer<typeof Entry>;

export const Entries = z.object({
  entries: z.array(Entry),
  /** Number of the conversation's newest entry. */
  head: z.int(),
  /** More entries follow (`since`) or precede (`before`). */
  more: z.boolean(),
});
export type Entries = z.infer<typeof Entries>;

/** A row of the inbox; sockets send it whole once and then as deltas. */
export const ConversationRow = z.object({
  id: Id,
  number: z.int(),
  status: ConversationStatus,
  channel: Channel,
  topic: Topic,
  /** Why they write, where somebody has said so. */
  reason: Reason.optional(),
  priority: Priority,
  /** In alphabetical order. */
  tags: z.array(z.string()),
  language: Language,
  customer: z.object({ id: Id, name: z.string().optional(), level: Level }),
  assignee: z.object({ id: Id, name: z.string() }).optional(),
  /** The team whose queue it stands in, or stood in last. */
  teamId: Id.optional(),
  /** Absent while the customer waits in the chat. */
  answerBy: AnswerBy.optional(),
  /** Staff who take part beside the assignee: who was asked in may read, who joined may reply. */
  participants: z.array(z.object({ id: Id, name: z.string(), may: z.enum(['read', 'reply']) })).optional(),
  /** The conversation that this one was merged into. */
  mergedInto: Id.optional(),
  /** Since when the customer waits for an answer; absent when they do not. */
  waitingSince: Instant.optional(),
  /** What the desk owes next; absent where nothing runs. */
  due: Due.optional(),
  /** When it wakes, where it is snoozed. */
  snoozedUntil: Instant.optional(),
  head: z.int(),
  staffReadSeq: z.int(),
  customerReadSeq: z.int(),
  lastAt: Instant,
  lastBy: z.enum(['customer', 'staff', 'system']),
  /** The newest message, shortened to 120 characters, masked as stored. */
  preview: z.string().optional(),
});
export type ConversationRow = z.infer<typeof ConversationRow>;

export const Conversation = ConversationRow.extend({
  createdAt: Instant,
  resolvedAt: Instant.optional(),
  policyVersion: z.string(),
  orderId: Id.optional(),
  /** The one that had ended for good when the customer wrote again. */
  followsId: Id.optional(),
  /** Since when it is known that somebody may be hurt, until a supervisor has looked. */
  safetySince: Instant.optional(),
});
export type Conversation = z.infer<typeof Conversation>;

/** Lists of the inbox. */
export const InboxView = z.enum(['queue', 'mine', 'all', 'snoozed', 'resolved', 'spam']);
export type InboxView = z.infer<typeof InboxView>;
/** Whose: a member of staff, or `nobody`. */
export const Assignee = z.union([Id, z.literal('nobody')]);
export const InboxAsk = z.strictObject({
  view: InboxView.default('queue'),
  topic: Topic.optional(),
  language: Language.optional(),
  status: ConversationStatus.optional(),
  assignee: Assignee.optional(),
  tag: Tag.optional(),
  /** In whose queue it stands, or stood last. */
  team: Assignee.optional(),
  priority: Priority.optional(),
  /** Of what is under way: by what is due next, or in the list's own order. */
  sort: z.enum(['due']).optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export type InboxAsk = z.infer<typeof InboxAsk>;
export const InboxCounts = z.object({
  queue: z.int(),
  mine: z.int(),
  waitingLongestMs: z.int().optional(),
  resolvedToday: z.int(),
});
export type InboxCounts = z.infer<typeof InboxCounts>;

export const EntriesAsk = z.strictObject({
  /** Entries after this number, oldest first. */
  since: z.coerce.number().int().min(0).optional(),
  /** Entries before this number, the newest of them. */
  before: z.coerce.number().int().min(1).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(100),
});
export type EntriesAsk = z.infer<typeof EntriesAsk>;

export const MessageText = z.string().min(1).max(TEXT_MAX);
/** Made by the sender, once per message; a repeated send is answered like the first. */
export const ClientId = z.string().regex(/^[A-Za-z0-9_-]{8,64}$/);

export const SendMessage = z.strictObject({
  conversationId: Id,
  clientId: ClientId,
  text: MessageText,
  kind: z.enum(['message', 'note']).default('message'),
});
export type SendMessage = z.infer<typeof SendMessage>;
/** The same from the desk. A reply names the newest entry that its writer had before their eyes; a note does not. */
export const SendFromDesk = z
  .strictObject({
    ...SendMessage.shape,
    seen: z.int().min(0).optional(),
    /** In a note: members of staff who are told of it. */
    mentions: z.array(Id).min(1).max(10).optional(),
  })
  .refine(({ kind, seen }) => kind === 'note' || seen !== undefined, { path: ['seen'], error: 'required' })
  .refine(({ kind, mentions }) => kind === 'note' || mentions === undefined, { path: ['mentions'] });
export type SendFromDesk = z.infer<typeof SendFromDesk>;
/** A message with files that were uploaded before; its text may be empty. */
const attached = {
  text: z.string().max(TEXT_MAX),
  attachments: z.array(Id).min(1).max(FILES_PER_MESSAGE),
};
export const SendAttached = z.strictObject({ ...SendMessage.shape, ...attached });
export type SendAttached = z.infer<typeof SendAttached>;
export const SendAttachedFromDesk = z
  .strictObject({ ...SendFromDesk.shape, ...attached })
  .refine(({ kind, seen }) => kind === 'note' || seen !== undefined, { path: ['seen'], error: 'required' })
  .refine(({ kind, mentions }) => kind === 'note' || mentions === undefined, { path: ['mentions'] });
export type SendAttachedFromDesk = z.infer<typeof SendAttachedFromDesk>;
/** The answer to a send, given after the commit. `text` only where the guard changed it. */
export const Sent = z.object({
  id: Id,
  seq: z.int(),
  at: Instant,
  text: z.string().optional(),
  masks: z.array(Mask).optional(),
});
export type Sent = z.infer<typeof Sent>;

/** Number of an entry in an address. */
export const Seq = z.coerce.number().int().min(1);

/** "Why is this here?" of one entry. */
export const WhyAnswer = z.object({ seq: z.int(), decision: Decision });
export type WhyAnswer = z.infer<typeof WhyAnswer>;
