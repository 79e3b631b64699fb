import { DAY, HOUR, MINUTE } from '@candour/shared/instant.js';
import { formatMoney } from '@candour/shared/money.js';
import { relative } from './dates';

const noon = new Date(2026, 4, 11, 12).getTime();

/** Languages differ in which of the spaces that do not break they use. */
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

describe('A relative date', () => {
  const cases: [number, string, string, string][] = [
    [0, 'en-GB', 'now', 'this moment'],
    [-3 * MINUTE, 'en-GB', '3 min ago', 'minutes'],
    [-3 * MINUTE, 'de-DE', 'vor 3 Min.', 'minutes in German'],
    [-5 * HOUR, 'fr-FR', 'il y a 5 h', 'hours in French'],
    [-DAY, 'es-ES', 'ayer', 'yesterday in Spanish'],
    [-DAY, 'de-DE', 'gestern', 'yesterday in German'],
    [DAY, 'en-GB', 'tomorrow', 'tomorrow'],
    [90 * DAY, 'en-GB', 'in 2 months', 'whole months only'],
    [-800 * DAY, 'fr-FR', 'il y a 2 ans', 'years in French'],
  ];
  for (const [offset, locale, said, why] of cases) {
    it(`says "${said}": ${why}`, () => expect(plain(relative(noon + offset, noon, locale))).toBe(said));
  }
});

describe('Money', () => {
  const cases: [string, string][] = [
    ['en-GB', '€1,899.00'],
    ['de-DE', '1.899,00 €'],
    ['fr-FR', '1 899,00 €'],
    ['es-ES', '1.899,00 €'],
  ];
  for (const [locale, said] of cases) {
    it(`is written ${said} in ${locale}`, () => {
      const written = plain(formatMoney({ amount: 189_900, currency: 'EUR' }, locale));
      // Spanish groups four digits from ten thousand on, depending on the data of the browser.
      expect([said, said.replace('1.899', '1899')]).toContain(written);
    });
  }
});
