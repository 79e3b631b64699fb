import { Refused } from '@candour/shared/errors.js';
import { TestClock } from '../clock.testing.js';
import { Limiter } from './limiter.js';

describe('The limiter', () => {
  const rate = { times: 3, within: 10_000 };
  let clock: TestClock;
  let limiter: Limiter;
  beforeEach(() => {
    clock = new TestClock();
    limiter = new Limiter(clock);
  });

  /** Seconds to wait; 0: allowed. */
  const take = (key: string): number => {
    try {
      limiter.take(key, rate);
      return 0;
    } catch (error) {
      return Number((error as Refused).facts?.['retryAfter']);
    }
  };

  it('lets so many pass, then says how long to wait', () => {
    expect([take('a'), take('a'), take('a')]).toEqual([0, 0, 0]);
    clock.advance(2_500);
    expect(take('a')).toBe(8);
    expect(take('b')).toBe(0);
    clock.advance(7_499);
    expect(take('a')).toBe(1);
    clock.advance(1);
    expect(take('a')).toBe(0);
  });

  it('takes one back', () => {
    for (let i = 0; i < 20; i++) {
      expect(take('a')).toBe(0);
      limiter.giveBack('a');
    }
  });

  it('says the same to the throttler', async () => {
    for (let i = 0; i < 3; i++) expect((await limiter.increment('a', 10_000, 3)).isBlocked).toBeFalse();
    expect(await limiter.increment('a', 10_000, 3)).toEqual({
      totalHits: 4,
      timeToExpire: 10,
      isBlocked: true,
      timeToBlockExpire: 10,
    });
  });

  it('frees nobody for a flood of keys that are all in use', () => {
    for (let n = 0; n < 4; n++) take('the victim');
    for (let i = 0; i < 60_000; i++) take(`flood ${i}`);
    expect(take('the victim')).toBe(10);
    // Who comes when there is no room is counted too, with others.
    for (let n = 0; n < 3; n++) take('the latecomer');
    expect(take('the latecomer')).toBe(10);
    clock.advance(10_000);
    expect([take('the victim'), take('the latecomer')]).toEqual([0, 0]);
  });

  it('does not let off whoever was counted with others once there is room', () => {
    for (let i = 0; i < 50_000; i++) take(`flood ${i}`);
    clock.advance(9_999);
    for (let n = 0; n < 4; n++) take('the latecomer');
    clock.advance(1);
    for (let i = 0; i < 1_000; i++) take(`flood ${i}`);
    expect(take('the latecomer')).toBe(10);
  });

  it('forgets what has ended first, so that a flood of new keys frees nobody', () => {
    for (let i = 0; i < 60_000; i++) {
      take(`old ${i}`);
      if (i === 49_000) clock.advance(10_000);
      if (i === 49_000) for (let n = 0; n < 4; n++) take('the attacker');
    }
    expect(take('the attacker')).toBe(10);
  });
});
