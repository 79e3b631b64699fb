import type { Entry } from '@candour/shared/conversations.js';
import { DRAWN, earlierThan, laterThan, STEP, windowOf } from './line-window';

const run = (from: number, to: number): Entry[] =>
  Array.from({ length: to - from + 1 }, (_, i) => ({
    seq: from + i,
    id: `${from + i}`,
    kind: 'message',
    at: from + i,
    by: { role: 'customer' },
  }));
const ends = (entries: readonly Entry[]) => [entries[0]?.seq, entries.at(-1)?.seq, entries.length];

describe('The window on a long thread', () => {
  const all = run(1_001, 2_000);

  it('is all of a short one', () => {
    const short = run(5, 20);
    expect(windowOf(short, undefined)).toBe(short);
    expect(earlierThan(short, undefined)).toBeUndefined();
    const none: Entry[] = [];
    expect(windowOf(none, undefined)).toBe(none);
    const just = run(1, DRAWN);
    expect(windowOf(just, undefined)).toBe(just);
  });

  it('is its end alone where all of it would be new', () => {
    expect(ends(windowOf(all, undefined, 40))).toEqual([1_961, 2_000, 40]);
    const just = run(1, 40);
    expect(windowOf(just, undefined, 40)).toBe(just);
  });

  it('follows the newest until it is moved, and then stands', () => {
    expect(ends(windowOf(all, undefined))).toEqual([2_001 - DRAWN, 2_000, DRAWN]);
    const end = earlierThan(all, undefined)!;
    expect(end).toBe(2_000 - STEP);
    expect(ends(windowOf([...all, ...run(2_001, 2_005)], end))).toEqual([end - DRAWN + 1, end, DRAWN]);
  });

  it('reaches both ends step by step, and shows as much there', () => {
    let end: number | undefined;
    for (let moved = 0; moved <= 1_000; moved += STEP) end = earlierThan(all, end);
    expect(ends(windowOf(all, end))).toEqual([1_001, 1_000 + DRAWN, DRAWN]);
    expect(earlierThan(all, end)).toBe(end);
    for (let moved = 0; moved <= 1_000; moved += STEP) end = laterThan(all, end);
    expect(end).toBeUndefined();
  });

  it('follows the newest from the last step on, and not a line earlier', () => {
    expect(laterThan(all, 2_000 - STEP)).toBeUndefined();
    expect(laterThan(all, 2_000 - STEP - 1)).toBe(1_999);
    expect(laterThan(all, undefined)).toBeUndefined();
  });

  it('stays where it is when earlier ones are put before it', () => {
    const end = earlierThan(all, undefined);
    expect(windowOf([...run(801, 1_000), ...all], end)).toEqual(windowOf(all, end));
  });
});
