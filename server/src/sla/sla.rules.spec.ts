import { DAY, HOUR, MINUTE, SECOND } from '@candour/shared/instant.js';
import { addBusinessMs, calendarOf, defaultOffice } from '../hours/hours.rules.js';
import { BusinessClock } from '../hours/business-clock.js';
import { nextDue, type SlaEvidence } from './sla.rules.js';
import { houseTargets } from './targets.rules.js';

const clock = new BusinessClock(calendarOf(defaultOffice));
/** A Friday; the desk is open from 8 to 20, on Saturday from 9 to 17, on Sunday not at all. */
const friday = Date.parse('2026-11-27T00:00:00Z');
const at = (hours: number): number => friday + hours * HOUR;

const ticket = (more: Partial<SlaEvidence>): SlaEvidence => ({
  ...{ status: 'queued', channel: 'email', answerBy: null, topic: 'orders', reason: null, createdAt: at(10) },
  ...{ waitingSince: at(10), firstReplyAt: null, pausedMs: 0, safetySince: null },
  ...more,
});
const chat = (more: Partial<SlaEvidence>): SlaEvidence => ticket({ channel: 'chat', ...more });
const due = (of: SlaEvidence): string | undefined => {
  const found = nextDue(of, houseTargets, clock);
  return found && `${found.kind} ${new Date(found.dueAt).toISOString().slice(8, 19)}`;
};

describe('What the desk owes first', () => {
  const table: readonly (readonly [words: string, of: SlaEvidence, owes: string | undefined])[] = [
    ['a chat within a minute', chat({}), 'first-reply 27T10:01:00'],
    ['once answered, within two', chat({ firstReplyAt: at(10), waitingSince: at(11) }), 'next-reply 27T11:02:00'],
    ['a chat at night when it opens', chat({ createdAt: at(22), waitingSince: at(22) }), 'first-reply 28T09:01:00'],
    ['nothing while the customer is waited for', chat({ status: 'pending' }), undefined],
    ['nothing for what is over', chat({ status: 'resolved' }), undefined],
    ['nothing for spam', ticket({ status: 'spam' }), undefined],
    ['a reply also while it is snoozed', ticket({ status: 'snoozed' }), 'first-reply 27T14:00:00'],
    ['an order within four hours', ticket({}), 'first-reply 27T14:00:00'],
    ['a changed order within one', ticket({ reason: 'change' }), 'first-reply 27T11:00:00'],
    ['over the night', ticket({ waitingSince: at(18), createdAt: at(18) }), 'first-reply 28T11:00:00'],
    ['by mail to who left the chat', chat({ answerBy: 'email' }), 'first-reply 27T14:00:00'],
    ['its resolution where nobody waits', ticket({ waitingSince: null }), 'resolution 30T14:00:00'],
    ['later by what was paused', ticket({ waitingSince: null, pausedMs: 2 * HOUR }), 'resolution 30T16:00:00'],
    ['what is due sooner', ticket({ createdAt: at(-48), waitingSince: at(10) }), 'resolution 26T20:00:00'],
    ['no resolution where the law sets the term', ticket({ topic: 'privacy', waitingSince: null }), undefined],
    ['a minor within an hour', ticket({ topic: 'privacy', reason: 'minor' }), 'first-reply 27T11:00:00'],
    [
      'a place at the head of the queue counts from the beginning',
      chat({ waitingSince: at(2) }),
      'first-reply 27T10:01:00',
    ],
    [
      'a look of a supervisor where somebody may be hurt',
      chat({ waitingSince: null, topic: 'product', reason: 'safety', safetySince: at(10.5) }),
      'supervisor 27T11:30:00',
    ],
  ];
  for (const [words, of, owes] of table) it(`is ${words}`, () => expect(due(of)).toBe(owes));

  it('is at risk after three quarters of it', () => {
    expect(nextDue(chat({}), houseTargets, clock)?.warnAt).toBe(at(10) + 45 * SECOND);
    expect(nextDue(ticket({}), houseTargets, clock)?.warnAt).toBe(at(13));
  });

  it('counts the same whatever day or night was asked for before', () => {
    const calendar = calendarOf(defaultOffice);
    for (let hour = -30; hour < 80; hour++) {
      for (const when of [at(hour), at(50 - hour)]) {
        for (const ms of [MINUTE, 5 * HOUR, 2 * DAY])
          expect(clock.add(when, ms)).toBe(addBusinessMs(calendar, when, ms));
      }
    }
  });
});
