import { DAY, HOUR, MINUTE } from '@candour/shared/instant.js';
import type { Role } from '@candour/shared/staff.js';
import { askedAfter, dealOut, defaultRules } from './routing.rules.js';
import { forTickets, inTurn, ticketCapacityOf, type Taker, type Ticket } from './tickets.rules.js';

const NOW = 1_000_000_000_000;

const ticket = (id: string, more: Partial<Ticket> = {}): Ticket => ({
  ...{ id, teamId: null, topic: 'orders', language: 'en', waitingSince: NOW, dueAt: null },
  ...more,
});
const taker = (id: string, more: Partial<Taker> = {}): Taker => ({
  ...{ id, skills: { topics: [], languages: [] }, teamIds: [], passed: new Set<string>(), role: 'agent' },
  ...{ tickets: 0, ticketGivenAt: null },
  ...more,
});
const rules = {
  ...defaultRules,
  tickets: { dealt: true, capacity: { agent: 2, lead: 3, supervisor: 0 } },
};
/** A desk that never closes. */
const always = (_: Ticket, from: number): number => NOW - from;
const never = (): number => 0;
const dealt = (tickets: Ticket[], takers: Taker[], openMs = always): string =>
  dealOut(
    inTurn(tickets, openMs, NOW),
    takers.map((one) => forTickets(one, rules)),
    rules,
    NOW,
  )
    .map(({ conversationId, staffId }) => `${conversationId}>${staffId}`)
    .join(' ');

const french = ticket('1', { language: 'fr', waitingSince: NOW - 10 * HOUR });
const english = taker('a', { skills: { topics: [], languages: ['en'] } });

describe('Tickets are dealt', () => {
  const cases: readonly [words: string, tickets: Ticket[], takers: Taker[], to: string, openMs?: () => number][] = [
    ['in turns', [ticket('1'), ticket('2'), ticket('3')], [taker('a'), taker('b')], '1>a 2>b 3>a'],
    ['what is due first first', [ticket('1', { dueAt: 6 }), ticket('2', { dueAt: 5 })], [taker('a')], '2>a 1>a'],
    ['what nothing is owed of last', [ticket('1'), ticket('2', { dueAt: NOW })], [taker('a')], '2>a 1>a'],
    ['of that, what waits longest', [ticket('1'), ticket('2', { waitingSince: NOW - 1 })], [taker('a')], '2>a 1>a'],
    [
      'to whoever was dealt none for longest',
      [ticket('1')],
      [taker('a', { ticketGivenAt: 5 }), taker('b', { ticketGivenAt: 4 })],
      '1>b',
    ],
    ['as many as there is room for', [ticket('1'), ticket('2')], [taker('a', { tickets: 1 })], '1>a'],
    ['to nobody who took more by hand', [ticket('1')], [taker('a', { tickets: 7 })], ''],
    ['by role', [ticket('1'), ticket('2')], [taker('a', { role: 'lead', tickets: 2 })], '1>a'],
    ['to nobody of a role without room', [ticket('1')], [taker('a', { role: 'supervisor' })], ''],
    ['not to whoever put it back', [ticket('1')], [taker('a', { passed: new Set(['1']) }), taker('b')], '1>b'],
    ['in the language of the customer', [{ ...french, waitingSince: NOW - 10 * HOUR + 60 }], [english], ''],
    ['in another one after ten opening hours', [french], [english], '1>a'],
    ['in another one, but not for a night', [french], [english], '', never],
  ];
  for (const [words, tickets, takers, to, openMs] of cases) {
    it(words, () => expect(dealt(tickets, takers, openMs)).toBe(to));
  }

  for (const [waited, by] of [
    [HOUR - MINUTE, 'team topic language'],
    [HOUR, 'topic language'],
    [2 * HOUR, 'language'],
    [10 * HOUR, ''],
    [90 * DAY, ''],
  ] as const) {
    it(`after ${waited / HOUR} opening hours by ${by || 'nothing'}`, () => {
      const [one] = inTurn([ticket('1', { waitingSince: NOW - waited })], always, NOW);
      expect(askedAfter(NOW - one!.waitingSince, rules).join(' ')).toBe(by);
    });
  }
});

describe('The room for tickets', () => {
  for (const [role, room] of [
    ['agent', 20],
    ['lead', 20],
    ['supervisor', 10],
    ['admin', 0],
    ['design_expert', 0],
  ] as const satisfies readonly (readonly [Role, number])[]) {
    it(`of a role that nobody set: ${role}`, () => expect(ticketCapacityOf(role, defaultRules)).toBe(room));
  }
  it('is not used by a desk that did not ask for it', () => expect(defaultRules.tickets.dealt).toBeFalse());
});
