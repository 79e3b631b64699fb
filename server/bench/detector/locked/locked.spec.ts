import { readFileSync } from 'node:fs';
import { expand, templateFile } from './expand.js';
import { labels, languages, lockedExamples, lockedFile, lockedHash } from './locked.js';

describe('the locked examples of the request detector', () => {
  it('are the ones that were locked', () => {
    expect(lockedHash()).toBe('087d36bdd31e8ef7dabb87912755388d60a9083fba747a536c3118b20ac4cfbc');
  });

  for (const language of languages)
    describe(language, () => {
      const examples = lockedExamples(language);
      const sides = [
        examples.filter((example) => example.label !== null),
        examples.filter((example) => example.label === null),
      ];

      it('has 300 messages and 40 templates a side', () => {
        for (const side of sides) {
          expect(side.length).toBeGreaterThanOrEqual(300);
          expect(new Set(side.map((example) => example.template)).size).toBeGreaterThanOrEqual(40);
        }
      });

      it('says no message twice, has every label, and no hole left open', () => {
        const texts = examples.map((example) => example.text);
        expect(new Set(texts).size).toBe(texts.length);
        expect(new Set(sides[0]!.map((example) => example.label))).toEqual(new Set(labels));
        expect(texts.filter((text) => /[[\]{}|]/.test(text))).toEqual([]);
      });

      it('comes from its templates', () => {
        const templates = templateFile.parse(
          JSON.parse(readFileSync(lockedFile(`templates/${language}.json`), 'utf8')),
        );
        expect(expand(templates, language)).toEqual(examples);
      });
    });
});
