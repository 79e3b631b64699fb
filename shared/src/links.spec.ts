import { linksIn } from './links.js';

describe('The links of a text', () => {
  const own = ['https://shop.example.com'];
  const cases: readonly (readonly [
    text: string,
    found: readonly (readonly [shown: string, host: string, external: boolean])[],
  ])[] = [
    ['Nothing here, not even example.com or mailto:a@example.com.', []],
    ['See https://shop.example.com/sofa.', [['https://shop.example.com/sofa', 'shop.example.com', false]]],
    ['(https://shop.example.com/a_(b))', [['https://shop.example.com/a_(b)', 'shop.example.com', false]]],
    ['http://shop.example.com', [['http://shop.example.com', 'shop.example.com', true]]],
    ['https://shop.example.com:8443/x', [['https://shop.example.com:8443/x', 'shop.example.com:8443', true]]],
    [
      'https://shop.example.com.evil.example.org!',
      [['https://shop.example.com.evil.example.org', 'shop.example.com.evil.example.org', true]],
    ],
    // Cyrillic letters that look like Latin ones.
    ['https://ѕhop.example.com', [['https://ѕhop.example.com', 'xn--hop-ehd.example.com', true]]],
    ['https://shop.example.com@evil.example.org/', []],
    ['javascript:alert(1) data:text/html,x', []],
    ['https://', []],
    [
      'Two: https://a.example.org, https://b.example.org?x=1&y=2',
      [
        ['https://a.example.org', 'a.example.org', true],
        ['https://b.example.org?x=1&y=2', 'b.example.org', true],
      ],
    ],
    ['https://shop.example.com/<script>', [['https://shop.example.com/', 'shop.example.com', false]]],
  ];
  for (const [text, found] of cases) {
    it(`are found in ${JSON.stringify(text)}`, () => {
      expect(
        linksIn(text, own).map(({ start, end, host, external }) => [text.slice(start, end), host, external]),
      ).toEqual(found.map((one) => [...one]));
    });
  }

  it('are found in a hostile text without waiting', () => {
    expect(linksIn(`https://a.example.org/${'.)'.repeat(4000)}`, own).length).toBe(1);
    expect(linksIn('https://'.repeat(1200), own).length).toBeLessThan(2);
  });
});
