import * as z from 'zod';
import { Instant } from './instant.js';

/** The six categories of provided information in the published policy, and what it announces beside them. */
export const categories = {
  C1: 'contact',
  C2: 'profile',
  C3: 'payment',
  C4: 'financing',
  C5: 'communications',
  C6: 'ugc',
  automatic: 'automatic',
  staff: 'staff',
} as const;
export const Category = z.enum(Object.keys(categories) as [keyof typeof categories, ...(keyof typeof categories)[]]);
export type Category = z.infer<typeof Category>;

/** Policy R6: where a datum came from. */
export const sources = ['provided', 'automatic', 'third_party'] as const;
export const Source = z.enum(sources);
export type Source = z.infer<typeof Source>;

/** The seven purposes of the published policy; `house` is the desk's own running (staff, security, audit). */
export const purposes = ['P1', 'P2', 'P3', 'P4', 'P5', 'P6', 'P7', 'house'] as const;
export const Purpose = z.enum(purposes);
export type Purpose = z.infer<typeof Purpose>;

/** Which period a record runs under; the periods themselves are data of the policy pack. */
export const retentionClasses = [
  'chat-unidentified',
  'conversation',
  'conversation-order',
  'account',
  'verification',
  'bookkeeping',
  'order-extras',
  'mail',
  'staff-account',
  'sign-in',
  'access-log',
  'export',
  'audit',
] as const;
export const RetentionClass = z.enum(retentionClasses);
export type RetentionClass = z.infer<typeof RetentionClass>;

export const DecisionAction = z.enum(['keep', 'delete', 'anonymise']);
export type DecisionAction = z.infer<typeof DecisionAction>;

/** One reason why a record is still here, or why it goes. */
export const Reason = z.object({
  /** Rule id of the pack, such as `conversation-order` or `hold`. */
  rule: z.string(),
  /** Clause of the published policy, such as `R35`. */
  clause: z.string(),
  /** Legal source, where there is one. */
  law: z.string().optional(),
  verified: z.boolean(),
  start: Instant.optional(),
  /** Absent: no end is known yet (the matter is open). */
  until: Instant.optional(),
});
export type Reason = z.infer<typeof Reason>;

export const TrainingVerdict = z.object({
  use: z.enum(['yes', 'no', 'redacted']),
  rule: z.string(),
  clause: z.string(),
});
export type TrainingVerdict = z.infer<typeof TrainingVerdict>;

/** The policy's answer about one record at one instant. */
export const Decision = z.object({
  action: DecisionAction,
  category: Category,
  source: Source,
  purpose: Purpose,
  retentionClass: RetentionClass,
  policyVersion: z.string(),
  /** When it goes; absent while the matter that keeps it is open. */
  until: Instant.optional(),
  /** What then happens: the action taken at `until`. */
  then: z.enum(['delete', 'anonymise', 'shred', 'expire']),
  winning: Reason,
  reasons: z.array(Reason),
  conflicts: z.array(z.object({ rule: z.string(), clause: z.string() })),
  training: TrainingVerdict,
});
export type Decision = z.infer<typeof Decision>;

/** A version of the published policy as the customer sees it. */
export const PolicyVersion = z.object({
  id: z.string(),
  number: z.int(),
  title: z.string(),
  publishedAt: Instant,
  effectiveAt: Instant,
  /** The `Last Updated` date the policy promises at its top (R39). */
  lastUpdated: Instant,
  status: z.enum(['draft', 'notice', 'effective', 'superseded']),
});
export type PolicyVersion = z.infer<typeof PolicyVersion>;

/** One paraphrased clause, with the rules that execute it. */
export const Clause = z.object({ id: z.string(), section: z.string(), text: z.string() });
export type Clause = z.infer<typeof Clause>;
export const PolicyDocument = PolicyVersion.extend({
  clauses: z.array(Clause),
  periods: z.array(
    z.object({
      retentionClass: z.string(),
      category: Category,
      period: z.string(),
      start: z.string(),
      then: z.string(),
      source: z.string(),
      verified: z.boolean(),
    }),
  ),
});
export type PolicyDocument = z.infer<typeof PolicyDocument>;
