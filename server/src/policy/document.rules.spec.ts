import { retentionClasses } from '@candour/shared/policy.js';
import { languages } from '@candour/shared/words.js';
import { clausesOf, publishedPeriods } from './document.rules.js';
import { startEvents } from './facts.rules.js';
import { kwoking } from './packs/kwoking/pack.js';

const numbered = (letter: string, count: number): string[] =>
  Array.from({ length: count }, (_, i) => `${letter}${i + 1}`);

describe('The published policy', () => {
  it('numbers every rule, category, purpose and conflict', () => {
    const ids = new Set(kwoking.clauses.map(({ id }) => id));
    for (const id of [...numbered('R', 54), ...numbered('C', 6), ...numbered('P', 7), ...numbered('X', 14)]) {
      expect(ids.has(id)).withContext(id).toBeTrue();
    }
    expect(ids.size).toBe(kwoking.clauses.length);
  });

  for (const language of languages) {
    it(`is whole in ${language}`, () => {
      const texts = kwoking.texts[language];
      expect(Object.keys(texts.clauses).sort()).toEqual(kwoking.clauses.map(({ id }) => id).sort());
      expect(Object.keys(texts.classes).sort()).toEqual([...retentionClasses].sort());
      expect(Object.keys(texts.starts).sort()).toEqual([...startEvents].sort());
      for (const { id, text } of clausesOf(kwoking, language, 'page')) {
        expect(text.length).withContext(id).toBeGreaterThan(20);
        expect(text.split(/[.!?] /).length)
          .withContext(`sentences of ${id}`)
          .toBeLessThan(4);
      }
    });
  }

  it('says other words in every language', () => {
    for (const { id } of kwoking.clauses) {
      const said = new Set(languages.map((language) => kwoking.texts[language].clauses[id]));
      expect(said.size).withContext(id).toBe(languages.length);
    }
  });

  it('names in every reason a clause that it publishes', () => {
    const ids = new Set(kwoking.clauses.map(({ id }) => id));
    for (const retentionClass of retentionClasses) {
      for (const { clause } of kwoking.periods[retentionClass].keeps) {
        expect(ids.has(clause)).withContext(`${retentionClass}: ${clause}`).toBeTrue();
      }
    }
  });

  const rows: readonly (readonly [language: 'en' | 'de', of: string, period: string, start: string])[] = [
    ['en', 'chat-unidentified', '6 months', 'the end of the matter'],
    ['en', 'conversation-order', '24 months (ES: 36 months)', 'the later of the end of the matter, delivery'],
    ['en', 'verification', '30 days or at once', 'its making; the decision'],
    ['en', 'disclosure', 'as long as the record it belongs to and then 24 months or 24 months', 'its making'],
    ['de', 'order-extras', '24 Monate', 'Lieferung'],
  ];
  for (const [language, of, period, start] of rows) {
    it(`tells the period of ${of} in ${language}`, () => {
      const row = publishedPeriods(kwoking, language).find(({ retentionClass }) => retentionClass === of);
      expect([row?.period, row?.start]).toEqual([period, start]);
    });
  }

  it('shows by country how long invoices stay, and that some periods are unverified', () => {
    const row = publishedPeriods(kwoking, 'en').find(({ retentionClass }) => retentionClass === 'bookkeeping');
    expect(row?.period).toContain('DE: 8 years from the end of the year');
    expect(row?.period).toContain('never automatically while');
    expect(row?.verified).toBeFalse();
  });
});
