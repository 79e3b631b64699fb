import fc from 'fast-check';
import { instantOf, minorUnits } from './fields.rules.js';

describe('money in decimal text', () => {
  const cases: readonly (readonly [text: string, minor: ReturnType<typeof minorUnits>])[] = [
    ['19.99', 1999],
    ['0.00', 0],
    ['-0.00', 0],
    ['19', 1900],
    ['19.9', 1990],
    ['19.990000', 1999],
    ['-20.00', -2000],
    ['1.10', 110],
    ['8.29', 829],
    ['999999999.99', 99_999_999_999],
    ['19.999', 'money-too-precise'],
    ['1,899.00', 'money-not-decimal'],
    ['1.899,00', 'money-not-decimal'],
    ['19.', 'money-not-decimal'],
    ['.99', 'money-not-decimal'],
    ['1e3', 'money-not-decimal'],
    ['', 'money-not-decimal'],
    [' 19.99', 'money-not-decimal'],
    ['9999999999.99', 'money-too-large'],
  ];
  for (const [text, minor] of cases) it(`"${text}" is ${minor}`, () => expect(minorUnits(text)).toBe(minor));

  it('is exact for every amount with two decimals', () => {
    fc.assert(
      fc.property(fc.integer({ min: -99_999_999, max: 99_999_999 }), (minor) => {
        const whole = Math.trunc(Math.abs(minor) / 100);
        const cents = String(Math.abs(minor) % 100).padStart(2, '0');
        return minorUnits(`${minor < 0 ? '-' : ''}${whole}.${cents}`) === minor;
      }),
    );
  });
});

describe('an instant', () => {
  const cases: readonly (readonly [text: string, at: string | undefined])[] = [
    ['2026-05-02T09:30:00-04:00', '2026-05-02T13:30:00.000Z'],
    ['2026-05-02T09:30:00Z', '2026-05-02T09:30:00.000Z'],
    ['2026-05-02T09:30:00', '2026-05-02T09:30:00.000Z'],
    ['2026-05-02 09:30:00+0200', '2026-05-02T07:30:00.000Z'],
    ['2026-05-02T09:30:00.123456Z', '2026-05-02T09:30:00.000Z'],
    ['2026-02-30T00:00:00Z', undefined],
    ['2026-13-01T00:00:00Z', undefined],
    ['2026-05-02T25:00:00Z', undefined],
    ['0001-01-01T00:00:00Z', undefined],
    ['02.05.2026', undefined],
    ['2026-05-02', undefined],
    ['', undefined],
  ];
  for (const [text, at] of cases) {
    it(`"${text}" is ${at ?? 'none'}`, () => {
      const instant = instantOf(text);
      expect(instant === undefined ? undefined : new Date(instant).toISOString()).toBe(at);
    });
  }
});
