import type { MergeUnfit } from '@candour/shared/merging.js';
import type { Facts } from '../policy/facts.rules.js';
import { carriedInto, jointFacts, readersOf, unfitFor } from './joined.rules.js';

const NOW = 1_000_000_000_000;
const base = {
  id: 'a',
  customerId: 'visitor-1',
  visitorId: 'browser-1',
  status: 'open',
  resolvedAt: null,
  mergedInto: null,
  safetySince: null,
  level: 0,
  assigneeId: 'nell',
  waitingSince: null,
  priority: 1,
  orderId: null,
  retentionClass: 'conversation',
} as const;
type One = Parameters<typeof unfitFor>[0] & Parameters<typeof carriedInto>[0] & Parameters<typeof readersOf>[0];
const one = (more: Partial<One> = {}): One => ({ ...base, ...more });
const other = (more: Partial<One> = {}): One => ({ ...base, id: 'b', ...more });

describe('One conversation goes into another', () => {
  const known = new Set(['known-1', 'known-2']);
  const cases: readonly (readonly [string, One, One, MergeUnfit | undefined, number?])[] = [
    ['of the same customer', one(), other({ visitorId: 'browser-2' }), undefined],
    ['of the same browser, when nobody knows who they are', one(), other({ customerId: 'visitor-2' }), undefined],
    [
      'of somebody known, from a browser that nobody knows',
      one(),
      other({ customerId: 'known-1', visitorId: 'x' }),
      undefined,
    ],
    ['not of two browsers that nobody knows', one(), other({ customerId: 'visitor-2', visitorId: 'x' }), 'customers'],
    ['not of two people', one({ customerId: 'known-1' }), other({ customerId: 'known-2' }), 'customers'],
    ['not into itself', one(), one(), 'same'],
    ['not twice', one({ mergedInto: 'c' }), other(), 'merged'],
    ['not into what was merged away', one(), other({ mergedInto: 'c' }), 'merged'],
    ['not into what is closed', one(), other({ status: 'closed' }), 'over'],
    ['not into what was resolved too long ago', one(), other({ status: 'resolved', resolvedAt: 0 }), 'over'],
    ['into what was resolved just now', one(), other({ status: 'resolved', resolvedAt: NOW - 1 }), undefined],
    ['when it is closed itself', one({ status: 'closed', resolvedAt: 1 }), other(), undefined],
    ['not when it is spam', one({ status: 'spam' }), other(), 'spam'],
    ['not before somebody has looked who may be hurt', one({ safetySince: 5 }), other(), 'safety'],
    ['not when it would be too many', one(), other(), 'many', 21],
  ];
  for (const [words, from, into, why, parts = 2] of cases) {
    it(words, () => expect(unfitFor(from, into, { identified: known, parts, now: NOW })).toBe(why));
  }

  it('and is read on in one browser, in two that were proved to be one customer, or apart', () => {
    expect(readersOf(one(), other({ customerId: 'visitor-2' }))).toBe('one');
    expect(readersOf(one({ level: 1 }), other({ visitorId: 'x', level: 1 }))).toBe('proved');
    expect(readersOf(one({ level: 1 }), other({ visitorId: 'x' }))).toBe('apart');
    expect(readersOf(one({ level: 1 }), other({ visitorId: 'x', level: 1, customerId: 'visitor-2' }))).toBe('apart');
  });
});

describe('The target of a merge', () => {
  const cases: readonly (readonly [string, Partial<One>, Partial<One>, Partial<One>])[] = [
    ['waits since the longer of the two', { waitingSince: 5 }, { waitingSince: 9 }, { waitingSince: 5 }],
    [
      'comes back when the other waits',
      { waitingSince: 5 },
      { status: 'pending' },
      { status: 'open', waitingSince: 5 },
    ],
    ['stays as it is when nobody waits', {}, { status: 'pending' }, { status: 'pending', waitingSince: null }],
    ['goes on when the other does', {}, { status: 'resolved' }, { status: 'open' }],
    [
      'stays over when both are',
      { status: 'resolved', waitingSince: null },
      { status: 'resolved' },
      { status: 'resolved' },
    ],
    [
      'stays in the queue',
      { waitingSince: 5 },
      { status: 'queued', assigneeId: null, waitingSince: 9 },
      { status: 'queued' },
    ],
    ['is as urgent as the more urgent', { priority: 3 }, { priority: 1 }, { priority: 3 }],
    ['is about the order of the other where it has none', { orderId: 'o' }, {}, { orderId: 'o' }],
    ['keeps its own order', { orderId: 'o' }, { orderId: 'p' }, { orderId: 'p' }],
    [
      'is kept as long as the longer',
      { retentionClass: 'conversation-order' },
      {},
      { retentionClass: 'conversation-order' },
    ],
  ];
  for (const [words, from, into, expected] of cases) {
    it(words, () => expect(carriedInto(one(from), other(into))).toEqual(jasmine.objectContaining(expected)));
  }
});

describe('What the policy is told of conversations that are one matter', () => {
  const own: Facts = { events: { resolved: 5 }, training: {} };
  const cases: readonly (readonly [string, readonly Facts[], Partial<Facts>])[] = [
    ['ends with the last', [{ events: { resolved: 9 } }], { events: { resolved: 9 } }],
    ['is not over while one is not', [{ events: { resolved: null } }], { events: { resolved: null } }],
    ['has every hold', [{ holds: [{ kind: 'legal', from: 1 }] }], { holds: [{ kind: 'legal', from: 1 }] }],
    ['has every open matter', [{ matters: [{ kind: 'claim', since: 1 }] }], { matters: [{ kind: 'claim', since: 1 }] }],
    ['waits for a pending access', [{ accessPendingSince: 3 }], { accessPendingSince: 3 }],
    ['trains nobody where one was objected to', [{ training: { objected: true } }], { training: { objected: true } }],
    [
      'trains nobody where one is about privacy',
      [{ training: { matter: 'privacy' } }],
      { training: { matter: 'privacy' } },
    ],
    [
      'takes the least of the consents',
      [{ training: { recordingConsent: 'given' } }, { training: { recordingConsent: 'refused' } }],
      { training: { recordingConsent: 'refused' } },
    ],
    ['is a minor where one is', [{ minor: { stage: 'frozen', at: 2 } }], { minor: { stage: 'frozen', at: 2 } }],
  ];
  for (const [words, others, expected] of cases) {
    it(words, () => expect(jointFacts(own, others)).toEqual(jasmine.objectContaining(expected)));
  }

  it('does not go because one of them is to be deleted', () => {
    expect(jointFacts(own, [{ erasureRequestedAt: 7 }]).erasureRequestedAt).toBeUndefined();
    expect(jointFacts({ ...own, erasureRequestedAt: 7 }, [{}]).erasureRequestedAt).toBe(7);
  });
});
