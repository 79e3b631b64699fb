import { withLinks } from './message-text-rules';
import { stretches } from './time-line-rules';

describe('The words of a message', () => {
  const own = ['https://shop.example.com'];
  const cut = (text: string, masks?: Parameters<typeof stretches>[1]) =>
    withLinks(stretches(text, masks), own).map(({ text: words, link, mask }) => [words, link?.external ?? mask ?? '']);

  it('are cut at their links, and what leads elsewhere is known', () => {
    expect(cut('See https://shop.example.com/a and http://a.example.org.')).toEqual([
      ['See ', ''],
      ['https://shop.example.com/a', false],
      [' and ', ''],
      ['http://a.example.org', true],
      ['.', ''],
    ]);
    expect(cut('Nothing.')).toEqual([['Nothing.', '']]);
  });

  it('hold no link where they are masked', () => {
    const text = 'https://a.example.org/1';
    expect(cut(text, [{ start: 0, end: text.length, type: 'password' }])).toEqual([[text, 'password']]);
  });
});
