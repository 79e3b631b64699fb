import * as z from 'zod';
import { Topic } from './words.js';

/** How urgent a ticket is, least first: its place here is what is stored. */
export const priorities = ['low', 'normal', 'high', 'urgent'] as const;
export const Priority = z.enum(priorities);
export type Priority = z.infer<typeof Priority>;

/** The reasons of each topic (house rules, "Topics and SLA"). A reason belongs to one topic alone. */
export const reasons = {
  orders: ['order-status', 'change', 'cancel', 'wrong-item', 'invoice'],
  delivery: ['appointment', 'late', 'transit-damage', 'missing-parcel', 'failed-delivery', 'access-stairs', 'assembly'],
  returns: ['return', 'withdrawal', 'refund-status', 'defect', 'missing-part', 'exchange', 'pickup'],
  payment: ['declined', 'charged-twice', 'promo', 'price-adjustment', 'financing', 'chargeback'],
  product: ['stock', 'size', 'care', 'assembly-guide', 'design-advice', 'safety'],
  account: ['sign-in', 'details', 'unexpected-activity', 'phishing', 'close-account'],
  privacy: [
    'access',
    'portability',
    'deletion',
    'correction',
    'restriction',
    'objection',
    'opt-out',
    'consent-withdrawal',
    'account-closure',
    'complaint',
    'minor',
  ],
} as const satisfies Record<Topic, readonly string[]>;
export const Reason = z.enum(Object.values(reasons).flat());
export type Reason = z.infer<typeof Reason>;

export const reasonFits = (topic: Topic, reason: Reason): boolean =>
  (reasons[topic] as readonly string[]).includes(reason);

/** Longest tag, in UTF-16 code units, and most tags of one ticket. */
export const TAG_MAX = 30;
export const TAGS_MAX = 12;
/**
 * A word of the desk for what a ticket is about: small letters, digits, spaces and hyphens. It is no place for
 * people: without `@` and with at most four digits no address, phone number or card number is one.
 */
export const Tag = z
  .string()
  .transform((text) => text.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase())
  .pipe(
    z
      .string()
      .max(TAG_MAX)
      .regex(/^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N} -]*[\p{L}\p{M}\p{N}])?$/u)
      .refine((text) => (text.match(/\p{N}/gu)?.length ?? 0) <= 4),
  );
export type Tag = z.infer<typeof Tag>;

/** The tags in use, in alphabetical order; no more than this many. */
export const TAGS_KNOWN = 200;
export const Tags = z.array(z.string());

/** What to change; what is not named stays. Asked twice it changes nothing more. */
export const FileTicket = z
  .strictObject({
    priority: Priority.optional(),
    /** With another topic the reason goes, unless one of the new topic is named. */
    topic: Topic.optional(),
    reason: Reason.nullable().optional(),
    /** Added and removed one by one: two people who tag at once lose nothing. */
    addTags: z.array(Tag).max(TAGS_MAX).optional(),
    removeTags: z.array(Tag).max(TAGS_MAX).optional(),
  })
  .refine((ask) => Object.values(ask).some((part) => part !== undefined));
export type FileTicket = z.infer<typeof FileTicket>;
