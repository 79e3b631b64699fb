import { articleOf, slugOf } from './article-rules';

describe('An article that is written', () => {
  for (const [title, slug] of [
    ['Where is my order?', 'where-is-my-order'],
    ['Größe & Maß', 'grosse-mass'],
    ['¿Dónde está?', 'donde-esta'],
    ['--', ''],
    ['x'.repeat(120), 'x'.repeat(100)],
  ] as const) {
    it(`gets the address "${slug.slice(0, 20)}"`, () => expect(slugOf(title)).toBe(slug));
  }

  it('has fields in each language', () => {
    expect(articleOf(undefined).texts.fr).toEqual({ language: 'fr', slug: '', title: '', summary: '', body: '' });
  });
});
