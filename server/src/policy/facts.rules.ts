import type { RetentionClass } from '@candour/shared/policy.js';

/** What a period is counted from. `anchor` is the row's own `anchorAt`. */
export const startEvents = [
  'anchor',
  'resolved',
  'delivered',
  'called',
  'published',
  'decided',
  'closed',
  'last-active',
  'booked',
  'settled',
  'moved',
  'received',
  'answered',
  'removed',
  'withdrawn',
  'opted-in',
  'made',
  'sent',
  'source-gone',
  'released',
  'confirmed',
  'left',
] as const;
export type StartEvent = (typeof startEvents)[number];

/** A number: it happened then. Null: it is still awaited, so the period has not begun. Absent: it does not apply. */
export type StartEvents = Readonly<Partial<Record<StartEvent, number | null>>>;

/** A typed, dated reason that stops deletion of the records it covers (policy R36). */
export interface HoldFact {
  readonly kind: 'legal' | 'dispute' | 'restriction' | 'safety' | 'security' | 'fraud' | 'terms' | 'other';
  readonly from: number;
  /** When it was or will be released; absent: no end is known. A review date is not an end. */
  readonly until?: number;
  readonly law?: string;
}

/** Something unfinished that needs the record: a return under way, a refund whose fate is unknown, a complaint. */
export interface MatterFact {
  readonly kind: 'return' | 'refund' | 'claim' | 'chargeback' | 'complaint' | 'request' | 'review';
  readonly since: number;
}

/** A record that this one goes with, such as an attachment's conversation and its claim. */
export interface CarrierFact {
  readonly retentionClass: RetentionClass;
  readonly events: StartEvents;
}

/** What bears on the use for staff training (policy P6, R9-R12). */
export interface TrainingFacts {
  readonly objected?: boolean;
  /** Health, bereavement, copies of identity papers. */
  readonly sensitive?: boolean;
  /** A topic or finding that is never training material. */
  readonly matter?: 'privacy' | 'legal' | 'safety' | 'financing';
  readonly unmaskedPayment?: boolean;
  /** Only of recordings and their transcripts. */
  readonly recordingConsent?: 'not_asked' | 'announced' | 'given' | 'refused' | 'withdrawn';
  /** A place where one party's consent suffices, so that an announcement does. */
  readonly oneParty?: boolean;
}

/**
 * Everything `decide` may know beside the record's own evidence. Whoever keeps the record collects it; what is
 * not known is left out, and the engine then takes the answer that protects the person.
 */
export interface Facts {
  readonly events?: StartEvents;
  /** Country of the selling entity (ISO 3166-1 alpha-2): tax periods follow the seller. */
  readonly sellerCountry?: string | undefined;
  /** The customer's country of residence: rights follow it. Unknown: the shorter period. */
  readonly residence?: string | undefined;
  readonly holds?: readonly HoldFact[];
  /** An access request is open since then (X14: its data stays until recourse is exhausted). */
  readonly accessPendingSince?: number | undefined;
  readonly matters?: readonly MatterFact[];
  /** The person asked for erasure then, was identified, and did not take it back. */
  readonly erasureRequestedAt?: number | undefined;
  readonly minor?: { readonly stage: 'frozen' | 'awaiting-parent' | 'confirmed'; readonly at: number } | undefined;
  readonly follows?: readonly CarrierFact[];
  readonly training?: TrainingFacts;
}
