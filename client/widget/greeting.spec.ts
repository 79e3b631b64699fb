import { dismiss, fits, greetingFor, said } from './greeting.js';

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
    expect(greetingFor(rules, '/beds/low', 'en')?.text.en).toBe('Beds');
    expect(greetingFor(rules, '/', 'en')?.text.en).toBe('All');
    for (const broken of ['', '__GREETINGS__', '{', 'null', '{}', '[null]']) {
      expect(greetingFor(broken, '/', 'en')).toBeUndefined();
    }
  });

  it('of the desk is said once a visit, and never again in this browser once it was closed', () => {
    const rule = { id: 'a1', path: '*', text: { en: 'Hello' } };
    const next = () => greetingFor(JSON.stringify([rule]), '/', 'en')?.id;
    expect(next()).toBe('a1');
    said(rule);
    expect(next()).toBeUndefined();
    sessionStorage.clear();
    expect(next()).toBe('a1');
    dismiss(rule);
    sessionStorage.clear();
    expect(next()).toBeUndefined();
    localStorage.clear();
  });

  it('waits for the hours of its language, and leaves the page to the next rule', () => {
    const minute = Math.floor(Date.now() / 60_000);
    const rules = JSON.stringify([
      { id: 'a1', path: '*', open: { en: [[minute + 60, minute + 120]], de: [[minute - 60, minute + 60]] }, text: {} },
      { id: 'a2', path: '*', text: {} },
    ]);
    expect(greetingFor(rules, '/', 'en')?.id).toBe('a2');
    expect(greetingFor(rules, '/', 'de')?.id).toBe('a1');
    expect(greetingFor(rules, '/', 'fr')?.id).toBe('a2');
  });
});
