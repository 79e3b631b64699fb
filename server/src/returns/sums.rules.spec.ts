import { Refused } from '@candour/shared/errors.js';
import { noHolidays } from './calendar.rules.js';
import { freightClocks, reportBy } from './clocks.rules.js';
import { feesOf, type FeeLine } from './fees.rules.js';
import { returnPolicy } from './knobs.rules.js';
import { requireUnits } from './quantities.rules.js';

describe('the fees of a return', () => {
  const line = (more: Partial<FeeLine> = {}): FeeLine => ({
    reason: 'changed-mind',
    basis: 'shop',
    paid: 10_000,
    ...more,
  });
  const cases: readonly (readonly [
    string,
    Parameters<typeof feesOf>[0],
    Parameters<typeof feesOf>[1],
    FeeLine[],
    string,
  ])[] = [
    ['dropped off', 'return', 'drop_off', [line()], 'restocking 1000'],
    ['fetched', 'return', 'freight_pickup', [line()], 'restocking 1000, pickup 3900'],
    ['a withdrawal costs nothing', 'withdrawal', 'freight_pickup', [line()], ''],
    ['what the law grants costs nothing', 'return', 'freight_pickup', [line({ basis: 'withdrawal' })], ''],
    ['our fault costs nothing', 'return', 'freight_pickup', [line({ reason: 'damaged' })], ''],
    [
      'one visit for both is ours',
      'return',
      'freight_pickup',
      [line(), line({ reason: 'damaged' })],
      'restocking 1000',
    ],
  ];
  for (const [words, kind, method, lines, expected] of cases) {
    it(`${words}: ${expected || 'none'}`, () => {
      const fees = feesOf(kind, method, lines, returnPolicy, 'EUR');
      expect(fees.map(({ fee, amount }) => `${fee} ${amount.amount}`).join(', ')).toBe(expected);
    });
  }
});

describe('the units of a return', () => {
  const lines = [{ id: 'a', delivered: 3, returned: 1 }];
  const cases: readonly (readonly [string, { lineId: string; quantity: number }[], string])[] = [
    ['all that is left', [{ lineId: 'a', quantity: 2 }], ''],
    ['one too many', [{ lineId: 'a', quantity: 3 }], 'quantity-unfit'],
    ['none', [{ lineId: 'a', quantity: 0 }], 'quantity-unfit'],
    ['fewer than none', [{ lineId: 'a', quantity: -1 }], 'quantity-unfit'],
    ['half of one', [{ lineId: 'a', quantity: 0.5 }], 'quantity-unfit'],
    ['a foreign line', [{ lineId: 'b', quantity: 1 }], 'line-unknown'],
    [
      'a line twice',
      [
        { lineId: 'a', quantity: 1 },
        { lineId: 'a', quantity: 1 },
      ],
      'line-unknown',
    ],
  ];
  for (const [words, asked, refusal] of cases) {
    it(`${words}: ${refusal || 'taken'}`, () => {
      if (refusal) expect(() => requireUnits(lines, asked)).toThrowError(Refused, refusal);
      else expect(() => requireUnits(lines, asked)).not.toThrow();
    });
  }
});

describe('the clocks of freight', () => {
  // A Thursday.
  const deliveredAt = Date.UTC(2026, 6, 2, 12);
  const said = (country: string | undefined, concealed: boolean, deniedAt?: number): string =>
    freightClocks({ country, concealed, deliveredAt, ...(deniedAt === undefined ? {} : { deniedAt }) }, noHolidays)
      .map(
        ({ clock, until, verified }) => `${clock} ${new Date(until).toISOString().slice(0, 10)}${verified ? '' : '?'}`,
      )
      .join(', ');
  const cases: readonly (readonly [string, string | undefined, boolean, number | undefined, string])[] = [
    ['concealed, United States: five business days', 'US', true, undefined, 'report 2026-07-09?, file 2027-04-02'],
    ['apparent, United States', 'US', false, undefined, 'report 2026-07-02?, file 2027-04-02'],
    ['denied', 'US', true, Date.UTC(2026, 8, 1), 'report 2026-07-09?, file 2027-04-02, sue 2028-09-01'],
    ['concealed, Germany: seven days', 'DE', true, undefined, 'report 2026-07-09, sue 2027-07-02?'],
    ['apparent, Germany: at the delivery', 'DE', false, undefined, 'report 2026-07-02, sue 2027-07-02?'],
    ['nobody knows where: the shorter', undefined, true, undefined, 'report 2026-07-09, sue 2027-07-02?'],
  ];
  for (const [words, country, concealed, deniedAt, expected] of cases) {
    it(words, () => expect(said(country, concealed, deniedAt)).toBe(expected));
  }

  it('counts no holidays', () => {
    const isHoliday = (day: string): boolean => day === '2026-07-03';
    const [report] = freightClocks({ country: 'US', concealed: true, deliveredAt }, isHoliday);
    expect(new Date(report!.until).toISOString().slice(0, 10)).toBe('2026-07-10');
  });

  it('asks for a report of damage in two days, of missing goods in fourteen, of a defect in none', () => {
    expect(reportBy('transit_damage', 0)).toBe(48 * 3_600_000);
    expect(reportBy('missing', 0)).toBe(14 * 86_400_000);
    expect(reportBy('defective', 0)).toBeUndefined();
    expect(reportBy('missing', null)).toBeUndefined();
  });
});
