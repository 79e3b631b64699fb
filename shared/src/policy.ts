import * as z from 'zod';
import { Instant } from './instant.js';
import { currencies, Currency } from './money.js';
import { Language } from './words.js';

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
  'contract-letter',
  'recording',
  'call-facts',
  'review',
  'attachment',
  'verification',
  'account',
  'bookkeeping',
  'order-extras',
  'return',
  'freight-claim',
  'payment-token',
  'never-stored',
  'financing-draft',
  'financing-record',
  'survey',
  'user-content',
  'consent-proof',
  'suppression',
  'request-file',
  'request-package',
  'tombstone',
  'disclosure',
  'hold-file',
  'minor',
  'incident',
  'audit',
  'audit-salt',
  'staff-account',
  'sign-in',
  'access-log',
  'export',
  'backup',
  'mail',
] as const;
export const RetentionClass = z.enum(retentionClasses);
export type RetentionClass = z.infer<typeof RetentionClass>;

/**
 * What a row stores of the policy: evidence only. Keep-until is always computed from it, so that nothing goes
 * stale when an account closes, a hold falls or a version changes.
 */
export const Evidence = z.object({
  /** Number of the policy version shown at collection (R5, R43). */
  policyVersion: z.string(),
  category: Category,
  source: Source,
  /** The purpose it was collected for. */
  purpose: Purpose,
  retentionClass: RetentionClass,
  /** The earliest instant at which the period can begin; null while the matter is open. */
  anchorAt: Instant.nullable(),
});
export type Evidence = z.infer<typeof Evidence>;

export const DecisionAction = z.enum(['keep', 'delete', 'anonymise']);
export type DecisionAction = z.infer<typeof DecisionAction>;

/** What happens to a record when nothing keeps it any longer. */
export const Ending = z.enum(['delete', 'anonymise', 'mask', 'shred', 'expire']);
export type Ending = z.infer<typeof Ending>;

/**
 * `purpose` and `law` are the keep-reasons of R35 and R36, `hold`, `access` and `matter` those that stop a
 * deletion for a while, `end` is what closes reasons early (an erasure, a minor, a forwarded financing form).
 */
export const ReasonKind = z.enum(['purpose', 'law', 'hold', 'access', 'matter', 'end']);
export type ReasonKind = z.infer<typeof ReasonKind>;

/** One reason why a record is still here, or why it goes. */
export const Reason = z.object({
  /** Rule id of the pack, such as `conversation-order` or `hold-legal`. */
  rule: z.string(),
  kind: ReasonKind,
  /** Clause of the published policy, such as `R35`. */
  clause: z.string(),
  /** Legal source, where there is one. */
  law: z.string().optional(),
  /** False: the period is a judgement or was not read in its source; screens say "unverified". */
  verified: z.boolean(),
  start: Instant.optional(),
  /** Absent: no end is known yet (the matter is open). */
  until: Instant.optional(),
  /** The rule that closed this reason before its time, such as `erasure`. */
  endedBy: z.string().optional(),
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
  then: Ending,
  /** Kept by law, hold or an open matter alone: for the eyes of those who must finish it. */
  restricted: z.boolean(),
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

export const ClauseSection = z.enum([
  'scope',
  'collect',
  'use',
  'protect',
  'financing',
  'children',
  'share',
  'keep',
  'changes',
  'cookies',
  'contact',
  'conflicts',
]);
export type ClauseSection = z.infer<typeof ClauseSection>;
/** One paraphrased clause, with the rules that execute it. */
export const Clause = z.object({ id: z.string(), section: ClauseSection, text: z.string() });
export type Clause = z.infer<typeof Clause>;

/** One row of the published table of periods, in the reader's language. */
export const PublishedPeriod = z.object({
  retentionClass: RetentionClass,
  title: z.string(),
  categories: z.array(Category),
  /** Such as `24 months (ES: 36 months)`. */
  period: z.string(),
  /** What it is counted from. */
  start: z.string(),
  then: Ending,
  clause: z.string(),
  /** Legal source or practice, where there is one. */
  law: z.string().optional(),
  verified: z.boolean(),
});
export type PublishedPeriod = z.infer<typeof PublishedPeriod>;

/** Whether a category may be used for a purpose: by specific text, by the broad wording only, or not. */
export const MatrixCell = z.object({
  category: Category,
  purpose: Purpose,
  allowed: z.boolean(),
  by: z.enum(['specific', 'broad', 'none']),
  clause: z.string(),
});
export type MatrixCell = z.infer<typeof MatrixCell>;

export const PolicyDocument = PolicyVersion.extend({
  language: Language,
  clauses: z.array(Clause),
  periods: z.array(PublishedPeriod),
  uses: z.array(MatrixCell),
  /** Where the published text contradicts itself or the law, and what the desk does about it. */
  conflicts: z.array(Clause),
});
export type PolicyDocument = z.infer<typeof PolicyDocument>;

export const PolicyAsk = z.strictObject({ language: Language.default('en') });
export type PolicyAsk = z.infer<typeof PolicyAsk>;
export const PolicyVersions = z.object({ rows: z.array(PolicyVersion) });
export type PolicyVersions = z.infer<typeof PolicyVersions>;

/** A company that the shop sells from: tax periods follow its country. */
export const SellingEntity = z.strictObject({
  /** ISO 3166-1 alpha-2. */
  country: z.string().regex(/^[A-Z]{2}$/),
  /** Orders in these currencies are its own. */
  currencies: z.array(Currency).min(1).max(currencies.length),
});
export type SellingEntity = z.infer<typeof SellingEntity>;

/** All of them; a country stands once, and so does a currency. */
export const SetSellers = z.strictObject({
  sellers: z
    .array(SellingEntity)
    .max(currencies.length)
    .refine((sellers) => distinct(sellers.map(({ country }) => country)), 'a country stands twice')
    .refine((sellers) => distinct(sellers.flatMap((seller) => seller.currencies)), 'a currency stands twice'),
});
export type SetSellers = z.infer<typeof SetSellers>;

export const Sellers = z.object({
  sellers: z.array(z.object(SellingEntity.shape)),
  /** Currencies without a seller: bookkeeping records in them are never removed by themselves. */
  unset: z.array(Currency),
  /** Countries whose period for books the policy names; those of another seller stay. */
  countries: z.array(z.string()),
});
export type Sellers = z.infer<typeof Sellers>;

const distinct = (all: readonly string[]): boolean => new Set(all).size === all.length;
