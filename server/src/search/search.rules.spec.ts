import { excerptOf, marksIn, termsOf, wordsOf } from './search.rules.js';

describe('What is searched for', () => {
  const cases: [asked: string, means: string[]][] = [
    ['sofa', ['sofa']],
    ['Grüne  SOFAS', ['grune', 'sofas']],
    ['"green sofa" late', ['green sofa', 'late']],
    ['"green sofa', ['green sofa']],
    ['deli*', ['deli*']],
    ['foot-stool', ['foot stool']],
    ['sofa AND (', ['sofa', 'and']],
    ['„grüne Straße“', ['grune strasse']],
    ['NEAR(a b, 2) ^x -y c:d', ['near a', 'b', '2', 'x', 'y', 'c d']],
    ['*** "" \' ; --', []],
    ['', []],
  ];
  for (const [asked, means] of cases) {
    it(`reads ${JSON.stringify(asked)}`, () => {
      expect(termsOf(asked).map(({ words, prefix }) => words.join(' ') + (prefix ? '*' : ''))).toEqual(means);
    });
  }
});

describe('A word', () => {
  // With one letter that is to be folded behind it a text goes the long way.
  for (const text of ['Foo_bar 12-x', 'KW1a2bX,', `${'long'.repeat(20)} tail`, '  ', 'tab\there', "I'd [like] ~it~"]) {
    it(`is the same the quick way: ${JSON.stringify(text.slice(0, 20))}`, () => {
      expect(wordsOf(text)).toEqual(wordsOf(`${text} é`).slice(0, -1));
    });
  }
});

describe('What is marked', () => {
  const marked = (text: string, query: string): string[] | undefined =>
    marksIn(text, termsOf(query))?.map(({ start, end }) => text.slice(start, end));

  it('stands where it was written, accents and case aside', () => {
    expect(marked('Das GRÜNE Sofa, das grune.', 'grüne')).toEqual(['GRÜNE', 'grune']);
    expect(marked('the green sofa is a green chair', '"green sofa"')).toEqual(['green sofa']);
    expect(marked('delivered, delivery, deli', 'deliv*')).toEqual(['delivered', 'delivery']);
  });
  it('does not overlap, and is nothing where a term is missing', () => {
    expect(marked('green sofa', 'sofa "green sofa" green')).toEqual(['green sofa']);
    expect(marked('green sofa', 'green chair')).toBeUndefined();
  });
  it('names a word of composed and of single signs alike', () => {
    expect(wordsOf('Cafe\u0301 caf\u00e9').map(({ word }) => word)).toEqual(['cafe', 'cafe']);
  });
  it('is shown with what stands around it, cut between words', () => {
    const text = `${'before it '.repeat(50)}needle ${'behind it '.repeat(50)}`;
    const excerpt = excerptOf(text, marksIn(text, termsOf('needle'))!);
    expect(excerpt.text.length).toBeLessThanOrEqual(240);
    expect(excerpt.marks.map(({ start, end }) => excerpt.text.slice(start, end))).toEqual(['needle']);
    expect([excerpt.cutBefore, excerpt.cutAfter]).toEqual([true, true]);
    expect(excerpt.text).toMatch(/^(before|it) .* (behind|it)$/);
  });
  it('is shown whole where it is short', () => {
    expect(excerptOf('My sofa.', [{ start: 3, end: 7 }])).toEqual({
      text: 'My sofa.',
      marks: [{ start: 3, end: 7 }],
      cutBefore: false,
      cutAfter: false,
    });
  });
});
