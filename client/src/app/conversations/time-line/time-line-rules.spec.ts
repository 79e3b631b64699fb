import type { Entry } from '@candour/shared/conversations.js';
import { newId } from '@candour/shared/ids.js';
import { linesOf, stretches } from './time-line-rules';

const noon = new Date(2026, 4, 11, 12).getTime();
const entry = (
  seq: number,
  kind: Entry['kind'],
  at = noon + seq * 1000,
  by: Entry['by'] = { role: 'customer' },
): Entry => ({
  seq,
  id: newId(),
  kind,
  at,
  by,
});

describe('The time line', () => {
  it('marks where a day begins', () => {
    const lines = linesOf([entry(1, 'message'), entry(2, 'message', noon + 86_400_000)]);
    expect(lines.map((line) => line.kind)).toEqual(['day', 'entry', 'day', 'entry']);
  });

  it('gathers facts that follow each other, masks and removals among them', () => {
    const lines = linesOf([entry(1, 'fact'), entry(2, 'mask'), entry(3, 'message'), entry(4, 'fact')]);
    expect(lines.map((line) => line.kind)).toEqual(['day', 'facts', 'entry', 'facts']);
  });

  it('holds messages of one person together, but not a note with a reply', () => {
    const agent = { role: 'staff' as const, id: newId() };
    const lines = linesOf([
      entry(1, 'message', noon, agent),
      entry(2, 'message', noon + 1, agent),
      entry(3, 'note', noon + 2, agent),
    ]);
    expect(lines.map((line) => line.kind === 'entry' && line.follows)).toEqual([false, false, true, false]);
  });

  it('leaves out what only keeps the numbers whole', () => {
    expect(linesOf([entry(1, 'hidden')])).toEqual([]);
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
