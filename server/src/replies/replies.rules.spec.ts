import { ReplyText, type ReplyPart } from '@candour/shared/replies.js';
import type { Language } from '@candour/shared/words.js';
import { fillReply, fillText, textFor, type ReplyFacts } from './replies.rules.js';

const order: NonNullable<ReplyFacts['order']> = {
  number: 'KW-1042',
  title: 'Sofa "Linden"',
  total: { amount: 189_900, currency: 'EUR' },
  disclose: true,
  named: false,
};
const facts: ReplyFacts = { customerName: 'Konrad Eckbank', agentName: 'Ada', ticketNumber: 1207, order };
const without = (change: Partial<ReplyFacts>): ReplyFacts => ({ ...facts, ...change });
const hidden = { ...order, disclose: false };

describe('A canned reply', () => {
  for (const [why, text, language, given, expected] of [
    ['says its words', 'Hello.', 'en', facts, [{ text: 'Hello.' }]],
    [
      'names people and the ticket',
      '{{customer.name}}, {{agent.name}}, {{ticket.number}}',
      'en',
      facts,
      [{ text: 'Konrad Eckbank, Ada, #1207' }],
    ],
    ['takes spaces in the braces', 'Hi {{ agent.name }}!', 'en', facts, [{ text: 'Hi Ada!' }]],
    ['writes money as English does', '{{order.total}}', 'en', facts, [{ text: '€1,899.00' }]],
    ['writes money as German does', '{{order.total}}', 'de', facts, [{ text: '1.899,00\u00a0€' }]],
    ['writes money as French does', '{{order.total}}', 'fr', facts, [{ text: '1\u202f899,00\u00a0€' }]],
    ['writes money as Spanish does', '{{order.total}}', 'es', facts, [{ text: '1899,00\u00a0€' }]],
    [
      'leaves a gap where nothing is known',
      'Dear {{customer.name}},',
      'en',
      without({ customerName: undefined }),
      [{ text: 'Dear ' }, { gap: 'customer.name', why: 'empty' }, { text: ',' }],
    ],
    [
      'leaves a gap where there is no order',
      '{{order.number}}',
      'en',
      without({ order: undefined }),
      [{ gap: 'order.number', why: 'empty' }],
    ],
    [
      'tells nothing of an order that nobody proved to be theirs',
      '{{order.title}} {{order.total}}',
      'en',
      without({ order: hidden }),
      [{ gap: 'order.title', why: 'unverified' }, { text: ' ' }, { gap: 'order.total', why: 'unverified' }],
    ],
    [
      'repeats the number that they named',
      '{{order.number}}',
      'en',
      without({ order: { ...hidden, named: true } }),
      [{ text: 'KW-1042' }],
    ],
    [
      'does not tell the number otherwise',
      '{{order.number}}',
      'en',
      without({ order: hidden }),
      [{ gap: 'order.number', why: 'unverified' }],
    ],
    ['knows no other variable', '{{order.iban}}', 'en', facts, [{ gap: 'order.iban', why: 'unknown' }]],
    [
      'takes no value for a variable',
      '{{customer.name}}',
      'en',
      without({ customerName: '{{order.total}}' }),
      [{ text: '{{order.total}}' }],
    ],
    [
      'takes no variable from the language itself',
      '{{constructor}}',
      'en',
      facts,
      [{ gap: 'constructor', why: 'unknown' }],
    ],
  ] as const satisfies readonly (readonly [string, string, Language, ReplyFacts, readonly ReplyPart[]])[]) {
    it(why, () => {
      expect(fillText(text, language, given)).toEqual([...expected] as ReplyPart[]);
    });
  }

  for (const [why, texts, wished, expected] of [
    ['is said in the customer’s language', { en: 'e', de: 'd' }, 'de', 'de'],
    ['is said in English where it is not', { de: 'd', en: 'e', es: 's' }, 'fr', 'en'],
    ['is said in the first language there is, where it is not in English', { es: 's', de: 'd' }, 'fr', 'de'],
  ] as const) {
    it(why, () => {
      expect(textFor(texts, wished)?.language).toBe(expected);
    });
  }

  it('says in which language it is, and fills it as that language writes', () => {
    expect(fillReply({ en: '{{order.total}}' }, 'de', facts)).toEqual({
      language: 'en',
      parts: [{ text: '€1,899.00' }],
    });
  });
});

describe('Braces that never close', () => {
  it('are plain words, however long: with a pattern that tries every split of the spaces this would take days', () => {
    const text = `{{${' '.repeat(200_000)}x`;
    expect(fillText(text, 'en', facts)).toEqual([{ text }]);
    expect(ReplyText.safeParse(`{{${' '.repeat(3_000)}x`).success).toBeTrue();
  });
});
