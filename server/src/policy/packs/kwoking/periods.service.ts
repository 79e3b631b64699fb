import type { PeriodRow } from '../../pack.rules.js';
import { bookkeepingRow, contractLetterRow, guaranteeMonths } from './countries.js';

/** Periods of what serving customers brings in. Unverified where judgement or memory. */
export const servicePeriods = {
  'chat-unidentified': {
    categories: ['C5'],
    keeps: [
      { kind: 'purpose', clause: 'R35', verified: false, ends: [{ after: ['resolved'], period: { months: 6 } }] },
    ],
    then: 'delete',
  },
  conversation: {
    categories: ['C5'],
    keeps: [
      { kind: 'purpose', clause: 'R35', verified: false, ends: [{ after: ['resolved'], period: { months: 12 } }] },
    ],
    then: 'delete',
  },
  'conversation-order': {
    categories: ['C5'],
    keeps: [
      {
        kind: 'purpose',
        clause: 'R36',
        law: 'Directive (EU) 2019/771 Art. 10',
        verified: false,
        ends: [{ after: ['resolved', 'delivered'], period: { months: 24 } }],
        countries: guaranteeMonths,
      },
    ],
    then: 'delete',
  },
  'contract-letter': contractLetterRow,
  recording: {
    categories: ['C5'],
    keeps: [
      {
        kind: 'purpose',
        clause: 'P6',
        law: 'CNIL practice on call recordings (secondary)',
        verified: true,
        ends: [{ after: ['called'], period: { months: 6 } }],
      },
    ],
    then: 'delete',
  },
  'call-facts': {
    categories: ['C5'],
    keeps: [
      {
        kind: 'purpose',
        clause: 'R35',
        verified: false,
        ends: [{ after: ['resolved'], period: { months: 12 } }],
        carried: {},
      },
    ],
    then: 'delete',
  },
  review: {
    categories: ['staff'],
    keeps: [
      {
        kind: 'purpose',
        clause: 'P6',
        law: 'CNIL practice on staff monitoring (secondary)',
        verified: true,
        ends: [{ after: ['published'], period: { months: 12 } }],
      },
    ],
    then: 'anonymise',
  },
  attachment: {
    categories: ['C5'],
    keeps: [
      {
        kind: 'purpose',
        clause: 'R35',
        verified: false,
        ends: [{ after: ['resolved', 'delivered'], period: { months: 24 } }],
        carried: {},
      },
    ],
    then: 'delete',
  },
  verification: {
    categories: ['C1'],
    keeps: [
      {
        kind: 'purpose',
        clause: 'R35',
        law: '11 CCR 7060',
        verified: false,
        ends: [
          { after: ['made'], period: { days: 30 } },
          { after: ['decided'], period: {} },
        ],
      },
    ],
    then: 'delete',
  },
  account: {
    categories: ['C1', 'C2'],
    keeps: [
      {
        kind: 'purpose',
        clause: 'R35',
        law: 'CNIL practice on dormant accounts',
        verified: false,
        ends: [
          { after: ['last-active'], period: { months: 36 } },
          { after: ['closed'], period: { days: 30 } },
        ],
      },
    ],
    then: 'delete',
  },
  bookkeeping: bookkeepingRow,
  'order-extras': {
    categories: ['C1'],
    keeps: [
      { kind: 'purpose', clause: 'R35', verified: false, ends: [{ after: ['delivered'], period: { months: 24 } }] },
    ],
    then: 'delete',
  },
  return: {
    categories: ['C1', 'C5'],
    keeps: [
      {
        kind: 'purpose',
        clause: 'R36',
        law: 'Directive (EU) 2019/771 Art. 10',
        verified: false,
        ends: [{ after: ['closed'], period: { months: 24 } }],
        countries: guaranteeMonths,
      },
    ],
    then: 'delete',
  },
  'freight-claim': {
    categories: ['C1'],
    keeps: [
      {
        kind: 'law',
        clause: 'R36',
        law: '49 USC 14706(e)',
        verified: true,
        ends: [{ after: ['settled'], period: { months: 24 } }],
      },
    ],
    then: 'delete',
  },
  'payment-token': {
    categories: ['C3'],
    keeps: [{ kind: 'purpose', clause: 'R36', verified: false, ends: [{ after: ['moved'], period: { days: 180 } }] }],
    then: 'delete',
  },
  'never-stored': {
    categories: ['C3'],
    keeps: [
      {
        kind: 'purpose',
        clause: 'X3',
        law: 'PCI SSC FAQ 1210',
        verified: true,
        ends: [{ after: ['anchor'], period: {} }],
      },
    ],
    then: 'mask',
  },
  'financing-draft': {
    categories: ['C4'],
    keeps: [
      {
        kind: 'purpose',
        clause: 'R22',
        verified: false,
        ends: [
          { after: ['made'], period: { hours: 24 } },
          { after: ['received'], period: { seconds: 60 } },
        ],
      },
    ],
    then: 'shred',
  },
  'financing-record': {
    categories: ['C4'],
    keeps: [
      {
        kind: 'purpose',
        clause: 'R23',
        verified: false,
        ends: [{ after: ['received'], period: { days: 90 } }],
        carried: {},
      },
    ],
    then: 'delete',
  },
  survey: {
    categories: ['C6'],
    keeps: [
      { kind: 'purpose', clause: 'R35', verified: false, ends: [{ after: ['answered'], period: { months: 12 } }] },
    ],
    then: 'anonymise',
  },
  'user-content': {
    categories: ['C6'],
    keeps: [
      {
        kind: 'purpose',
        clause: 'R35',
        verified: false,
        ends: [
          { after: ['removed'], period: {} },
          { after: ['closed'], period: {} },
        ],
      },
    ],
    then: 'delete',
  },
} as const satisfies Record<string, PeriodRow>;
