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
