import type { Conditions, Trigger } from '@candour/shared/automations.js';
import { MINUTE } from '@candour/shared/instant.js';
import { answers, holds, lasted, wouldAnswer, type ConditionFacts } from './automation.rules.js';

const now = Date.UTC(2026, 2, 2, 10);
const ticket: ConditionFacts = {
  ...{ status: 'open', assigneeId: 'a', teamId: null, priority: 'normal', topic: 'delivery', reason: 'late' },
  ...{ tags: ['vip'], language: 'de', channel: 'chat', waitingSince: now - 10 * MINUTE, officeOpen: true },
  ...{ lastAt: now - 10 * MINUTE, lastBy: 'customer' },
};

describe('Conditions hold', () => {
  for (const [why, asked, change, expected] of [
    ['where none is named', {}, {}, true],
    ['for one of the topics', { topics: ['orders', 'delivery'] }, {}, true],
    ['for no other topic', { topics: ['orders'] }, {}, false],
    ['for the reason', { reasons: ['late'] }, {}, true],
    ['for no reason where none is said', { reasons: ['late'] }, { reason: null }, false],
    ['for the language', { languages: ['fr'] }, {}, false],
    ['for the priority', { priorities: ['high', 'urgent'] }, {}, false],
    ['for the channel', { channels: ['email'] }, {}, false],
    ['for one of the tags', { tags: ['sofa', 'vip'] }, {}, true],
    ['for no tag', { tags: ['sofa'] }, {}, false],
    ['in business hours', { hours: 'open' }, {}, true],
    ['out of hours', { hours: 'closed' }, { officeOpen: false }, true],
    ['not out of hours', { hours: 'closed' }, {}, false],
    ['for what somebody has', { assigned: 'somebody' }, {}, true],
    ['for what nobody has', { assigned: 'nobody' }, {}, false],
    ['from the minute on', { waitingMinutes: 10 }, {}, true],
    ['and not before', { waitingMinutes: 11 }, {}, false],
    ['for nobody who does not wait', { waitingMinutes: 1 }, { waitingSince: null }, false],
    ['only all together', { topics: ['delivery'], languages: ['fr'] }, {}, false],
  ] as const satisfies readonly (readonly [string, Conditions, Partial<ConditionFacts>, boolean])[]) {
    it(why, () => {
      expect(holds(asked as Conditions, { ...ticket, ...change }, now)).toBe(expected);
    });
  }
});

describe('A trigger', () => {
  for (const [why, trigger, on, to, expected] of [
    ['answers to its own', { on: 'started' }, 'started', undefined, true],
    ['answers to no other', { on: 'started' }, 'customer-message', undefined, false],
    ['answers to any status', { on: 'status', to: null }, 'status', 'pending', true],
    ['answers to the status it names', { on: 'status', to: 'resolved' }, 'status', 'resolved', true],
    ['answers to no other status', { on: 'status', to: 'resolved' }, 'status', 'open', false],
  ] as const) {
    it(why, () => {
      expect(answers(trigger, { on, occasion: '', ...(to ? { to } : {}) })).toBe(expected);
    });
  }

  const answered = { lastBy: 'staff', waitingSince: null } as const;
  for (const [why, trigger, change, expected] of [
    ['counts a wait', { on: 'waiting', minutes: 10 }, {}, `waiting:${now - 10 * MINUTE}`],
    ['waits for the whole of it', { on: 'waiting', minutes: 11 }, {}, undefined],
    ['counts a silence', { on: 'silent', minutes: 10 }, answered, `silent:${now - 10 * MINUTE}`],
    ['hears no silence while the desk owes an answer', { on: 'silent', minutes: 1 }, {}, undefined],
    ['hears none in what is over', { on: 'silent', minutes: 1 }, { ...answered, status: 'resolved' }, undefined],
    ['counts nothing else', { on: 'started' }, {}, undefined],
  ] as const satisfies readonly (readonly [string, Trigger, Partial<ConditionFacts>, string | undefined])[]) {
    it(why, () => {
      expect(lasted(trigger, { ...ticket, ...change }, now)?.occasion).toBe(expected);
    });
  }

  it('is tried against a conversation as it stands', () => {
    expect(wouldAnswer({ on: 'status', to: 'open' }, ticket, now)).toBeTrue();
    expect(wouldAnswer({ on: 'status', to: 'resolved' }, ticket, now)).toBeFalse();
    expect(wouldAnswer({ on: 'waiting', minutes: 60 }, ticket, now)).toBeFalse();
    expect(wouldAnswer({ on: 'customer-message' }, ticket, now)).toBeTrue();
  });
});
