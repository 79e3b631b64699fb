import { fits, greetingFor } from './greeting.js';

describe('A greeting by page', () => {
  for (const [path, page, expected] of [
    ['/sofas', '/sofas', true],
    ['/sofas', '/sofas/oslo', false],
    ['/sofas/*', '/sofas/oslo', true],
    ['/sofas/*', '/beds/oslo', false],
    ['*/oslo', '/sofas/oslo', true],
    ['/*/oslo/*', '/sofas/oslo/grey', true],
    ['/*/oslo/*', '/sofas/lima/grey', false],
    ['/ab*ba', '/aba', false],
    ['*', '/', true],
  ] as const) {
    it(`"${path}" ${expected ? 'fits' : 'does not fit'} ${page}`, () => expect(fits(path, page)).toBe(expected));
  }

  it('is the first that fits; what cannot be read is none', () => {
    const rules = JSON.stringify([
      { path: '/beds/*', text: { en: 'Beds' } },
      { path: '*', text: { en: 'All' } },
    ]);
    expect(greetingFor(rules, '/beds/low')?.text.en).toBe('Beds');
    expect(greetingFor(rules, '/')?.text.en).toBe('All');
    for (const broken of [undefined, '', '{', 'null', '{}', '[null]']) {
      expect(greetingFor(broken, '/')).toBeUndefined();
    }
  });
});
