import type { Jurisdiction, PeriodUnit, RequestType } from '@candour/shared/requests.js';

export interface Period {
  readonly n: number;
  readonly unit: PeriodUnit;
}

/** What one law says of some requests; the first row that names the type holds, `all` the others. */
export interface Deadline {
  readonly types: readonly RequestType[] | 'all';
  /** Receipt is to be confirmed by then. */
  readonly confirm?: Period;
  readonly due: Period;
  /** More time, where reasons are given before the first deadline. */
  readonly extension?: Period;
  /** What is asked is to stop at once; the period is that of the answer. */
  readonly atOnce?: true;
  readonly source: string;
  /** Somebody has read the source. */
  readonly verified: boolean;
}

export interface Regime {
  /** Days end in this zone. */
  readonly zone: string;
  /** A last day that is none of work moves on to the next one. */
  readonly rolls: boolean;
  readonly deadlines: readonly Deadline[];
}

const month: Period = { n: 1, unit: 'months' };
const stopping = ['objection', 'opt-out', 'consent-withdrawal'] as const;

/** The clocks that laws set (house reference "Statutory clocks"). Periods are data with a source, none of it advice. */
export const regimes: Readonly<Record<Exclude<Jurisdiction, 'unknown'>, Regime>> = {
  eu: {
    zone: 'Europe/Berlin',
    rolls: true,
    deadlines: [
      { types: stopping, atOnce: true, due: month, source: 'GDPR Art. 12(3), 21(3), 7(3)', verified: false },
      { types: ['complaint', 'account-closure'], due: month, source: 'GDPR Art. 12(3)', verified: false },
      { types: 'all', due: month, extension: { n: 2, unit: 'months' }, source: 'GDPR Art. 12(3)', verified: true },
    ],
  },
  uk: {
    zone: 'Europe/London',
    rolls: true,
    deadlines: [
      {
        types: ['complaint'],
        confirm: { n: 30, unit: 'days' },
        due: { n: 30, unit: 'days' },
        source: 'DPA 2018 s.164A',
        verified: true,
      },
      { types: stopping, atOnce: true, due: month, source: 'UK GDPR Art. 12(3), 21(3), 7(3)', verified: false },
      {
        types: 'all',
        due: month,
        extension: { n: 2, unit: 'months' },
        source: 'UK GDPR Art. 12(3), 12A',
        verified: true,
      },
    ],
  },
  'us-ca': {
    zone: 'America/Los_Angeles',
    rolls: false,
    deadlines: [
      {
        types: ['opt-out', 'objection', 'consent-withdrawal', 'restriction'],
        atOnce: true,
        due: { n: 15, unit: 'business-days' },
        source: '11 CCR 7026, 7027',
        verified: false,
      },
      {
        types: 'all',
        confirm: { n: 10, unit: 'business-days' },
        due: { n: 45, unit: 'days' },
        extension: { n: 45, unit: 'days' },
        source: '11 CCR 7021',
        verified: true,
      },
    ],
  },
  us: {
    zone: 'America/New_York',
    rolls: false,
    deadlines: [
      {
        types: 'all',
        due: { n: 45, unit: 'days' },
        extension: { n: 45, unit: 'days' },
        source: 'VCDPA, CPA, CTDPA',
        verified: false,
      },
    ],
  },
  ca: {
    zone: 'America/Toronto',
    rolls: false,
    deadlines: [
      {
        types: 'all',
        due: { n: 30, unit: 'days' },
        extension: { n: 30, unit: 'days' },
        source: 'PIPEDA s.8(3)-(4)',
        verified: true,
      },
    ],
  },
  'ca-qc': {
    zone: 'America/Toronto',
    rolls: false,
    deadlines: [{ types: 'all', due: { n: 30, unit: 'days' }, source: 'Law 25 (CQLR P-39.1, s.32)', verified: false }],
  },
  au: {
    zone: 'Australia/Sydney',
    rolls: false,
    deadlines: [{ types: 'all', due: { n: 30, unit: 'days' }, source: 'APP 12, 13 (OAIC)', verified: false }],
  },
  nz: {
    zone: 'Pacific/Auckland',
    rolls: false,
    deadlines: [
      { types: 'all', due: { n: 20, unit: 'working-days' }, source: 'Privacy Act 2020 s.44', verified: false },
    ],
  },
  br: {
    zone: 'America/Sao_Paulo',
    rolls: false,
    deadlines: [{ types: 'all', due: { n: 15, unit: 'days' }, source: 'LGPD Art. 19', verified: true }],
  },
};

/** The desk's own promise for somebody under 16: whatever the law (policy R27, house rule 8). */
export const minorDeadline = {
  zone: 'UTC',
  decide: { n: 24, unit: 'hours' },
  erase: { n: 72, unit: 'hours' },
  source: 'R27',
} as const;
