import { Injectable } from '@nestjs/common';
import type { ThrottlerStorage } from '@nestjs/throttler';
import { Refused } from '@candour/shared/errors.js';
import { Clock } from '../clock.js';

/** How often something may happen. */
export interface Rate {
  readonly times: number;
  /** Milliseconds, from the first time on. */
  readonly within: number;
}

/** Counters kept at most; beyond, the oldest are forgotten. */
const MOST = 50_000;

interface Counter {
  count: number;
  ends: number;
}

type ThrottlerRecord = Awaited<ReturnType<ThrottlerStorage['increment']>>;

/** Counts attempts in memory, by the desk's clock. Each node counts for itself. */
@Injectable()
export class Limiter implements ThrottlerStorage {
  private readonly counters = new Map<string, Counter>();

  constructor(private readonly clock: Clock) {}

  /** Counts one more. @throws Refused `code` with `retryAfter` in seconds once there were too many. */
  take(key: string, rate: Rate, code: 'too-many-requests' | 'too-many-attempts' = 'too-many-requests'): void {
    const { count, wait } = this.hit(key, rate.within);
    if (count > rate.times) throw new Refused(code, { retryAfter: wait });
  }

  /** Takes one back: a sign-in that succeeded was no attempt at guessing. */
  giveBack(key: string): void {
    const counter = this.counters.get(key);
    if (counter && counter.count > 0) counter.count--;
  }

  /** For `@nestjs/throttler`. A caller that is over the limit waits until the window ends. */
  increment(key: string, ttl: number, limit: number): Promise<ThrottlerRecord> {
    const { count, wait } = this.hit(key, ttl);
    const isBlocked = count > limit;
    return Promise.resolve({
      totalHits: count,
      timeToExpire: wait,
      isBlocked,
      timeToBlockExpire: isBlocked ? wait : 0,
    });
  }

  private hit(key: string, within: number): { count: number; wait: number } {
    const now = this.clock.now();
    let counter = this.counters.get(key);
    if (!counter || counter.ends <= now) {
      this.counters.delete(key);
      if (this.counters.size >= MOST) this.forget(now);
      counter = { count: 0, ends: now + within };
      this.counters.set(key, counter);
    }
    counter.count++;
    return { count: counter.count, wait: Math.ceil((counter.ends - now) / 1000) };
  }

  /** Lets go of what has ended; if nothing has, of the oldest tenth. */
  private forget(now: number): void {
    for (const [key, { ends }] of this.counters) if (ends <= now) this.counters.delete(key);
    if (this.counters.size < MOST) return;
    for (const key of [...this.counters.keys()].slice(0, MOST / 10)) this.counters.delete(key);
  }
}
