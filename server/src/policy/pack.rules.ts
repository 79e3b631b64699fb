import type { Category, ClauseSection, Ending, Purpose, RetentionClass } from '@candour/shared/policy.js';
import type { Language } from '@candour/shared/words.js';
import type { Period } from './calendar.rules.js';
import type { StartEvent } from './facts.rules.js';

/** An end of a keep-reason: a period counted from the latest of these events. */
export interface PeriodEnd {
  readonly after: readonly StartEvent[];
  readonly period: Period;
}

export interface CountryPeriod {
  readonly period: Period;
  readonly law?: string;
  readonly verified: boolean;
}

/**
 * Periods by country: tax periods follow the seller, rights follow the customer's residence.
 * `default` is the keep-reason's own period, `open` keeps without an end, `none` is no reason at all.
 */
export interface ByCountry {
  readonly follows: 'seller' | 'residence';
  readonly periods: Readonly<Record<string, CountryPeriod>>;
  readonly otherwise: 'default' | 'open' | 'none';
  readonly unset: 'default' | 'open' | 'none';
}

/** A reason to keep records of a class: ends at the earliest of its ends. */
export interface KeepRule {
  readonly kind: 'purpose' | 'law';
  readonly clause: string;
  readonly law?: string;
  readonly verified: boolean;
  /**
   * The first is counted from the row's own `anchorAt` where none of its events is known; a later one applies
   * only once one of its events is known.
   */
  readonly ends: readonly [PeriodEnd, ...PeriodEnd[]];
  readonly countries?: ByCountry;
  /** Stays as long as the longest of the records it goes with, and so much longer; its own ends where it has none. */
  readonly carried?: { readonly plus?: Period };
}

/** A row of the table of periods. The record goes when each of its keep-reasons has ended. */
export interface PeriodRow {
  readonly categories: readonly Category[];
  readonly keeps: readonly [KeepRule, ...KeepRule[]];
  readonly then: Ending;
}

/** `Y` by specific text, `(y)` by the broad wording "information you provide to us" only, `N` not. */
export type Cell = 'Y' | '(y)' | 'N';

export interface TrainingSettings {
  /** The most that staff training may use: as said, or redacted only. */
  readonly ceiling: 'yes' | 'redacted';
}

export interface Topics {
  readonly [topic: string]: {
    readonly reasons: readonly string[];
    /** First reply and resolution outside chat. */
    readonly reply: SlaTarget;
    readonly resolve: SlaTarget | 'statutory';
    /** Reasons that are answered faster. */
    readonly faster: Readonly<Record<string, SlaTarget>>;
  };
}
/** In hours of business time, in minutes, or in business days. */
export interface SlaTarget {
  readonly minutes?: number;
  readonly hours?: number;
  readonly businessDays?: number;
}

/** The executable form of one version of the published policy. Plain data: its digest stands with the version. */
export interface PolicyPack {
  readonly name: string;
  readonly number: number;
  /** Publication and effect, milliseconds UTC (R39, R40). */
  readonly publishedAt: number;
  readonly effectiveAt: number;
  readonly periods: Readonly<Record<RetentionClass, PeriodRow>>;
  readonly matrix: Readonly<Record<Category, Readonly<Record<Purpose, Cell>>>>;
  /** Where a cell's clause is another than the purpose's own. */
  readonly matrixClauses: Readonly<Partial<Record<Category, string>>>;
  /** `(y)` cells that were switched on, such as `C1:P7`; none by default. */
  readonly broadUses: readonly `${Category}:${Purpose}`[];
  readonly training: TrainingSettings;
  /** Between an erasure request and its effect, inside the statutory clock. */
  readonly coolOff: Period;
  /** How long the data of a minor waits for the parent's answer. */
  readonly parentWait: Period;
  /** An open conversation in which nothing happens is over after so long, answered or not; its period begins then. */
  readonly silence: { readonly answered: Period; readonly unanswered: Period };
  readonly topics: Topics;
  readonly clauses: readonly { readonly id: string; readonly section: ClauseSection }[];
  readonly texts: Readonly<Record<Language, PolicyTexts>>;
}

/** What is said to people, in one language. */
export interface PolicyTexts {
  readonly title: string;
  readonly clauses: Readonly<Record<string, string>>;
  readonly classes: Readonly<Record<RetentionClass, string>>;
  readonly starts: Readonly<Record<StartEvent, string>>;
  readonly units: Readonly<
    Record<'years' | 'months' | 'days' | 'hours' | 'seconds', readonly [one: string, many: string]>
  >;
  readonly phrases: Readonly<
    Record<'at-once' | 'year-end' | 'later-of' | 'or' | 'seller-unset' | 'carried' | 'plus', string>
  >;
}
