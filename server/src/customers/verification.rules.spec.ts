import { HOUR, MINUTE } from '@candour/shared/instant.js';
import {
  codeAddress,
  levelNow,
  sendLimits,
  shortened,
  tryCode,
  waitToSend,
  type CodeState,
} from './verification.rules.js';

const now = 1_000 * HOUR;
const open: CodeState = { state: 'open', attempts: 0, expiresAt: now + MINUTE };

describe('a one-time code', () => {
  const cases: readonly (readonly [words: string, code: CodeState | undefined, equal: boolean, outcome: string])[] = [
    ['is believed', open, true, 'right'],
    ['is believed at the last try', { ...open, attempts: 4 }, true, 'right'],
    ['is wrong, four tries are left', open, false, 'code-wrong 4'],
    ['is wrong, one try is left', { ...open, attempts: 3 }, false, 'code-wrong 1'],
    ['is void with the fifth wrong try', { ...open, attempts: 4 }, false, 'too-many-attempts voids'],
    ['stays void even if right', { ...open, attempts: 5, state: 'void' }, true, 'too-many-attempts'],
    ['is over at its last instant', { ...open, expiresAt: now }, true, 'code-expired'],
    ['is over when a newer one was sent', { ...open, state: 'void' }, true, 'code-expired'],
    ['is not believed twice', { ...open, state: 'used' }, true, 'code-expired'],
    ['was never sent', undefined, false, 'code-expired'],
  ];
  for (const [words, code, equal, expected] of cases) {
    it(words, () => {
      const outcome = tryCode(code, equal, now);
      const told = outcome.right
        ? 'right'
        : [outcome.refusal, outcome.left, outcome.voids ? 'voids' : undefined]
            .filter((part) => part !== undefined)
            .join(' ');
      expect(told).toBe(expected);
    });
  }

  const limits = sendLimits.conversation;
  const waits: readonly (readonly [words: string, minutesAgo: readonly number[], wait: number])[] = [
    ['may be sent first', [], 0],
    ['may be sent a third time', [0, 1], 0],
    ['waits after three in ten minutes', [1, 3, 4], 6],
    ['may be sent when the oldest of the three is ten minutes old', [1, 3, 10], 0],
    ['waits a day after six', [60, 70, 80, 90, 100, 110], 24 * 60 - 110],
  ];
  for (const [words, minutesAgo, wait] of waits) {
    it(words, () => {
      const sent = minutesAgo.map((minutes) => now - minutes * MINUTE);
      expect(waitToSend(limits, sent, now)).toBe(wait * MINUTE);
    });
  }
});

describe('the verification level', () => {
  it('falls from 2 to 1 a quarter of an hour after the re-authentication', () => {
    expect(levelNow(2, now - 15 * MINUTE + 1, now)).toBe(2);
    expect(levelNow(2, now - 15 * MINUTE, now)).toBe(1);
    expect(levelNow(2, null, now)).toBe(1);
  });
  it('stays at 0 and 1', () => {
    expect(levelNow(0, now, now)).toBe(0);
    expect(levelNow(1, 0, now)).toBe(1);
  });
});

describe('the address of a code', () => {
  it('is the order’s, else the customer’s, else none', () => {
    expect(codeAddress({ order: 'o@example.com', customer: 'c@example.com' })).toBe('o@example.com');
    expect(codeAddress({ customer: 'c@example.com' })).toBe('c@example.com');
    expect(codeAddress({})).toBeUndefined();
  });
  it('is shown shortened', () => {
    expect(shortened('ottoline.sofabed@example.com')).toBe('o•••@e•••.com');
    expect(shortened('é@sub.example.co.uk')).toBe('é•••@s•••.uk');
    expect(shortened('none')).toBe('n•••@•••');
  });
});
