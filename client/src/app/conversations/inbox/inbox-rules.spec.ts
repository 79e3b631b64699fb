import type { ConversationRow, Entry } from '@candour/shared/conversations.js';
import { newId } from '@candour/shared/ids.js';
import { belongs, orderOf, waitingAfter, withDelta, withRow } from './inbox-rules';

const me = newId();
const row = (part: Partial<ConversationRow> = {}): ConversationRow => ({
  id: newId(),
  number: 1,
  status: 'queued',
  channel: 'chat',
  topic: 'orders',
  priority: 'normal',
  tags: [],
  language: 'en',
  customer: { id: newId(), level: 0 },
  head: 1,
  staffReadSeq: 0,
  customerReadSeq: 0,
  lastAt: 1000,
  lastBy: 'customer',
  ...part,
});
const mine = { id: me, name: 'Me' };

describe('A row belongs', () => {
  const cases: [string, Partial<ConversationRow>, Parameters<typeof belongs>[1], boolean][] = [
    ['to the queue while it waits', {}, { view: 'queue' }, true],
    ['no longer to the queue once taken', { status: 'open', assignee: mine }, { view: 'queue' }, false],
    ['to mine when I have it', { status: 'open', assignee: mine }, { view: 'mine' }, true],
    [
      'not to mine when another has it',
      { status: 'open', assignee: { id: newId(), name: 'Other' } },
      { view: 'mine' },
      false,
    ],
    ['not to mine when resolved', { status: 'resolved', assignee: mine }, { view: 'mine' }, false],
    ['to all while it waits for the customer', { status: 'pending' }, { view: 'all' }, true],
    ['to resolved when closed', { status: 'closed' }, { view: 'resolved' }, true],
    ['not under another topic', {}, { view: 'queue', topic: 'delivery' }, false],
    ['not under another language', {}, { view: 'queue', language: 'de' }, false],
  ];
  for (const [words, part, filter, expected] of cases) {
    it(words, () => expect(belongs(row(part), filter, me)).toBe(expected));
  }
});

describe('The order of rows', () => {
  it('puts the longest wait first in the queue, and who does not wait last', () => {
    const rows = [row({ waitingSince: 20 }), row(), row({ waitingSince: 10 })].sort(orderOf('queue'));
    expect(rows.map((one) => one.waitingSince)).toEqual([10, 20, undefined]);
  });

  it('puts the newest word first elsewhere', () => {
    const rows = [row({ lastAt: 1 }), row({ lastAt: 3 }), row({ lastAt: 2 })].sort(orderOf('all'));
    expect(rows.map((one) => one.lastAt)).toEqual([3, 2, 1]);
  });
});

describe('A delta', () => {
  it('changes what it names and takes away what is null', () => {
    const changed = withDelta(row({ assignee: mine, status: 'open' }), { assignee: null, status: 'queued' });
    expect(changed.assignee).toBeUndefined();
    expect(changed.status).toBe('queued');
    expect(changed.topic).toBe('orders');
  });
});

describe('A customer waits', () => {
  const entry = (role: 'customer' | 'staff', at: number, kind: Entry['kind'] = 'message'): Entry => ({
    seq: at,
    id: newId(),
    kind,
    at,
    by: { role },
  });

  it('from their first message that nobody has answered', () => {
    expect(waitingAfter(undefined, [entry('customer', 10), entry('customer', 20)])).toBe(10);
    expect(waitingAfter(5, [entry('customer', 10)])).toBe(5);
  });

  it('no longer once somebody answers, and anew after that', () => {
    expect(waitingAfter(5, [entry('staff', 10)])).toBeUndefined();
    expect(waitingAfter(5, [entry('staff', 10), entry('customer', 20)])).toBe(20);
  });

  it('on while staff only leave a note', () => {
    expect(waitingAfter(5, [entry('staff', 10, 'note')])).toBe(5);
  });
});

describe('The row that an answer brings', () => {
  it('takes the place of what was known, and what it has no longer is gone', () => {
    const known = {
      ...({ id: 'c', staffReadSeq: 5, customerReadSeq: 1, snoozedUntil: 9 } as ConversationRow),
      createdAt: 3,
    };
    const answer = { id: 'c', staffReadSeq: 4, customerReadSeq: 2, status: 'open' } as ConversationRow;
    expect(withRow(known, answer) as object).toEqual({
      ...{ id: 'c', createdAt: 3, status: 'open', staffReadSeq: 5, customerReadSeq: 2 },
    });
  });
});
