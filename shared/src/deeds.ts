import * as z from 'zod';
import { RefusalCode } from './errors.js';
import { Id } from './ids.js';
import { DAY, Instant, MINUTE } from './instant.js';
import { Priority, Reason, Tag, TAGS_MAX } from './tickets.js';
import { Topic } from './words.js';

/** A ticket rests for at least and at most so long, in milliseconds. */
export const SNOOZE_LEAST = MINUTE;
export const SNOOZE_MOST = 90 * DAY;

/** Each in the hours of whoever answers the ticket; those after today at nine, or when the desk opens next. */
export const snoozePresets = ['hour', 'later', 'tomorrow', 'week'] as const;
export const SnoozePreset = z.enum(snoozePresets);
export type SnoozePreset = z.infer<typeof SnoozePreset>;
export const SnoozeUntil = z.union([SnoozePreset, Instant]);
export type SnoozeUntil = z.infer<typeof SnoozeUntil>;
/** When each preset would wake a ticket; absent where the desk never opens. */
export const SnoozeTimes = z.object({
  hour: Instant,
  later: Instant,
  tomorrow: Instant.optional(),
  week: Instant.optional(),
});
export type SnoozeTimes = z.infer<typeof SnoozeTimes>;

/** What can be done to one ticket or to many. */
export const Deed = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('assign'), to: Id }),
  /** On for its member of staff, waiting for the customer, or over. */
  z.strictObject({ kind: z.literal('status'), status: z.enum(['open', 'pending', 'resolved']) }),
  z.strictObject({ kind: z.literal('snooze'), until: SnoozeUntil }),
  z.strictObject({ kind: z.literal('priority'), priority: Priority }),
  z.strictObject({ kind: z.literal('topic'), topic: Topic, reason: Reason.optional() }),
  z.strictObject({
    kind: z.literal('tag'),
    add: z.array(Tag).max(TAGS_MAX).default([]),
    remove: z.array(Tag).max(TAGS_MAX).default([]),
  }),
  z.strictObject({ kind: z.literal('spam') }),
  z.strictObject({ kind: z.literal('not-spam') }),
]);
export type Deed = z.infer<typeof Deed>;

/** Most tickets that are changed at once. */
export const BULK_MOST = 200;
export const BulkAsk = z.strictObject({
  ids: z
    .array(Id)
    .min(1)
    .max(BULK_MOST)
    .refine((ids) => new Set(ids).size === ids.length, 'one twice'),
  deed: Deed,
});
export type BulkAsk = z.infer<typeof BulkAsk>;

/** Of each, in the order asked: done, unchanged because it was so already, or why not. */
export const BulkResult = z.object({
  results: z.array(
    z.object({ id: Id, outcome: z.enum(['done', 'unchanged', 'refused']), code: RefusalCode.optional() }),
  ),
  /** Takes back what was done, for a while; absent where nothing was. */
  undo: Id.optional(),
});
export type BulkResult = z.infer<typeof BulkResult>;

/** How long the console offers to take something back; the desk keeps what it needs a little longer. */
export const UNDO_OFFERED = 10_000;
export const UNDO_KEPT = 2 * MINUTE;

/** Whom a ticket can be given to. */
export const Colleagues = z.array(z.object({ id: Id, name: z.string() }));
