import type { Entry } from '@candour/shared/conversations.js';
import { newId } from '@candour/shared/ids.js';
import { linesOf } from './time-line-rules';

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
