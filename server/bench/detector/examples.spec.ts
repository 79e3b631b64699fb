import { devExamples, labels, languages, lockedExamples, lockedHash } from './examples.js';

describe('the locked examples of the request detector', () => {
  it('are the ones that were locked', () => {
    expect(lockedHash()).toBe('c3a0beed9b5ef40aa5b42567e41b6602169e5e5c01c83519e3e02676eeba4453');
  });

  for (const language of languages) {
    it(`are 300 messages of 40 templates a side, with every label, in ${language}`, () => {
      const examples = lockedExamples(language);
      for (const side of [examples.filter(({ label }) => label), examples.filter(({ label }) => !label)]) {
        expect(side.length >= 300).toBeTrue();
        expect(new Set(side.map(({ template }) => template)).size >= 40).toBeTrue();
      }
      expect(new Set(examples.flatMap(({ label }) => label ?? [])).size).toBe(labels.length);
    });

    it(`are no messages that the rules were tuned on, in ${language}`, () => {
      const seen = new Set(devExamples(language).map(({ text }) => text));
      expect(lockedExamples(language).filter(({ text }) => seen.has(text)).length).toBeLessThan(10);
    });
  }
});
