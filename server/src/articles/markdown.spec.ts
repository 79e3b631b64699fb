import { Markdown } from './markdown.js';

describe('Markdown of articles', () => {
  const { html } = { html: (text: string) => new Markdown().html(text) };

  it('becomes headings, lists, emphasis and links', () => {
    expect(html('## How\n\n1. **Pack** it')).toBe('<h2>How</h2>\n<ol>\n<li><strong>Pack</strong> it</li>\n</ol>\n');
    expect(html('[here](/help)')).toContain('<a href="/help">here</a>');
    expect(html('[there](https://example.com)')).toContain('rel="noopener noreferrer nofollow external"');
  });

  for (const evil of [
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '[x](javascript:alert(1))',
    '[x](JaVaScRiPt:alert(1))',
    '[x](data:text/html;base64,PHN2Zz4=)',
    '[x](//evil.example.com)',
    '![x](https://evil.example.com/pixel.png)',
    '<a href="javascript:alert(1)">x</a>',
    '[x](vbscript:x)',
    '<https://example.com/"onclick="alert(1)>',
  ]) {
    it(`lets nothing through: ${evil}`, () => {
      const made = html(evil);
      expect(made).not.toMatch(/<(script|img|svg|iframe)/i);
      expect(made).not.toMatch(/<[^>]*\son\w+=/i);
      expect(made).not.toMatch(/(href|src)="(javascript|data|vbscript|\/\/)/i);
    });
  }
});
