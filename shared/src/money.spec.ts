import { Money, formatMoney } from './money.js';

describe('Money', () => {
  const refused: readonly [string, unknown][] = [
    ['half a cent', { amount: 0.5, currency: 'EUR' }],
    ['more than can be counted exactly', { amount: 2 ** 53, currency: 'EUR' }],
    ['an amount as text', { amount: '100', currency: 'EUR' }],
    ['a currency the shop does not sell in', { amount: 100, currency: 'CHF' }],
    ['a field nobody asked for', { amount: 100, currency: 'EUR', rate: 1 }],
  ];
  for (const [words, value] of refused) {
    it(`refuses ${words}`, () => expect(Money.safeParse(value).success).toBeFalse());
  }

  const written: readonly [number, Money['currency'], string, string][] = [
    [189_900, 'EUR', 'de', '1.899,00 €'],
    [189_900, 'EUR', 'fr', '1 899,00 €'],
    [-5, 'USD', 'en-US', '-$0.05'],
    [100, 'GBP', 'en-GB', '£1.00'],
  ];
  for (const [amount, currency, locale, text] of written) {
    it(`writes ${amount} ${currency} in ${locale} as ${text}`, () => {
      expect(formatMoney({ amount, currency }, locale).replace(/\s/gu, ' ')).toBe(text);
    });
  }
});
