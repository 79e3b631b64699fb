import type { Entry } from '@candour/shared/conversations.js';
import { newId } from '@candour/shared/ids.js';
import { begun, gapAfter, noEntries, received, withEarlier } from './entry-log';

const message = (seq: number, text = `words ${seq}`): Entry => ({
  seq,
  id: newId(),
  kind: 'message',
  at: seq * 1000,
  by: { role: 'customer' },
  text,
});
const mask = (seq: number, targets: Entry['targets']): Entry => ({
  seq,
  id: newId(),
  kind: 'mask',
  at: seq * 1000,
  by: { role: 'system' },
  targets,
});
const page = (...entries: Entry[]) => ({ entries, head: entries.at(-1)?.seq ?? 0, more: false });
const numbers = (log: { entries: readonly Entry[] }) => log.entries.map((entry) => entry.seq);

describe('The log of entries', () => {
  it('appends what follows', () => {
    const log = received(begun(page(message(1))), [message(2), message(3)]);
    expect(numbers(log)).toEqual([1, 2, 3]);
    expect(log.head).toBe(3);
    expect(gapAfter(log)).toBeUndefined();
  });

  it('ignores what it has, and says so by being the same object', () => {
    const log = begun(page(message(1), message(2)));
    expect(received(log, [message(2, 'again'), message(1)])).toBe(log);
  });

  it('keeps what came too early and asks for what lies between', () => {
    const early = received(begun(page(message(1))), [message(4)]);
    expect(numbers(early)).toEqual([1]);
    expect(gapAfter(early)).toBe(1);
    const filled = received(early, [message(2), message(3)]);
    expect(numbers(filled)).toEqual([1, 2, 3, 4]);
    expect(gapAfter(filled)).toBeUndefined();
  });

  it('puts entries that arrive in any order into the order of their numbers', () => {
    const one = received(noEntries, [message(3)]);
    const two = received(one, [message(1)]);
    const log = received(two, [message(2)]);
    expect(numbers(log)).toEqual([1, 2, 3]);
  });

  it('does not double an entry that came early twice', () => {
    const log = received(received(begun(page(message(1))), [message(3)]), [message(3), message(2)]);
    expect(numbers(log)).toEqual([1, 2, 3]);
  });

  it('masks the earlier parts of a split card number the moment the mask arrives', () => {
    const before = begun(page(message(1, '4111 1111'), message(2, 'and 1111 1111')));
    const masks = [{ start: 0, end: 9, type: 'card' as const }];
    const log = received(before, [mask(3, [{ seq: 1, text: '█████████', masks }])]);
    expect(log.entries[0]?.text).toBe('█████████');
    expect(log.entries[0]?.masks).toEqual(masks);
    expect(log.entries[1]?.text).toBe('and 1111 1111');
  });

  it('holds a mask back until the entries before it are here', () => {
    const early = received(begun(page(message(1, '4111 1111'))), [mask(3, [{ seq: 2, text: '█' }])]);
    const log = received(early, [message(2, '1111 1111')]);
    expect(log.entries[1]?.text).toBe('█');
  });

  it('lets the later of two masks of one message stand', () => {
    const log = received(begun(page(message(1, 'a b'))), [
      mask(2, [{ seq: 1, text: '█ b' }]),
      mask(3, [{ seq: 1, text: '█ █' }]),
    ]);
    expect(log.entries[0]?.text).toBe('█ █');
  });

  it('takes the words of a removed message away', () => {
    // Whatever else it says of the message: a removal leaves no words.
    const removal: Entry = { ...mask(2, [{ seq: 1, text: 'words 1' }]), kind: 'removal' };
    const log = received(begun(page(message(1))), [removal]);
    expect(log.entries[0]?.text).toBeUndefined();
    expect(numbers(log)).toEqual([1, 2]);
  });

  it('leaves all as it is where a mask names what is not here', () => {
    const before = begun(page(message(5), message(6)));
    const log = received(before, [mask(7, [{ seq: 2, text: '█' }])]);
    expect(log.entries.map(({ text }) => text)).toEqual(['words 5', 'words 6', undefined]);
  });

  it('masks nothing by what is neither a mask nor a removal', () => {
    const fact: Entry = { ...mask(3, [{ seq: 1, text: 'changed' }]), kind: 'fact' };
    const log = received(begun(page(message(1))), [mask(2, []), fact]);
    expect(log.entries[0]?.text).toBe('words 1');
  });

  it('begins empty at the number that the server says', () => {
    expect(begun({ entries: [], head: 7, more: false })).toEqual({ ...noEntries, head: 7 });
  });

  it('keeps a run that it was given out of order', () => {
    expect(numbers(begun(page(message(2), message(1), message(3))))).toEqual([1, 2, 3]);
  });

  it('puts an earlier page before the known ones, once', () => {
    const newest = begun(page(message(3), message(4)));
    expect(newest.earlier).toBeTrue();
    const log = withEarlier(newest, page(message(1), message(2), message(3)));
    expect(numbers(log)).toEqual([1, 2, 3, 4]);
    expect(log.earlier).toBeFalse();
    expect(log.head).toBe(4);
  });
});
