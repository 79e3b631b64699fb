import type { TicketAction } from '@candour/shared/macros.js';
import { planActions, type TicketFacts } from './actions.rules.js';

const ticket: TicketFacts = {
  ...{ status: 'open', assigneeId: 'me', teamId: null, priority: 'normal', topic: 'delivery', reason: 'late' },
  tags: ['vip'],
};
const with_ = (change: Partial<TicketFacts>): TicketFacts => ({ ...ticket, ...change });
const many = Array.from({ length: 12 }, (_, i) => `t${i}`);

type Row = readonly [string, TicketFacts, readonly TicketAction[], readonly string[], Partial<TicketFacts>];
const table: readonly Row[] = [
  ['sets a priority', ticket, [{ do: 'priority', priority: 'high' }], ['change'], { priority: 'high' }],
  ['leaves what is so', ticket, [{ do: 'priority', priority: 'normal' }], ['same'], {}],
  [
    'takes the reason away with the topic',
    ticket,
    [{ do: 'topic', topic: 'returns', reason: null }],
    ['change'],
    { topic: 'returns', reason: null },
  ],
  [
    'refuses a reason of another topic',
    ticket,
    [{ do: 'topic', topic: 'returns', reason: 'late' }],
    ['reason-unfit'],
    {},
  ],
  ['adds tags once', ticket, [{ do: 'tag', tags: ['vip', 'sofa'] }], ['change'], { tags: ['vip', 'sofa'] }],
  ['has room for so many tags', with_({ tags: many }), [{ do: 'tag', tags: ['more'] }], ['too-many-tags'], {}],
  ['takes tags away', ticket, [{ do: 'untag', tags: ['vip'] }], ['change'], { tags: [] }],
  [
    'takes it out of the queue',
    with_({ status: 'queued', assigneeId: null }),
    [{ do: 'take' }],
    ['change'],
    { status: 'open', assigneeId: 'me' },
  ],
  ['takes nothing from anybody', with_({ assigneeId: 'other' }), [{ do: 'take' }], ['conversation-taken'], {}],
  [
    'puts it into a queue',
    ticket,
    [{ do: 'queue', teamId: 'team' }],
    ['change'],
    { status: 'queued', assigneeId: null, teamId: 'team' },
  ],
  ['waits for nobody who was not answered', with_({ status: 'queued' }), [{ do: 'pending' }], ['move-refused'], {}],
  ['speaks each time', ticket, [{ do: 'note', text: 'n' }], ['change'], {}],
  [
    'says nothing into what is over',
    with_({ status: 'resolved' }),
    [{ do: 'reply', replyId: 'r' }],
    ['move-refused'],
    {},
  ],
  [
    'touches nothing that is closed',
    with_({ status: 'closed' }),
    [{ do: 'tag', tags: ['a'] }],
    ['conversation-closed'],
    {},
  ],
  ['touches no spam', with_({ status: 'spam' }), [{ do: 'tag', tags: ['a'] }], ['conversation-closed'], {}],
  [
    'goes on from where the one before left it',
    ticket,
    [{ do: 'resolve' }, { do: 'reply', replyId: 'r' }, { do: 'tag', tags: ['x'] }],
    ['change', 'move-refused', 'move-refused'],
    { status: 'resolved' },
  ],
];

describe('The actions of a ticket', () => {
  for (const [why, facts, actions, expected, change] of table) {
    it(why, () => {
      const { steps, after } = planActions(facts, actions, { staffId: 'me' });
      expect(steps.map(({ outcome, because }) => String(because ?? outcome))).toEqual([...expected]);
      expect(after).toEqual({ ...facts, ...change });
    });
  }

  it('take nothing for the desk itself', () => {
    expect(planActions(ticket, [{ do: 'take' }], { staffId: null }).refused).toBe('not-allowed');
  });
});
