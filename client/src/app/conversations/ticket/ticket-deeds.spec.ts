import { Deed } from '@candour/shared/deeds.js';
import type { Standing } from './ticket-deeds';
import { grouped, mayHandle, possibleTo, possibleToMany, ticketDeeds } from './ticket-deeds';

const me = { id: 'me', role: 'agent' };
const nell = { id: 'nell', name: 'Nell' };
const every = (): boolean => true;

const at = (
  row: Partial<Standing['row']> = {},
  who: Partial<Standing['me']> = {},
  can: Standing['can'] = every,
): Standing => ({
  row: { status: 'open', topic: 'orders', assignee: { id: 'me', name: 'Me' }, ...row },
  me: { ...me, ...who },
  can,
});
const ids = (standing: Standing): string[] =>
  possibleTo(standing)
    .filter(({ place }) => place === 'bar')
    .map(({ id }) => id);

describe('What can be done to a ticket', () => {
  for (const [words, standing, bar] of [
    ['one in the queue', at({ status: 'queued', assignee: undefined }), ['take', 'snooze', 'assign']],
    ['one’s own', at(), ['resolve', 'snooze', 'assign']],
    ['one’s own that waits for the customer', at({ status: 'pending' }), ['resolve', 'snooze', 'assign']],
    ['a colleague’s, by an agent', at({ assignee: nell }), []],
    ['a colleague’s, by a lead', at({ assignee: nell }, { role: 'lead' }), ['resolve', 'snooze', 'assign']],
    ['one’s own that is over', at({ status: 'resolved' }), ['reopen']],
    ['one that was merged into another', at({ status: 'resolved', mergedInto: 'other' }), []],
    ['one that ended for good', at({ status: 'closed' }), []],
    ['spam, by whoever had it', at({ status: 'spam' }), ['not-spam']],
    ['one in the queue, by who may only read', at({ status: 'queued' }, {}, () => false), []],
  ] as const) {
    it(`to ${words}: ${bar.join(', ') || 'nothing'}`, () => expect(ids(standing)).toEqual([...bar]));
  }

  it('includes the one that takes part in it', () => {
    const participants = [{ id: 'me', name: 'Me', may: 'reply' as const }];
    expect(mayHandle(at({ assignee: nell, participants }))).toBeTrue();
    expect(mayHandle(at({ assignee: nell, participants: [{ id: 'me', name: 'Me', may: 'read' }] }))).toBeFalse();
  });

  for (const [words, standing, may] of [
    ['one’s own', at(), true],
    ['one that is closed', at({ status: 'closed' }), true],
    ['one that was merged already', at({ mergedInto: 'other' }), false],
    ['spam', at({ status: 'spam' }), false],
    ['a colleague’s, by an agent', at({ assignee: nell }), false],
    ['one’s own, by who may not merge', at({}, {}, (permission) => permission !== 'conversation.merge'), false],
  ] as const) {
    it(`is ${may ? '' : 'not '}to merge ${words} with another`, () =>
      expect(possibleTo(standing).some(({ id }) => id === 'merge')).toBe(may));
  }

  const without =
    (missing: string): Standing['can'] =>
    (permission) =>
      permission !== missing;
  const queued = { status: 'queued', assignee: undefined } as const;
  for (const [words, id, standing, may] of [
    ['one’s own handed on', 'transfer', at(), true],
    ['one’s own that waits for the customer handed on', 'transfer', at({ status: 'pending' }), true],
    ['one that rests handed on', 'transfer', at({ status: 'snoozed' }), false],
    ['one that nobody has handed on', 'transfer', at({ assignee: undefined }, { role: 'lead' }), false],
    ['a colleague’s handed on by an agent', 'transfer', at({ assignee: nell }), false],
    ['a colleague’s handed on by a supervisor', 'transfer', at({ assignee: nell }, { role: 'supervisor' }), true],
    ['somebody asked in by who may not transfer', 'invite', at({}, {}, without('conversation.transfer')), false],
    ['one’s own given back', 'release', at({ status: 'snoozed' }), true],
    ['a colleague’s given back by a lead', 'release', at({ assignee: nell }, { role: 'lead' }), false],
    ['one’s own given back when it is over', 'release', at({ status: 'resolved' }), false],
    ['one that rests waited for', 'pending', at({ status: 'snoozed' }), true],
    ['one that waits for the customer waited for', 'pending', at({ status: 'pending' }), false],
    ['one that rests woken', 'go-on', at({ status: 'snoozed' }), true],
    ['one that waits for the customer gone on with', 'go-on', at({ status: 'pending' }), true],
    ['one that goes on gone on with', 'go-on', at(), false],
    ['one that rests resolved', 'resolve', at({ status: 'snoozed' }), true],
    ['one that rests put to rest anew', 'snooze', at({ status: 'snoozed' }), true],
    ['one given to somebody by who changes one at a time', 'assign', at({}, {}, without('conversation.bulk')), false],
    ['one taken by who may not take', 'take', at(queued, {}, without('conversation.take')), false],
    [
      'one opened again by who may not reply',
      'reopen',
      at({ status: 'resolved' }, {}, without('conversation.reply')),
      false,
    ],
    ['one that waits merged by anybody', 'merge', at(queued), true],
    ['somebody blocked by who may not block', 'block', at({}, {}, without('customer.block')), false],
    ['a copy of a colleague’s', 'copy-text', at({ assignee: nell }), true],
    [
      'a copy of one that waits, by who may only read',
      'copy-text',
      at(queued, {}, without('conversation.reply')),
      false,
    ],
    ['a copy by who may take none', 'copy-json', at({}, {}, without('conversation.transcript')), false],
  ] as const) {
    it(`is ${may ? '' : 'not '}${words}`, () => expect(possibleTo(standing).some((deed) => deed.id === id)).toBe(may));
  }

  it('changes nothing of what ended for good, nor of a colleague’s', () => {
    const says = ['set-priority', 'set-topic', 'set-tags'];
    const offered = (standing: Standing) => possibleToMany([standing]).filter(({ id }) => says.includes(id)).length;
    expect([at(), at({ status: 'resolved' }), at({ status: 'closed' }), at({ assignee: nell })].map(offered)).toEqual([
      3, 3, 0, 0,
    ]);
  });

  it('asks the server for what it is called, of one as of many', () => {
    for (const { id, one, many } of ticketDeeds) {
      if (one && 'move' in one) expect<string>(one.move).toBe(id);
      if (one && 'ask' in one) expect<string>(one.ask).toBe(id);
      if (one && many && !('move' in one)) expect(many).withContext(id).toEqual(one);
      for (const way of [one, many]) {
        if (way && 'deed' in way) expect(Deed.safeParse(way.deed).success).withContext(id).toBeTrue();
        if (way && 'choose' in way) expect(id.replace('set-', '').replace('tags', 'tag')).toBe(way.choose);
      }
    }
    const stands = ticketDeeds.flatMap(({ id, many }) =>
      many && 'deed' in many && many.deed.kind === 'status' ? [[id, many.deed.status]] : [],
    );
    expect(stands).toEqual([
      ['resolve', 'resolved'],
      ['pending', 'pending'],
      ['go-on', 'open'],
    ]);
    const files = ticketDeeds.flatMap(({ id, one }) => (one && 'file' in one ? [[id, one.file]] : []));
    expect(files).toEqual([
      ['copy-text', 'text'],
      ['copy-json', 'json'],
    ]);
  });

  for (const [words, id, standing, why] of [
    ['nobody waits for a customer who waits', 'pending', at({ waitingSince: 1 }), 'customer-waits'],
    ['whose turn it is, is waited for', 'pending', at(), undefined],
    ['what is asked by law is no spam', 'spam', at({ topic: 'privacy' }), 'matter-stands'],
    ['what may have hurt somebody is no spam', 'spam', at({ topic: 'product', reason: 'safety' }), 'matter-stands'],
    ['anything else may be', 'spam', at({ topic: 'product' }), undefined],
  ] as const) {
    it(`says before the press why not: ${words}`, () =>
      expect(ticketDeeds.find((deed) => deed.id === id)?.hindered?.(standing)).toBe(why));
  }

  it('to many is what can be done to one of them, and nothing that is done one by one', () => {
    const many = possibleToMany([at({ assignee: nell }), at({ status: 'queued', assignee: undefined })]);
    expect(many.map(({ id }) => id)).toEqual(['snooze', 'assign', 'set-priority', 'set-topic', 'set-tags', 'spam']);
    expect(possibleToMany([])).toEqual([]);
  });

  it('stands in groups, and no key calls two things', () => {
    expect(grouped(possibleTo(at())).map((group) => group[0]?.id)).toEqual([
      'pending',
      'transfer',
      'warn',
      'copy-text',
    ]);
    const keys = ticketDeeds.flatMap(({ key }) => key ?? []);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
