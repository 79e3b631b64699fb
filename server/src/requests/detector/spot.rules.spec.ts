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

  it('reads where a message begins and where it ends, and nothing between', () => {
    const long = 'x '.repeat(READ_FIRST);
    expect(spot(`${long} delete my data ${long}`)).toBeUndefined();
    const text = `${long} delete my data`;
    const [start, end] = spot(text)!.spans[0]!;
    expect(text.slice(start, end)).toBe('delete');
  });

  describe('takes work that grows with the text at most, and no more than a bound', () => {
    const hostile: Readonly<Record<string, string>> = {
      'verbs and objects without end': 'delete my data ',
      'verbs alone': 'delete remove erase ',
      'objects alone': 'my data ',
      'beginnings of phrases': 'what you have my my your i am ',
      'words one letter away from many': 'informatoin adress recieve accuont ',
      'ages and units': "I'm 14 days 12 kg my son 9 ",
      'long words': `${'a'.repeat(40)}${'b'.repeat(40)} `,
      'four languages': 'löschen datos mes données please ',
      marks: '. , ! ? ',
    };
    const stepsOf = (text: string): number => {
      const work = { steps: 0 };
      spot(text, 'en', work);
      return work.steps;
    };
    for (const [why, unit] of Object.entries(hostile)) {
      it(why, () => {
        const half = stepsOf(unit.repeat(Math.floor(READ_FIRST / 2 / unit.length)));
        const whole = stepsOf(unit.repeat(Math.floor(READ_FIRST / unit.length)));
        expect(whole).toBeLessThanOrEqual(2.5 * half + 100);
        const most = stepsOf(unit.repeat(Math.ceil(10_000 / unit.length)));
        expect(most).toBeLessThanOrEqual(2 * whole + 100);
        expect(most).toBeLessThan(500_000);
      });
    }
  });
});
