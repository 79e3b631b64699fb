import { Buckets } from './bucket.js';

describe('The buckets of senders', () => {
  let now: number;
  let buckets: Buckets;
  beforeEach(() => {
    now = 0;
    spyOn(performance, 'now').and.callFake(() => now);
    buckets = new Buckets(5, 10_000);
  });
  const empty = (sender: string): void => {
    const bucket = buckets.hold(sender);
    while (bucket.take() === 0);
    buckets.letGo(sender);
  };

  it('are shared by the connections of a sender and refilled evenly', () => {
    const [one, other] = [buckets.hold('a'), buckets.hold('a')];
    expect([1, 2, 3, 4, 5].map((n) => (n % 2 ? one : other).take())).toEqual([0, 0, 0, 0, 0]);
    expect(other.take()).toBe(2_000);
    expect(buckets.hold('b').take()).toBe(0);
    now = 2_000;
    expect([one.take(), one.take()]).toEqual([0, 2_000]);
  });

  it('are no fuller for a sender who comes back after a flood of others', () => {
    empty('the attacker');
    for (let n = 0; n < 10_000; n++) {
      buckets.hold(`other ${n}`);
      buckets.letGo(`other ${n}`);
    }
    expect(buckets.hold('the attacker').take()).toBe(2_000);
  });

  it('are let go once they are full and nobody has them, and not before', () => {
    const held = buckets.hold('held');
    for (let n = 0; n < 3_000; n++) empty(`gone ${n}`);
    expect(buckets.size).toBe(3_001);
    now = 10_000;
    for (let n = 0; n < 3_000; n++) empty(`new ${n}`);
    expect(buckets.size).toBeLessThan(5_000);
    expect(buckets.hold('held')).toBe(held);
  });
});
