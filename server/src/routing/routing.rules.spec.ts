import { MINUTE, SECOND } from '@candour/shared/instant.js';
import {
  askedAfter,
  capacityOf,
  dealOut,
  defaultRules,
  presenceOf,
  teamFor,
  wrapUpUntil,
  type Agent,
  type Chat,
} from './routing.rules.js';

const NOW = 1_000_000_000;

const chat = (id: string, more: Partial<Chat> = {}): Chat => ({
  id,
  teamId: null,
  topic: 'orders',
  language: 'en',
  waitingSince: NOW,
  ...more,
});
const agent = (id: string, more: Partial<Agent> = {}): Agent => ({
  id,
  skills: { topics: [], languages: [] },
  teamIds: [],
  free: 1,
  givenAt: null,
  passed: new Set(),
  ...more,
});
const speaks = (...languages: ('en' | 'de' | 'fr' | 'es')[]) => ({ skills: { topics: [], languages } });
const dealt = (chats: Chat[], agents: Agent[]): string =>
  dealOut(chats, agents, defaultRules, NOW)
    .map(({ conversationId, staffId }) => `${conversationId}>${staffId}`)
    .join(' ');

describe('Chats are dealt out', () => {
  const cases: readonly [words: string, chats: Chat[], agents: Agent[], to: string][] = [
    ['in the order of the queue, in turns', [chat('1'), chat('2'), chat('3')], [agent('a'), agent('b')], '1>a 2>b'],
    ['to whoever had none for longest', [chat('1')], [agent('a', { givenAt: 5 }), agent('b', { givenAt: 4 })], '1>b'],
    ['to whoever never had one first', [chat('1')], [agent('a', { givenAt: 0 }), agent('b')], '1>b'],
    ['as many as somebody has room for', [chat('1'), chat('2'), chat('3')], [agent('a', { free: 2 })], '1>a 2>a'],
    [
      'again in turns to those with more room',
      [chat('1'), chat('2'), chat('3'), chat('4')],
      [agent('a', { free: 3 }), agent('b', { free: 3 })],
      '1>a 2>b 3>a 4>b',
    ],
    ['to nobody who is full', [chat('1')], [agent('a', { free: 0 })], ''],
    ['to nobody above their capacity, however they came there', [chat('1')], [agent('a', { free: -1 })], ''],
    ['by language', [chat('1', { language: 'de' })], [agent('a', speaks('en')), agent('b', speaks('de'))], '1>b'],
    [
      'by topic',
      [chat('1', { topic: 'payment' })],
      [
        agent('a', { skills: { topics: ['orders'], languages: [] } }),
        agent('b', { skills: { topics: ['payment'], languages: [] } }),
      ],
      '1>b',
    ],
    ['by team', [chat('1', { teamId: 't' })], [agent('a'), agent('b', { teamIds: ['t'] })], '1>b'],
    ['past one that nobody fits', [chat('1', { language: 'fr' }), chat('2')], [agent('a', speaks('en'))], '2>a'],
    ['not again to whoever let it pass', [chat('1')], [agent('a', { passed: new Set(['1']) }), agent('b')], '1>b'],
    [
      'across teams after a minute',
      [chat('1', { teamId: 't', waitingSince: NOW - MINUTE })],
      [agent('a', { teamIds: ['u'] })],
      '1>a',
    ],
    [
      'across teams, but not before',
      [chat('1', { teamId: 't', waitingSince: NOW - MINUTE + 1 })],
      [agent('a', { teamIds: ['u'] })],
      '',
    ],
    [
      'to another language after ten minutes',
      [chat('1', { language: 'fr', waitingSince: NOW - 10 * MINUTE })],
      [agent('a', speaks('en'))],
      '1>a',
    ],
  ];
  for (const [words, chats, agents, to] of cases) it(words, () => expect(dealt(chats, agents)).toBe(to));
});

describe('What is asked of whoever takes a chat', () => {
  for (const [waited, by] of [
    [0, 'team topic language'],
    [MINUTE - 1, 'team topic language'],
    [MINUTE, 'topic language'],
    [5 * MINUTE, 'language'],
    [60 * MINUTE, ''],
    // A clock that stands behind.
    [-SECOND, 'team topic language'],
  ] as const) {
    it(`after ${waited} ms: ${by || 'nothing'}`, () => expect(askedAfter(waited, defaultRules).join(' ')).toBe(by));
  }
});

describe('The capacity', () => {
  for (const [words, who, is] of [
    ['is the role’s', { role: 'agent', own: null, teams: [] }, 3],
    ['of a lead is one more', { role: 'lead', own: null, teams: [] }, 4],
    ['is the person’s own before all', { role: 'lead', own: 2, teams: [9] }, 2],
    ['is the most that a team gives', { role: 'agent', own: null, teams: [null, 5, 4] }, 5],
    ['is the role’s where no team gives one', { role: 'agent', own: null, teams: [null] }, 3],
    ['of those who take no chats is none', { role: 'admin', own: 5, teams: [5] }, 0],
  ] as const) {
    it(words, () => expect(capacityOf(who, defaultRules)).toBe(is));
  }
});

describe('Presence', () => {
  it('is what they say while a desk of theirs is open', () => {
    expect(presenceOf({ presence: 'available', seenAt: NOW - 30 * SECOND }, NOW)).toBe('available');
    expect(presenceOf({ presence: 'break', seenAt: NOW }, NOW)).toBe('break');
  });
  it('is offline after the grace', () => {
    expect(presenceOf({ presence: 'available', seenAt: NOW - 30 * SECOND - 1 }, NOW)).toBe('offline');
  });
});

describe('A wrap-up', () => {
  for (const [words, lastEnd, readyAt, until] of [
    ['follows a chat', NOW - 10 * SECOND, null, NOW + 20 * SECOND],
    ['is over in time', NOW - 30 * SECOND, null, undefined],
    ['is ended by saying so', NOW - 10 * SECOND, NOW - 5 * SECOND, undefined],
    ['begins anew with the next chat', NOW - 10 * SECOND, NOW - 15 * SECOND, NOW + 20 * SECOND],
    ['needs a chat', undefined, null, undefined],
  ] as const) {
    it(words, () => expect(wrapUpUntil(lastEnd, readyAt, defaultRules, NOW)).toBe(until));
  }
});

describe('A new chat belongs', () => {
  const teams = [
    { id: 'all', topics: [], languages: [] },
    { id: 'german', topics: [], languages: ['de'] },
    { id: 'money', topics: ['payment', 'returns'], languages: [] },
    { id: 'french money', topics: ['payment'], languages: ['fr'] },
  ] as const;
  for (const [topic, language, team] of [
    ['orders', 'en', 'all'],
    ['orders', 'de', 'german'],
    ['payment', 'de', 'money'],
    ['payment', 'fr', 'french money'],
    ['returns', 'fr', 'money'],
  ] as const) {
    it(`${topic} in ${language} to ${team}`, () => expect(teamFor(teams, topic, language)).toBe(team));
  }
  it('to everybody where no team takes it', () => expect(teamFor(teams.slice(1), 'orders', 'en')).toBeNull());
});
