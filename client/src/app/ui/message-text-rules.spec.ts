import { stretches, withLinks } from './message-text-rules';

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

describe('The stretches of a text', () => {
  it('are the text itself without a mask', () => {
    expect(stretches('no secret')).toEqual([{ text: 'no secret' }]);
  });

  it('are cut at each mask, in their order', () => {
    const masks = [
      { start: 10, end: 14, type: 'cvv' as const },
      { start: 3, end: 7, type: 'card' as const },
    ];
    expect(stretches('my ████ is ███', masks).map((part) => part.mask ?? part.text)).toEqual([
      'my ',
      'card',
      ' is',
      'cvv',
    ]);
  });

  it('show four blocks and what was left standing, whatever stands in the text', () => {
    const masks = [{ start: 0, end: 19, type: 'card' as const }];
    expect(stretches('•••• •••• •••• 1111', masks)[0]?.text).toBe('████ 1111');
    expect(stretches('███████████████1111', masks)[0]?.text).toBe('████ 1111');
  });

  it('ignore a mask that lies within another', () => {
    const masks = [
      { start: 0, end: 4, type: 'card' as const },
      { start: 2, end: 3, type: 'cvv' as const },
    ];
    expect(stretches('████', masks)).toEqual([{ text: '████', mask: 'card' }]);
  });
});
