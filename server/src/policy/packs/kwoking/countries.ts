import type { ByCountry, PeriodRow } from '../../pack.rules.js';

/** Legal guarantee by residence: three years in Spain, two by the directive. */
export const guaranteeMonths: ByCountry = {
  follows: 'residence',
  periods: { ES: { period: { months: 36 }, law: 'Directive (EU) 2019/771 Art. 10; LGDCU Art. 120', verified: false } },
  otherwise: 'default',
  unset: 'default',
};

/** Letters and e-mails that make or change a contract are business letters where the seller's law says so. */
export const contractLetterRow: PeriodRow = {
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
    {
      kind: 'law',
      clause: 'R36',
      law: 'HGB § 257; Código de Comercio Art. 30',
      verified: true,
      ends: [{ after: ['made'], period: { years: 6, yearEnd: true } }],
      countries: {
        follows: 'seller',
        periods: {
          DE: { period: { years: 6, yearEnd: true }, law: 'HGB § 257', verified: true },
          ES: { period: { years: 6, yearEnd: true }, law: 'Código de Comercio Art. 30', verified: true },
        },
        otherwise: 'none',
        unset: 'open',
      },
    },
  ],
  then: 'delete',
};

/** Invoices, payments, refunds and the store-credit ledger: the seller's country sets the period, by year's end. */
export const bookkeepingRow: PeriodRow = {
  categories: ['C1', 'C3'],
  keeps: [
    {
      kind: 'purpose',
      clause: 'P2',
      law: 'Directive (EU) 2019/771 Art. 10',
      verified: false,
      ends: [{ after: ['delivered', 'booked'], period: { months: 24 } }],
      countries: guaranteeMonths,
    },
    {
      kind: 'law',
      clause: 'R36',
      verified: false,
      ends: [{ after: ['booked'], period: { years: 10, yearEnd: true } }],
      countries: {
        follows: 'seller',
        periods: {
          DE: { period: { years: 8, yearEnd: true }, law: 'HGB § 257, AO § 147', verified: true },
          FR: { period: { years: 10, yearEnd: true }, law: 'Code de commerce L123-22', verified: true },
          ES: { period: { years: 6, yearEnd: true }, law: 'Código de Comercio Art. 30', verified: true },
          GB: { period: { years: 6, yearEnd: true }, law: 'HMRC CH15200', verified: true },
          CA: { period: { years: 6, yearEnd: true }, law: 'CRA record keeping', verified: true },
          NZ: { period: { years: 7, yearEnd: true }, law: 'NZ Inland Revenue record keeping', verified: true },
          US: { period: { years: 7, yearEnd: true }, verified: false },
          AU: { period: { years: 5, yearEnd: true }, verified: false },
        },
        otherwise: 'open',
        unset: 'open',
      },
    },
  ],
  then: 'anonymise',
};
