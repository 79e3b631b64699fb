import * as fc from 'fast-check';
import { spot, type SpotLanguage } from './spot.rules.js';
import { READ_FIRST } from './words.rules.js';

const messages: readonly (readonly [language: SpotLanguage, text: string, sign: string | undefined])[] = [
  ['en', 'Please delete all my personal data.', 'deletion'],
  ['en', 'Please delete the second chair from my order', undefined],
  ['en', 'what do you guys actually know about me', 'access'],
  ['en', 'What do you have in blue?', undefined],
  ['en', "I'm 14", 'minor'],
  ['en', "I'm 14 days late with the return", undefined],
  ['en', 'I need a bunk bed for my 12-year-old', undefined],
  ['en', "please don't delete my account", undefined],
  ['de', 'loescht bitte alles was ihr von mir habt', 'deletion'],
  ['de', 'Können Sie mir das Datenblatt der Lampe schicken?', undefined],
  ['de', 'Ich widerrufe meinen Kaufvertrag', undefined],
  ['fr', "J'exerce mon droit d’accès", 'access'],
  ['fr', "Y a-t-il un accès à l'ascenseur ?", undefined],
  ['es', 'Denme de baja del boletín', 'opt-out'],
  ['es', 'Quiero desistir de la compra', undefined],
  ['en', 'Bitte schließen Sie mein Kundenkonto', 'account-closure'],
];

describe('a privacy request in a message', () => {
  for (const [language, text, sign] of messages) {
    it(`${language}: "${text}" is ${sign ?? 'none'}`, () => expect(spot(text, language)?.type).toBe(sign as undefined));
  }

  it('marks the words as they were written', () => {
    const text = 'Hello! Please DELETE my personal data, thanks';
    const marked = spot(text)!.spans.map(([start, end]) => text.slice(start, end));
    expect(marked).toEqual(['DELETE', 'my personal data']);
  });

  it('marks nothing outside the text, in order, without overlap', () => {
    const word = fc.constantFrom(
      'delete',
      'my',
      'data',
      "I'm",
      '14',
      'löschen',
      'meine',
      'Daten',
      '🪑',
      '.',
      'compte',
      'ﬃ',
    );
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.array(word).map((words) => words.join(' ')),
    );
    fc.assert(
      fc.property(text, (said) => {
        let behind = -1;
        for (const [start, end] of spot(said)?.spans ?? []) {
          expect(start).toBeGreaterThan(behind);
          expect(end).toBeGreaterThan(start);
          behind = end;
        }
        expect(behind).toBeLessThanOrEqual(said.length);
      }),
    );
  });

  it('reads a bounded piece of a long message', () => {
    expect(spot(`${'x '.repeat(READ_FIRST / 2)} delete my data`)).toBeUndefined();
  });
});
