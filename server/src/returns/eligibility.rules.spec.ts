import { DAY } from '@candour/shared/instant.js';
import { noHolidays } from './calendar.rules.js';
import { GRACE, verdictOn, type LineFacts } from './eligibility.rules.js';
import { returnPolicy } from './knobs.rules.js';

// A Monday.
const delivered = Date.UTC(2026, 5, 1, 15);
const day = (n: number): number => delivered + n * DAY;
const plain: LineFacts = {
  reason: 'changed-mind',
  residence: 'DE',
  deliveredAt: delivered,
  left: 1,
  delivered: 1,
  finalSale: false,
  madeToOrder: false,
  assembled: false,
  hygienic: false,
  opened: false,
};

describe('what the law and the shop say of goods that come back', () => {
  const cases: readonly (readonly [words: string, facts: Partial<LineFacts>, after: number, expected: string])[] = [
    ['a German on the last day', {}, 14, 'by-law withdrawal'],
    ['a German a day later: the shop’s window', {}, 16, 'by-shop shop'],
    ['a German after the window', {}, 33, 'refused none'],
    [
      'a window that ends on a free day, on the Monday after',
      { residence: 'US', deliveredAt: day(-2) },
      28,
      'by-shop shop',
    ],
    ['an American has the shop’s window alone', { residence: 'US' }, 3, 'by-shop shop'],
    ['an American after it', { residence: 'US' }, 40, 'refused none'],
    ['final sale never cuts a withdrawal', { finalSale: true }, 5, 'by-law withdrawal'],
    ['final sale, American', { finalSale: true, residence: 'US' }, 5, 'refused none'],
    ['assembled never cuts a withdrawal', { assembled: true }, 5, 'by-law withdrawal'],
    ['assembled, American', { assembled: true, residence: 'US' }, 5, 'refused none'],
    [
      'an opened mattress never cuts a withdrawal',
      { hygienic: true, opened: true, residence: 'FR' },
      5,
      'by-law withdrawal',
    ],
    ['an opened mattress, American', { hygienic: true, opened: true, residence: 'US' }, 5, 'refused none'],
    ['a mattress still packed, American', { hygienic: true, residence: 'US' }, 5, 'by-shop shop'],
    ['made for this customer: no withdrawal, no return', { madeToOrder: true }, 5, 'refused none'],
    ['made for this customer, but defective', { madeToOrder: true, reason: 'defective' }, 5, 'by-law guarantee'],
    ['a defect after a year', { reason: 'defective' }, 365, 'by-law guarantee'],
    ['a defect after two years and a month', { reason: 'defective' }, 765, 'review shop'],
    [
      'a defect in Spain after two years and a month',
      { reason: 'defective', residence: 'ES' },
      765,
      'by-law guarantee',
    ],
    ['a defect in Australia: a person judges', { reason: 'defective', residence: 'AU' }, 200, 'review guarantee'],
    ['damage told in time, American', { reason: 'damaged', residence: 'US' }, 1, 'by-shop shop'],
    ['damage told late is looked at, never refused', { reason: 'damaged', residence: 'US' }, 5, 'review shop'],
    ['a Briton on the fifteenth day has no right left', { residence: 'GB' }, 16, 'by-shop shop'],
    ['residence unknown: as in Europe', { residence: undefined, finalSale: true }, 5, 'by-law withdrawal'],
    ['a country the desk has no rule for: as in Europe', { residence: 'JP', finalSale: true }, 5, 'by-law withdrawal'],
    ['nothing left', { left: 0 }, 5, 'refused none'],
    ['delivery not told: the period has not begun', { deliveredAt: undefined }, 400, 'by-law withdrawal'],
  ];
  for (const [words, facts, after, expected] of cases) {
    it(`${words}: ${expected}`, () => {
      const { outcome, basis } = verdictOn({ ...plain, ...facts }, returnPolicy, day(after), noHolidays);
      expect(`${outcome} ${basis}`).toBe(expected);
    });
  }

  it('names the last day, and the law it rests on', () => {
    const { statutory } = verdictOn(plain, returnPolicy, day(1), noHolidays);
    expect(statutory.until).toBe(Date.UTC(2026, 5, 16) - 1);
    expect(statutory.law).toBe('Directive 2011/83/EU Art. 9');
    expect(statutory.codes).toEqual(['withdrawal-open']);
  });

  it('moves an end on a Sunday or a holiday to the next working day', () => {
    // Delivered on a Sunday: the fourteenth day is a Sunday, the Monday after a holiday here.
    const facts = { ...plain, deliveredAt: Date.UTC(2026, 4, 31, 9) };
    const isHoliday = (one: string): boolean => one === '2026-06-15';
    const ends = Date.UTC(2026, 5, 17) - 1;
    expect(verdictOn(facts, returnPolicy, ends + GRACE, isHoliday).statutory).toEqual(
      jasmine.objectContaining({ granted: true, until: ends }),
    );
    expect(verdictOn(facts, returnPolicy, ends + GRACE + 1, isHoliday).statutory.granted).toBeFalse();
  });

  it('says of goods that did not come why', () => {
    const { merchant } = verdictOn({ ...plain, left: 0, delivered: 0 }, returnPolicy, day(1), noHolidays);
    expect(merchant.codes[0]).toBe('not-delivered');
  });
});
