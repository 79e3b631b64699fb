import * as z from 'zod';
import { Instant } from './instant.js';
import { Reason, reasonFits } from './tickets.js';
import { Topic, topics } from './words.js';

/** `supervisor`: somebody may be hurt, and a supervisor has to look (house rules, 17). */
export const dueKinds = ['first-reply', 'next-reply', 'resolution', 'supervisor'] as const;
export const DueKind = z.enum(dueKinds);
export type DueKind = z.infer<typeof DueKind>;

/** What the desk owes, until when, and from when on it is at risk: its state follows from the clock. */
export const Due = z.object({ kind: DueKind, dueAt: Instant, warnAt: Instant });
export type Due = z.infer<typeof Due>;

export const dueStates = ['ok', 'warning', 'breached'] as const;
export type DueState = (typeof dueStates)[number];

export const dueState = ({ dueAt, warnAt }: Due, now: number): DueState =>
  now >= dueAt ? 'breached' : now >= warnAt ? 'warning' : 'ok';

/** Business time: minutes in which the desk is open, or business days of an office's own length. */
export const BusinessTime = z.union([
  z.strictObject({ minutes: z.int().min(1).max(10_000) }),
  z.strictObject({ days: z.int().min(1).max(60) }),
]);
export type BusinessTime = z.infer<typeof BusinessTime>;

export const TopicTarget = z
  .strictObject({
    topic: Topic,
    /** First reply; the next ones have as long. */
    reply: BusinessTime,
    /** Null where the law sets the term, not the desk. */
    resolve: BusinessTime.nullable(),
    /** Reasons of the topic that are answered sooner. */
    faster: z.array(z.strictObject({ reason: Reason, reply: BusinessTime })).max(12),
  })
  .refine(({ topic, faster }) => faster.every(({ reason }) => reasonFits(topic, reason)), 'a reason of another topic')
  .refine(({ faster }) => new Set(faster.map(({ reason }) => reason)).size === faster.length, 'a reason twice');
export type TopicTarget = z.infer<typeof TopicTarget>;

/** All of them at once; each topic stands once. */
export const SetSla = z.strictObject({
  /** Somebody who chats sits and waits: seconds of the wall clock, while the desk is open. */
  chat: z.strictObject({ first: z.int().min(5).max(7_200), next: z.int().min(5).max(7_200) }),
  /** After which part of the time something is at risk, in per cent. */
  warnAt: z.int().min(25).max(95),
  topics: z
    .array(TopicTarget)
    .length(topics.length)
    .refine((all) => new Set(all.map(({ topic }) => topic)).size === topics.length, 'each topic stands once'),
});
export type SetSla = z.infer<typeof SetSla>;

const Time = z.union([z.object({ minutes: z.int() }), z.object({ days: z.int() })]);
export const Sla = z.object({
  chat: z.object({ first: z.int(), next: z.int() }),
  warnAt: z.int(),
  topics: z.array(
    z.object({
      topic: Topic,
      reply: Time,
      resolve: Time.nullable(),
      faster: z.array(z.object({ reason: Reason, reply: Time })),
    }),
  ),
});
export type Sla = z.infer<typeof Sla>;

/** Something the desk owes is at risk, or late: told once each to whoever it concerns. */
export interface DueAlarm {
  readonly id: string;
  readonly number: number;
  readonly kind: DueKind;
  readonly state: Exclude<DueState, 'ok'>;
  readonly dueAt: number;
}

/** How those under way stand: in time, at risk, late; `none` is due to nobody, for they wait for the customer. */
const Stands = z.object({ none: z.int(), ok: z.int(), warning: z.int(), breached: z.int() });
/** What other targets would make of everything under way at this moment. */
export const SlaPreview = z.object({
  /** Conversations looked at, at most `SLA_PREVIEW_MOST`. */
  looked: z.int(),
  now: Stands,
  then: Stands,
});
export type SlaPreview = z.infer<typeof SlaPreview>;
export const SLA_PREVIEW_MOST = 10_000;
