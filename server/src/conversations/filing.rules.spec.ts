import { FileTicket, reasons, TAGS_MAX, Tag } from '@candour/shared/tickets.js';
import { fileTicket, type Filed } from './filing.rules.js';

const filed = (part: Partial<Filed> = {}): Filed => ({
  priority: 'normal',
  topic: 'orders',
  reason: null,
  tags: [],
  ...part,
});
const many = Array.from({ length: TAGS_MAX }, (_, i) => `tag ${i}`);

describe('What a ticket says of itself', () => {
  const cases: [string, Filed, FileTicket, Partial<Filed>, string[]][] = [
    ['takes a priority', filed(), { priority: 'urgent' }, { priority: 'urgent' }, ['prioritised']],
    ['says nothing twice', filed({ priority: 'high' }), { priority: 'high' }, {}, []],
    ['takes a reason of its topic', filed(), { reason: 'cancel' }, { reason: 'cancel' }, ['reason-changed']],
    ['lets its reason go', filed({ reason: 'cancel' }), { reason: null }, { reason: null }, ['reason-changed']],
    [
      'loses its reason with its topic',
      filed({ reason: 'cancel' }),
      { topic: 'delivery' },
      { topic: 'delivery', reason: null },
      ['topic-changed'],
    ],
    [
      'takes topic and reason at once',
      filed({ reason: 'cancel' }),
      { topic: 'delivery', reason: 'late' },
      { topic: 'delivery', reason: 'late' },
      ['topic-changed', 'reason-changed'],
    ],
    ['keeps its reason with the same topic', filed({ reason: 'cancel' }), { topic: 'orders' }, {}, []],
    ['takes tags in order', filed({ tags: ['m'] }), { addTags: ['z', 'a'] }, { tags: ['a', 'm', 'z'] }, ['tagged']],
    ['knows a tag it has', filed({ tags: ['a'] }), { addTags: ['a'] }, {}, []],
    ['lets a tag go', filed({ tags: ['a', 'b'] }), { removeTags: ['a', 'c'] }, { tags: ['b'] }, ['tagged']],
    ['may swap a tag when full', filed({ tags: many }), { addTags: ['z'], removeTags: many.slice(1) }, {}, ['tagged']],
  ];
  for (const [words, before, ask, change, codes] of cases) {
    it(words, () => {
      const { after, facts } = fileTicket(before, ask);
      expect(facts.map(({ code }) => code)).toEqual(codes as never);
      if (words !== 'may swap a tag when full') expect({ ...before, ...change }).toEqual(after);
    });
  }

  it('names no tag on the time line', () => {
    const { facts } = fileTicket(filed({ tags: ['old'] }), { addTags: ['new', 'more'], removeTags: ['old'] });
    expect(facts).toEqual([{ code: 'tagged', params: { added: 2, removed: 1 } }]);
  });

  it('refuses a reason of another topic and too many tags', () => {
    expect(() => fileTicket(filed(), { reason: 'late' })).toThrowMatching((e: Error) => e.message === 'reason-unfit');
    expect(() => fileTicket(filed({ tags: many }), { addTags: ['one more'] })).toThrowMatching(
      (e: Error) => e.message === 'too-many-tags',
    );
  });

  it('has every reason in one topic alone', () => {
    const all = Object.values(reasons).flat();
    expect(new Set(all).size).toBe(all.length);
  });
});

describe('A tag', () => {
  const cases: [string, string | undefined][] = [
    ['VIP', 'vip'],
    ['  late   delivery ', 'late delivery'],
    ['Größe-40', 'größe-40'],
    ['q4 2026', undefined],
    ['2026', '2026'],
    ['anna@example.com', undefined],
    ['+49 151', undefined],
    ['4111111111111111', undefined],
    ['x'.repeat(31), undefined],
    ['-', undefined],
    ['', undefined],
  ];
  for (const [text, tag] of cases) {
    it(`${JSON.stringify(text)} is ${tag ?? 'refused'}`, () => expect(Tag.safeParse(text).data).toBe(tag));
  }
});
