import type { ReturnReason } from '@candour/shared/returns.js';
import { DAY, HOUR } from '@candour/shared/instant.js';
import type { Currency } from '@candour/shared/money.js';

/** Whose fault a reason is: what is ours costs the customer nothing. */
export const ours: Readonly<Record<ReturnReason, boolean>> = {
  'changed-mind': false,
  'not-as-described': true,
  damaged: true,
  defective: true,
  'wrong-item': true,
  'missing-parts': true,
  late: true,
  other: false,
};

/** Reasons that say the goods are not what was bought: then the legal guarantee answers too. */
export const nonconforming: Readonly<Record<ReturnReason, boolean>> = {
  'changed-mind': false,
  'not-as-described': true,
  damaged: true,
  defective: true,
  'wrong-item': true,
  'missing-parts': true,
  late: false,
  other: false,
};

/** The shop's own rules; they apply only beyond the statute. Frozen in each return when it is asked for. */
export interface ReturnPolicy {
  readonly version: number;
  /** From the delivery. */
  readonly windowDays: number;
  /** A window that ends on a free day ends with the next working day. */
  readonly extendToWorkingDay: boolean;
  readonly restockingPercent: number;
  /** In minor units, for goods that are fetched. */
  readonly pickupFee: Readonly<Record<Currency, number>>;
  readonly storeCreditBonusPercent: number;
  readonly excluded: {
    readonly finalSale: boolean;
    readonly madeToOrder: boolean;
    readonly assembled: boolean;
    readonly openedHygiene: boolean;
  };
  /** How soon the shop asks for a report, in milliseconds from the delivery. Later ones are looked at by a person. */
  readonly reportWithin: Readonly<Partial<Record<ReturnReason, number>>>;
}

export const returnPolicy: ReturnPolicy = {
  version: 1,
  windowDays: 30,
  extendToWorkingDay: true,
  restockingPercent: 10,
  pickupFee: { USD: 4900, EUR: 3900, CAD: 5900, GBP: 3500, AUD: 5900, NZD: 5900 },
  storeCreditBonusPercent: 0,
  excluded: { finalSale: true, madeToOrder: true, assembled: true, openedHygiene: true },
  reportWithin: { damaged: 48 * HOUR, 'wrong-item': 7 * DAY, 'missing-parts': 14 * DAY },
};

const eu = ['AT', 'BE', 'BG', 'CY', 'CZ', 'DE', 'DK', 'EE', 'ES', 'FI', 'FR', 'GR', 'HR', 'HU', 'IE', 'IT', 'LT', 'LU'];
const eu2 = ['LV', 'MT', 'NL', 'PL', 'PT', 'RO', 'SE', 'SI', 'SK'];
const eea = ['IS', 'LI', 'NO'];

/** What the law of the customer's residence gives (defaults, ground rules 1 and 2). Unverified: its source was not read. */
export interface StatutoryRule {
  readonly withdrawalDays?: number;
  readonly withdrawalLaw?: string;
  /** The end moves to the next working day (Regulation 1182/71). */
  readonly extends: boolean;
  /** Months of the legal guarantee from the delivery; 0: a reasonable time, which a person judges. */
  readonly guaranteeMonths?: number;
  readonly guaranteeLaw?: string;
  readonly verified: boolean;
}

const european: StatutoryRule = {
  withdrawalDays: 14,
  withdrawalLaw: 'Directive 2011/83/EU Art. 9',
  extends: true,
  guaranteeMonths: 24,
  guaranteeLaw: 'Directive (EU) 2019/771 Art. 10',
  verified: true,
};
const reasonable = (guaranteeLaw: string): StatutoryRule => ({
  extends: false,
  guaranteeMonths: 0,
  guaranteeLaw,
  verified: false,
});

export const statutes: Readonly<Record<string, StatutoryRule>> = {
  ...Object.fromEntries([...eu, ...eu2, ...eea].map((country) => [country, european])),
  ES: { ...european, guaranteeMonths: 36, guaranteeLaw: 'TRLGDCU Art. 120', verified: false },
  GB: {
    withdrawalDays: 14,
    withdrawalLaw: 'Consumer Contracts Regulations 2013 reg. 30',
    extends: false,
    guaranteeMonths: 72,
    guaranteeLaw: 'Consumer Rights Act 2015',
    verified: false,
  },
  AU: reasonable('Australian Consumer Law'),
  NZ: reasonable('Consumer Guarantees Act 1993'),
  US: { extends: false, verified: false },
  CA: { extends: false, verified: false },
};

/** Nobody knows where they live: what protects them most (ground rule 2). */
export const unknownResidence: StatutoryRule = european;

/** Goods whose opened packaging the shop asks about. */
export const isHygienic = (title: string): boolean => /mattress|topper|matratze|matelas|colch[oó]n/i.test(title);
