import * as z from 'zod';
import { ConversationStatus } from './conversations.js';
import { Id } from './ids.js';
import { Instant } from './instant.js';
import { pageOf } from './paging.js';
import { Tag } from './tickets.js';
import { Channel, Language, Topic } from './words.js';

/** Longest search, in UTF-16 code units. */
export const SEARCH_MAX = 200;

/**
 * Words that must all stand in one message; `"two words"` stand side by side, `wor*` is a beginning. Case and accents
 * do not count. Nothing that is typed is an error: what is no word is passed over.
 */
export const SearchAsk = z.strictObject({
  q: z.string().max(SEARCH_MAX),
  status: ConversationStatus.optional(),
  channel: Channel.optional(),
  topic: Topic.optional(),
  language: Language.optional(),
  assignee: Id.optional(),
  tag: Tag.optional(),
  /** When the message was stored, both ends included; milliseconds UTC. */
  from: z.coerce.number().int().min(0).optional(),
  to: z.coerce.number().int().min(0).optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(50).default(20),
});
export type SearchAsk = z.infer<typeof SearchAsk>;

/** A part of a message with the places that were found: `[start, end)` in UTF-16 code units of this text. */
export const Excerpt = z.object({
  text: z.string(),
  marks: z.array(z.object({ start: z.int(), end: z.int() })),
  /** The message goes on before or behind it. */
  cutBefore: z.boolean(),
  cutAfter: z.boolean(),
});
export type Excerpt = z.infer<typeof Excerpt>;

/** A message or private note that was found, as it reads now. */
export const SearchHit = z.object({
  id: Id,
  seq: z.int(),
  at: Instant,
  by: z.enum(['customer', 'staff', 'system']),
  /** A private note: for staff alone. */
  note: z.literal(true).optional(),
  conversation: z.object({
    id: Id,
    number: z.int(),
    status: ConversationStatus,
    channel: Channel,
    topic: Topic,
    language: Language,
    assigneeId: Id.optional(),
  }),
  excerpt: Excerpt,
});
export type SearchHit = z.infer<typeof SearchHit>;

/** Newest first. A page may be shorter than asked for and still have a `next`. */
export const SearchPage = pageOf(SearchHit).extend({
  /** What of `q` was taken for words; none: nothing was looked for. */
  terms: z.array(z.string()),
  /** Where the page ends before it is full: messages stored later were looked at. */
  lookedBackTo: Instant.optional(),
});
export type SearchPage = z.infer<typeof SearchPage>;
