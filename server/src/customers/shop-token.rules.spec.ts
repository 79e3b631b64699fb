import type { RefusalCode } from '@candour/shared/errors.js';
import { readToken, refusalOf, type ShopClaims } from './shop-token.rules.js';

const NOW = Date.UTC(2026, 0, 15, 12);
const at = (seconds: number): number => NOW / 1000 + seconds;
const claims = (changes: Partial<ShopClaims> = {}): ShopClaims => ({
  sub: 'customer-1',
  email: 'ottoline@example.com',
  name: 'Ottoline Sofabed',
  aud: 'candour',
  iat: at(0),
  exp: at(300),
  jti: '0123456789abcdef',
  ...changes,
});
const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const token = (header: unknown, payload: unknown): string => `${part(header)}.${part(payload)}.c2lnbmF0dXJl`;

describe('A token of the shop', () => {
  const cases: readonly [string, ShopClaims, RefusalCode | undefined][] = [
    ['made just now is believed', claims(), undefined],
    ['may name several audiences', claims({ aud: ['shop', 'candour'] }), undefined],
    ['meant for somebody else is not', claims({ aud: 'another-desk' }), 'token-invalid'],
    ['meant for nobody is not', claims({ aud: [] }), 'token-invalid'],
    ['that has ended is expired', claims({ iat: at(-400), exp: at(-100) }), 'token-expired'],
    ['may have ended by a clock 30 s behind', claims({ iat: at(-300), exp: at(-29) }), undefined],
    ['but not by more', claims({ iat: at(-300), exp: at(-30) }), 'token-expired'],
    ['from a clock 30 s ahead is believed', claims({ iat: at(30), exp: at(330) }), undefined],
    ['from the future is not', claims({ iat: at(31), exp: at(331) }), 'token-invalid'],
    ['may live ten minutes', claims({ exp: at(600) }), undefined],
    ['and no longer', claims({ exp: at(601) }), 'token-invalid'],
    ['that ends before it begins is nonsense', claims({ exp: at(0) }), 'token-invalid'],
  ];
  for (const [words, said, refusal] of cases) it(words, () => expect(refusalOf(said, NOW)).toBe(refusal));
});

describe('Reading a token', () => {
  const good = { alg: 'HS256', typ: 'JWT' };

  it('gives the claims and the part that is signed', () => {
    const text = token(good, { ...claims(), extra: 'ignored' });
    expect(readToken(text)).toEqual({
      signed: text.slice(0, text.lastIndexOf('.')),
      signature: 'c2lnbmF0dXJl',
      claims: claims(),
    });
  });

  const wrong: readonly [string, string][] = [
    ['no token', 'hello'],
    ['without a signature', token(good, claims()).replace(/[^.]+$/, '')],
    ['with a fourth part', `${token(good, claims())}.x`],
    ['unsigned by its own word', token({ alg: 'none' }, claims())],
    ['signed in another way', token({ alg: 'RS256', typ: 'JWT' }, claims())],
    ['no JSON', `${part(good)}.${Buffer.from('{').toString('base64url')}.x`],
    ['without an address', token(good, { ...claims(), email: undefined })],
    ['with an address that is none', token(good, { ...claims(), email: 'ottoline' })],
    ['with a number that everybody guesses', token(good, { ...claims(), jti: '1' })],
    ['with an instant in words', token(good, { ...claims(), exp: 'tomorrow' })],
  ];
  for (const [words, text] of wrong) it(`refuses one ${words}`, () => expect(readToken(text)).toBeUndefined());
});
