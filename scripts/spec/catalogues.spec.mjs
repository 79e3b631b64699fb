import { differences, unknownKeys, unreadWords, unusedKeys } from '../checks/catalogues.mjs';

const four = (changes = {}) => ({
  en: { greeting: 'Hello {{ name }}', list: { empty: 'Nothing' } },
  de: { greeting: 'Hallo {{ name }}', list: { empty: 'Nichts' } },
  fr: { greeting: 'Bonjour {{ name }}', list: { empty: 'Rien' } },
  es: { greeting: 'Hola {{ name }}', list: { empty: 'Nada' } },
  ...changes,
});

describe('The catalogue check', () => {
  it('finds nothing wrong with four equal catalogues', () => expect(differences(four())).toEqual([]));

  const wrong = [
    ['a language is missing', { es: undefined }, /es: no catalogue/],
    ['a language too many', { it: four().en }, /it: not one of the four/],
    ['a key is missing', { fr: { greeting: 'Bonjour {{ name }}', list: {} } }, /fr: "list.empty" is missing/],
    ['a key is only in a translation', { de: { ...four().de, more: 'Mehr' } }, /en: "more" is missing/],
    ['a sentence is empty', { de: { ...four().de, list: { empty: ' ' } } }, /de: "list.empty" is empty/],
    [
      'a placeholder differs',
      { de: { ...four().de, greeting: 'Hallo {{ nome }}' } },
      /de: "greeting" has the placeholders/,
    ],
  ];
  for (const [words, change, line] of wrong) {
    it(`finds that ${words}`, () => {
      const catalogues = Object.fromEntries(Object.entries(four(change)).filter(([, tree]) => tree));
      expect(differences(catalogues).join('\n')).toMatch(line);
    });
  }

  it('finds a sentence left in English', () => {
    const same = { note: 'We keep this until tomorrow' };
    expect(differences({ en: same, de: same, fr: { note: 'a' }, es: { note: 'b' } })).toEqual([
      'de: "note" is the English sentence',
    ]);
  });

  it('finds keys that nothing uses, and knows counts, groups and computed ends', () => {
    const catalogue = { a: 'A', b: { one: '1', other: '2' }, topic: { x: 'X' }, problem: { y: 'Y' }, dead: 'D' };
    const source = "t('a'); count('b', 2); of('topic', code); t(`problem.${code}`)";
    expect(unusedKeys(catalogue, source)).toEqual(['dead']);
  });

  it('finds keys that are asked for and not there', () => {
    expect(unknownKeys({ a: 'A' }, "t('a') + t('z.y') + count('n', 1)")).toEqual(['z.y', 'n']);
  });

  it('finds words of the widget that nothing reads', () => {
    expect(unreadWords({ close: 'Close', dead: 'D' }, 'button.title = words.close;')).toEqual(['dead']);
  });
});
