import type { Jurisdiction, RequestType } from '@candour/shared/requests.js';
import { jurisdictions, requestTypes } from '@candour/shared/requests.js';
import { DAY } from '@candour/shared/instant.js';
import * as fc from 'fast-check';
import { clockOf, guessJurisdiction } from './clock.rules.js';

type Case = readonly [why: string, type: RequestType, where: Jurisdiction, received: string, due: string];
const cases: readonly Case[] = [
  ['one month is the same date', 'access', 'eu', '2026-03-10T09:00:00Z', '2026-04-10T21:59:59.999Z'],
  [
    '31 January has its month end on 28 February, a Saturday, and goes on to Monday',
    'access',
    'eu',
    '2026-01-31T12:00:00Z',
    '2026-03-02T22:59:59.999Z',
  ],
  ['in a leap year on the 29th', 'deletion', 'eu', '2028-01-31T12:00:00Z', '2028-02-29T22:59:59.999Z'],
  ['over the turn of the year', 'correction', 'eu', '2026-12-10T12:00:00Z', '2027-01-11T22:59:59.999Z'],
  [
    'late in the evening it is the next day in Berlin',
    'access',
    'eu',
    '2026-03-10T23:30:00Z',
    '2026-04-13T21:59:59.999Z',
  ],
  [
    'over the change to summer time the day ends an hour earlier in UTC',
    'access',
    'uk',
    '2026-03-16T12:00:00Z',
    '2026-04-16T22:59:59.999Z',
  ],
  ['a Sunday goes on to Monday in the UK', 'access', 'uk', '2026-02-15T12:00:00Z', '2026-03-16T23:59:59.999Z'],
  ['a complaint in the UK has 30 days', 'complaint', 'uk', '2026-07-01T12:00:00Z', '2026-07-31T22:59:59.999Z'],
  [
    '45 calendar days in California, weekend or not',
    'deletion',
    'us-ca',
    '2026-03-02T20:00:00Z',
    '2026-04-17T06:59:59.999Z',
  ],
  ['15 business days to stop a sale', 'opt-out', 'us-ca', '2026-03-02T20:00:00Z', '2026-03-24T06:59:59.999Z'],
  [
    'received on a Saturday business days begin on Monday',
    'opt-out',
    'us-ca',
    '2026-03-07T20:00:00Z',
    '2026-03-28T06:59:59.999Z',
  ],
  ['30 days in Canada', 'access', 'ca', '2026-03-02T15:00:00Z', '2026-04-02T03:59:59.999Z'],
  [
    '20 working days in New Zealand, none over the summer',
    'correction',
    'nz',
    '2026-12-21T00:00:00Z',
    '2027-02-09T10:59:59.999Z',
  ],
  ['15 days in Brazil', 'access', 'br', '2026-03-02T15:00:00Z', '2026-03-18T02:59:59.999Z'],
  [
    'somebody under 16: a supervisor decides within a day, wherever',
    'minor',
    'eu',
    '2026-03-02T15:00:00Z',
    '2026-03-03T15:00:00.000Z',
  ],
  [
    'of an unknown customer the earliest counts',
    'access',
    'unknown',
    '2026-03-02T15:00:00Z',
    '2026-03-18T02:59:59.999Z',
  ],
];

describe('the clock of a privacy request', () => {
  for (const [why, type, where, received, due] of cases) {
    it(`${type} in ${where}: ${why}`, () => {
      expect(new Date(clockOf(type, where, Date.parse(received)).dueAt).toISOString()).toBe(due);
    });
  }

  it('says by when receipt is to be confirmed, where the law asks for it', () => {
    const clock = clockOf('deletion', 'us-ca', Date.parse('2026-03-02T20:00:00Z'));
    expect(new Date(clock.confirmBy!).toISOString()).toBe('2026-03-17T06:59:59.999Z');
    expect(clockOf('deletion', 'eu', Date.parse('2026-03-02T20:00:00Z')).confirmBy).toBeUndefined();
  });

  it('is explained from receipt to deadline, in that order', () => {
    const lines = clockOf('access', 'eu', Date.parse('2026-01-31T12:00:00Z')).lines;
    expect(lines.map(({ step }) => step)).toEqual(['received', 'regime', 'period', 'rolled', 'due', 'extension']);
    expect(lines.find(({ step }) => step === 'period')?.source).toBe('GDPR Art. 12(3)');
  });

  it('never ends before receipt, nor later where it was received earlier', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...requestTypes),
        fc.constantFrom(...jurisdictions),
        fc.integer({ min: Date.parse('2024-01-01'), max: Date.parse('2031-01-01') }),
        fc.integer({ min: 0, max: 40 * DAY }),
        (type, where, at, later) => {
          const due = clockOf(type, where, at).dueAt;
          expect(due).toBeGreaterThan(at);
          expect(clockOf(type, where, at + later).dueAt).toBeGreaterThanOrEqual(due);
          expect(clockOf(type, 'unknown', at).dueAt).toBeLessThanOrEqual(due);
        },
      ),
    );
  });

  it('guesses whose law it is where a language speaks for it, and else nothing', () => {
    expect(['en', 'de', 'fr', 'es'].map(guessJurisdiction)).toEqual(['unknown', 'eu', 'unknown', 'unknown']);
  });
});
