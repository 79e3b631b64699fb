import { shownOf, valueOf, type FilledField } from './ticket-field-rules';

const labels = { en: 'x', de: 'x', fr: 'x', es: 'x' };
const field = (kind: FilledField['kind'], more: Partial<FilledField> = {}): FilledField => ({
  ...{ id: 'f', topic: 'orders', kind, labels, choices: [] },
  ...more,
});
const choice = field('choice', { choices: [{ id: 'oak', labels }] });

describe('What is written into a field of a ticket', () => {
  for (const [words, of, written, kept] of [
    ['a text, without the spaces around it', field('text'), '  left door ', 'left door'],
    ['nothing, which takes it away', field('text'), '   ', null],
    ['too long a text', field('text'), 'x'.repeat(301), undefined],
    ['a number', field('number'), '12.5', 12.5],
    ['a number with a comma', field('number'), '12,5', 12.5],
    ['no number', field('number'), 'twelve', undefined],
    ['a day', field('date'), '2026-12-24', '2026-12-24'],
    ['a day that no month has', field('date'), '2026-02-30', undefined],
    ['one of the choices', choice, 'oak', 'oak'],
    ['no choice of this field', choice, 'pine', undefined],
  ] as const) {
    it(`${words}: ${String(kept)}`, () => expect(valueOf(of, written)).toBe(kept));
  }

  it('shows what stands there, and zero is something', () => {
    expect([shownOf(field('number', { value: 0 })), shownOf(field('text'))]).toEqual(['0', '']);
  });
});
