import type { PeriodRow } from '../../pack.rules.js';

/** Periods of what the desk keeps to account for itself, of its staff and of copies. */
export const housePeriods = {
  'consent-proof': {
    categories: ['C1'],
    keeps: [
      {
        kind: 'law',
        clause: 'R36',
        law: 'GDPR Art. 7(1)',
        verified: false,
        ends: [{ after: ['withdrawn'], period: { months: 36 } }],
      },
    ],
    then: 'delete',
  },
  suppression: {
    categories: ['C1'],
    keeps: [
      {
        kind: 'law',
        clause: 'R11',
        law: 'GDPR Art. 21(3)',
        verified: false,
        ends: [{ after: ['opted-in'], period: {} }],
      },
    ],
    then: 'delete',
  },
  'request-file': {
    categories: ['C1', 'C5'],
    keeps: [
      {
        kind: 'law',
        clause: 'R36',
        law: '11 CCR 7101',
        verified: true,
        ends: [{ after: ['closed'], period: { months: 24 } }],
      },
    ],
    then: 'delete',
  },
  'request-package': {
    categories: ['C1', 'C5'],
    keeps: [{ kind: 'purpose', clause: 'R35', verified: false, ends: [{ after: ['made'], period: { days: 30 } }] }],
    then: 'delete',
  },
  tombstone: {
    categories: ['C1'],
    keeps: [
      {
        kind: 'law',
        clause: 'R36',
        law: '11 CCR 7022',
        verified: true,
        ends: [{ after: ['source-gone'], period: {} }],
      },
    ],
    then: 'delete',
  },
  disclosure: {
    categories: ['C1', 'C5'],
    keeps: [
      {
        kind: 'law',
        clause: 'R28',
        law: 'GDPR Art. 19',
        verified: false,
        ends: [{ after: ['made'], period: { months: 24 } }],
        carried: { plus: { months: 24 } },
      },
    ],
    then: 'delete',
  },
  'hold-file': {
    categories: ['C1', 'C5'],
    keeps: [{ kind: 'law', clause: 'R36', verified: false, ends: [{ after: ['released'], period: { months: 12 } }] }],
    then: 'delete',
  },
  minor: {
    categories: ['C1', 'C2', 'C5', 'C6'],
    keeps: [
      {
        kind: 'purpose',
        clause: 'R27',
        law: '16 CFR 312.10',
        verified: false,
        ends: [{ after: ['confirmed'], period: {} }],
      },
    ],
    then: 'delete',
  },
  incident: {
    categories: ['C1', 'C5'],
    keeps: [
      {
        kind: 'law',
        clause: 'R19c',
        law: 'GDPR Art. 33(5)',
        verified: false,
        ends: [{ after: ['closed'], period: { years: 5 } }],
      },
    ],
    then: 'anonymise',
  },
  audit: {
    categories: ['automatic'],
    keeps: [{ kind: 'law', clause: 'X13', verified: false, ends: [{ after: ['source-gone'], period: {} }] }],
    then: 'expire',
  },
  'audit-salt': {
    categories: ['automatic', 'staff'],
    keeps: [
      {
        kind: 'law',
        clause: 'X13',
        verified: false,
        ends: [{ after: ['left'], period: { months: 36 } }],
        carried: {},
      },
    ],
    then: 'shred',
  },
  'staff-account': {
    categories: ['staff'],
    keeps: [{ kind: 'purpose', clause: 'R19c', verified: false, ends: [{ after: ['left'], period: { months: 6 } }] }],
    then: 'delete',
  },
  'sign-in': {
    categories: ['staff'],
    keeps: [{ kind: 'purpose', clause: 'R19c', verified: false, ends: [{ after: ['made'], period: { months: 12 } }] }],
    then: 'delete',
  },
  'access-log': {
    categories: ['automatic'],
    keeps: [{ kind: 'purpose', clause: 'R36', verified: false, ends: [{ after: ['made'], period: { days: 30 } }] }],
    then: 'delete',
  },
  export: {
    categories: ['C1', 'C5'],
    keeps: [{ kind: 'purpose', clause: 'R37', verified: false, ends: [{ after: ['made'], period: { days: 7 } }] }],
    then: 'delete',
  },
  backup: {
    categories: ['C1', 'C2', 'C3', 'C5', 'C6', 'staff'],
    keeps: [
      {
        kind: 'law',
        clause: 'R19c',
        law: '11 CCR 7022(d)',
        verified: false,
        ends: [{ after: ['made'], period: { days: 35 } }],
      },
    ],
    then: 'expire',
  },
  mail: {
    categories: ['C1', 'C5'],
    keeps: [{ kind: 'purpose', clause: 'P4', verified: false, ends: [{ after: ['sent'], period: { days: 30 } }] }],
    then: 'delete',
  },
} as const satisfies Record<string, PeriodRow>;
