import { afterFailure, errorCode, pauses, type DeliveryError } from './delivery.rules.js';

describe('what follows a mail that was not delivered', () => {
  const again = (error: string, pause: number): unknown => ({ status: 'waiting', nextAttemptAt: 1000 + pause, error });
  const cases: readonly (readonly [words: string, failure: DeliveryError, attempts: number, expected: unknown])[] = [
    ['an unknown address', { responseCode: 550, code: 'EENVELOPE' }, 1, { status: 'failed', error: 'smtp-550' }],
    ['a full server', { responseCode: 452, code: 'EENVELOPE' }, 1, again('smtp-452', pauses[0])],
    ['greylisting, for the third time', { responseCode: 451 }, 3, again('smtp-451', pauses[2])],
    ['a refused sign-in', { responseCode: 535, code: 'EAUTH' }, 1, again('smtp-535', pauses[0])],
    ['a server that is down', { code: 'ECONNECTION' }, 2, again('smtp-connection', pauses[1])],
    ['an address that is none', { code: 'EENVELOPE' }, 1, { status: 'failed', error: 'smtp-envelope' }],
    ['the last try', { code: 'ETIMEDOUT' }, pauses.length + 1, { status: 'failed', error: 'smtp-timedout' }],
    ['an error without a name', {}, 1, again('smtp-unknown', pauses[0])],
  ];
  for (const [words, failure, attempts, expected] of cases) {
    it(words, () => expect(afterFailure(failure, attempts, 1000)).toEqual(expected as never));
  }

  it('never takes a sentence for a code', () => {
    expect(errorCode({ code: 'mailbox of someone@example.com is full' })).toBe('smtp-unknown');
  });
});
