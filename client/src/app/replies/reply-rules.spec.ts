import type { Reply } from '@candour/shared/replies.js';
import { gapsOf, joined, offered, slashed } from './reply-rules';

const reply = (name: string, topic: Reply['topic'], en: string, de?: string): Reply => ({
  id: name,
  name,
  topic,
  shared: true,
  texts: { en, ...(de ? { de } : {}) },
  changedAt: 0,
});
const all = [
  reply('goodbye', undefined, 'Kind regards', 'Freundliche Grüße'),
  reply('late', 'delivery', 'I am sorry that it is late'),
  reply('order-late', 'orders', 'Your order'),
];

describe('Canned replies in the composer', () => {
  for (const [text, expected] of [
    ['/', ''],
    ['/La', 'la'],
    ['/order-late', 'order-late'],
    ['a/b', undefined],
    ['/two words', undefined],
    ['', undefined],
  ] as const) {
    it(`hears ${JSON.stringify(text)} as ${JSON.stringify(expected)}`, () => expect(slashed(text)).toBe(expected));
  }

  for (const [typed, expected] of [
    ['', ['late', 'goodbye', 'order-late']],
    ['late', ['late', 'order-late']],
    ['regards', ['goodbye']],
    ['grüße', []],
    ['nothing', []],
  ] as const) {
    it(`offers for "${typed}" what begins so, is named so, says so`, () => {
      expect(offered(all, typed, 'delivery', 'en').map(({ name }) => name)).toEqual([...expected]);
    });
  }

  it('finds words in the language of the conversation', () => {
    expect(offered(all, 'grüße', 'delivery', 'de').map(({ name }) => name)).toEqual(['goodbye']);
  });

  it('joins a reply only when every gap is filled', () => {
    const parts = [{ text: 'Dear ' }, { gap: 'customer.name', why: 'empty' as const }, { text: ', hello' }];
    expect(gapsOf([...parts, ...parts]).map(({ gap }) => gap)).toEqual(['customer.name']);
    expect(joined(parts, {})).toBeUndefined();
    expect(joined(parts, { 'customer.name': '  ' })).toBeUndefined();
    expect(joined(parts, { 'customer.name': 'Ottoline ' })).toBe('Dear Ottoline, hello');
  });
});
