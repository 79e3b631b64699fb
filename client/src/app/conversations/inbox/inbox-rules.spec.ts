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
    [
      'to mine when I take part in it',
      { status: 'open', participants: [{ ...mine, may: 'reply' }] },
      { view: 'mine' },
      true,
    ],
    ['not to mine while it rests', { status: 'snoozed', assignee: mine }, { view: 'mine' }, false],
    ['not to mine while it waits again', { status: 'queued', assignee: mine }, { view: 'mine' }, false],
    ['not to all when it is spam', { status: 'spam' }, { view: 'all' }, false],
    ['to snoozed while it rests', { status: 'snoozed' }, { view: 'snoozed' }, true],
    ['not to snoozed when it was woken', { status: 'open' }, { view: 'snoozed' }, false],
    ['to spam', { status: 'spam' }, { view: 'spam' }, true],
    ['not to spam when it was none', { status: 'resolved' }, { view: 'spam' }, false],
    ['not under another topic', {}, { view: 'queue', topic: 'delivery' }, false],
    ['not under another language', {}, { view: 'queue', language: 'de' }, false],
  ];
  for (const [words, part, filter, expected] of cases) {
    it(words, () => expect(belongs(row(part), filter, me)).toBe(expected));
  }

  const other = newId();
  const narrowed: [
    string,
    Omit<Parameters<typeof belongs>[1], 'view'>,
    Partial<ConversationRow>,
    Partial<ConversationRow>,
  ][] = [
    ['its topic', { topic: 'returns' }, { topic: 'returns' }, { topic: 'orders' }],
    ['its language', { language: 'fr' }, { language: 'fr' }, { language: 'es' }],
    ['its status', { status: 'pending' }, { status: 'pending' }, { status: 'open' }],
    ['who has it', { assignee: me }, { assignee: mine }, { assignee: { id: other, name: 'Other' } }],
    ['that nobody has it', { assignee: 'nobody' }, {}, { assignee: mine }],
    ['its team', { team: other }, { teamId: other }, { teamId: me }],
    ['that no team has it', { team: 'nobody' }, {}, { teamId: other }],
    ['a tag of it', { tag: 'sofa' }, { tags: ['oak', 'sofa'] }, { tags: ['oak'] }],
    ['its priority', { priority: 'urgent' }, { priority: 'urgent' }, { priority: 'high' }],
  ];
  for (const [words, filter, fits, fitsNot] of narrowed) {
    it(`to a list narrowed by ${words}, and nothing else does`, () => {
      const list = { view: 'all' as const, ...filter };
      expect([belongs(row(fits), list, me), belongs(row(fitsNot), list, me)]).toEqual([true, false]);
    });
  }
});

describe('The order of rows', () => {
  it('puts the longest wait first in the queue, and who does not wait last', () => {
    const rows = [row({ waitingSince: 20 }), row(), row({ waitingSince: 10 })].sort(orderOf('queue'));
    expect(rows.map((one) => one.waitingSince)).toEqual([10, 20, undefined]);
  });

  it('puts the longest wait first among one’s own too', () => {
    const rows = [row({ waitingSince: 20, lastAt: 3 }), row({ waitingSince: 10, lastAt: 2 })].sort(orderOf('mine'));
    expect(rows.map((one) => one.waitingSince)).toEqual([10, 20]);
  });

  it('puts who spoke last first among those who do not wait', () => {
    const rows = [row({ lastAt: 1 }), row({ lastAt: 2 })].sort(orderOf('queue'));
    expect(rows.map((one) => one.lastAt)).toEqual([2, 1]);
  });

  it('puts what wakes next first', () => {
    const rows = [row({ snoozedUntil: 9 }), row({ snoozedUntil: 7 })].sort(orderOf('snoozed'));
    expect(rows.map((one) => one.snoozedUntil)).toEqual([7, 9]);
  });

  it('puts what is due next first where that is asked for, and what is due never last, newest word first', () => {
    const due = (dueAt: number) => ({ kind: 'first-reply' as const, dueAt, warnAt: 0 });
    const rows = [
      row({ lastAt: 1 }),
      row({ due: due(9), lastAt: 3 }),
      row({ lastAt: 2 }),
      row({ due: due(7), lastAt: 0 }),
    ];
    expect(rows.sort(orderOf('all', 'due')).map((one) => one.lastAt)).toEqual([0, 3, 2, 1]);
  });

  it('knows nothing due of what is over', () => {
    const due = { kind: 'first-reply' as const, dueAt: 7, warnAt: 0 };
    for (const view of ['resolved', 'spam'] as const) {
      const rows = [row({ due, lastAt: 1 }), row({ lastAt: 2 })].sort(orderOf(view, 'due'));
      expect(rows.map((one) => one.lastAt)).toEqual([2, 1]);
    }
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
