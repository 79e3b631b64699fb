import { canonicalJson } from './canonical-json.js';

describe('canonical JSON (RFC 8785)', () => {
  const cases: readonly (readonly [words: string, value: unknown, expected: string])[] = [
    ['sorts keys by code units', { b: 1, a: 2, A: 3 }, '{"A":3,"a":2,"b":1}'],
    // RFC 8785, 3.2.3: the property order of its own example.
    [
      'sorts keys beyond ASCII by UTF-16',
      { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\ud83d\ude00': 5, '\u0080': 6, '\u00f6': 7 },
      '{"\\r":2,"1":4,"\u0080":6,"\u00f6":7,"\u20ac":1,"\ud83d\ude00":5,"\ufb33":3}',
    ],
    // RFC 8785, 3.2.2: numbers and literals of its own example.
    [
      'writes numbers as ECMAScript does',
      { numbers: [333333333.33333329, 1e30, 4.5, 2e-3, 1e-27, -0] },
      '{"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27,0]}',
    ],
    ['writes literals', { literals: [null, true, false] }, '{"literals":[null,true,false]}'],
    ['escapes what must be and nothing else', 'a\u000f\n"\\/\u20ac', '"a\\u000f\\n\\"\\\\/\u20ac"'],
    ['leaves absent fields out', { a: undefined, b: 1 }, '{"b":1}'],
    ['keeps the order of lists', [[3, 1], []], '[[3,1],[]]'],
  ];
  for (const [words, value, expected] of cases) {
    it(words, () => expect(canonicalJson(value)).toBe(expected));
  }

  const bad: Record<string, unknown> = {
    'a number that is none': Number.NaN,
    'an infinite number': Infinity,
    'an absent value': undefined,
    'a function': () => 1,
    'a date': new Date(0),
    bytes: Buffer.of(1),
    'half a surrogate pair': '\ud800',
    'a big integer': 1n,
  };
  for (const [words, value] of Object.entries(bad)) {
    it(`has no form of ${words}`, () => expect(() => canonicalJson(value)).toThrowError(TypeError));
  }
});
