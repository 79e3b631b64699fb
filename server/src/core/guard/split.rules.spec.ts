import fc from 'fast-check';
import { anyCard } from './cards.testing.js';
import { maskText } from './guard.rules.js';
import { inspectTail } from './split.rules.js';

describe('the guard on a card number split over messages', () => {
  const split = (...parts: string[]): string[] => inspectTail(parts).map((spans, i) => maskText(parts[i]!, spans).text);

  it('hides both halves the moment the second one comes', () => {
    expect(split('my card is 4111 1111', '1111 1111 thanks')).toEqual(['my card is •••••••••', '•••••1111 thanks']);
  });
  it('hides three parts, with words around', () => {
    expect(split('first 411111', 'then 11111', 'and last 11111')).toEqual([
      'first ••••••',
      'then •••••',
      'and last •1111',
    ]);
  });
  it('looks past a message without digits', () => {
    expect(split('41111111', 'wait', '11111111')).toEqual(['••••••••', 'wait', '••••1111']);
  });
  it('ignores a number of another matter before', () => {
    expect(split('order 1001', '41111111', '11111111')).toEqual(['order 1001', '••••••••', '••••1111']);
  });
  const labelled: readonly (readonly [why: string, parts: string[], masked: string[]])[] = [
    ['"2nd half"', ['first half 41111111', '2nd half 11111111'], ['first half ••••••••', '2nd half ••••1111']],
    ['"part 1:"', ['part 1: 41111111', 'part 2: 11111111'], ['part 1: ••••••••', 'part 2: ••••1111']],
    ['"1/2"', ['1/2 41111111', '2/2 11111111'], ['1/2 ••••••••', '2/2 ••••1111']],
    ['labels behind', ['41111111 (1/2)', '11111111 (2/2)'], ['•••••••• (1/2)', '••••1111 (2/2)']],
    ['short pieces', ['part 1: 411', 'part 2: 1111111111111'], ['part 1: •••', 'part 2: •••••••••1111']],
    ['three parts', ['1) 411111', '2) 11111', '3) 11111'], ['1) ••••••', '2) •••••', '3) •1111']],
    [
      'single digits',
      ['part 1: 4 1 1 1 1 1 1 1', 'part 2: 1 1 1 1 1 1 1 1'],
      ['part 1: •••••••••••••••', 'part 2: •••••••••••••••'],
    ],
    ['another number between', ['4111 1111', 'it is 3pm', '1111 1111'], ['•••••••••', 'it is 3pm', '•••••1111']],
    [
      'other numbers around',
      ['order 1001 of 12 May: 41111111 for 2 chairs', 'at 3pm then 11111111, valid 12/27'],
      ['order 1001 of 12 May: •••••••• for 2 chairs', 'at 3pm then ••••1111, valid 12/27'],
    ],
  ];
  for (const [why, parts, masked] of labelled) it(`looks past ${why}`, () => expect(split(...parts)).toEqual(masked));
  it('reads a wall of digits in bounded steps', () => {
    const wall = '4 '.repeat(5000);
    expect(inspectTail([wall, '4321 '.repeat(2000), wall]).length).toBe(3);
  });
  it('leaves parts that make no card number', () => {
    expect(split('order 1001', 'placed 12 May', 'call +49 170 1234567').join('|')).toBe(
      'order 1001|placed 12 May|call +49 170 1234567',
    );
  });
  it('leaves a number that stands whole in one part to inspect', () => {
    expect(split('hello 12', '4111111111111111')).toEqual(['hello 12', '4111111111111111']);
  });
  it('finds any number cut at any two places', () => {
    fc.assert(
      fc.property(anyCard, fc.nat(), fc.nat(), (card, a, b) => {
        const cuts = [1 + (a % (card.length - 1)), 1 + (b % (card.length - 1))].sort((x, y) => x - y);
        const parts = [card.slice(0, cuts[0]), card.slice(cuts[0], cuts[1]), card.slice(cuts[1])];
        return inspectTail(parts).every(
          (spans, i) => parts[i] === '' || (spans[0]?.start === 0 && spans[0].end === parts[i]!.length),
        );
      }),
    );
  });
});
