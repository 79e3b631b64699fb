import { createHmac, randomBytes } from 'node:crypto';
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

/** Counters kept at most. None is let go before it ends: whoever floods the desk with new keys frees nobody's. */
const MOST = 50_000;
/** Beyond, new keys of a window share so many counters: then some wait for others, but nobody is let off. */
const SHARED = 4_096;
/** How often, in new keys, the ended counters are looked for while there is no room. */
const LOOK = 1_000;

interface Counter {
  count: number;
  ends: number;
}

type ThrottlerRecord = Awaited<ReturnType<ThrottlerStorage['increment']>>;

/** Counts attempts in memory, by the desk's clock. Each node counts for itself. */
@Injectable()
export class Limiter implements ThrottlerStorage {
  private readonly counters = new Map<string, Counter>();
  private readonly shared = new Map<string, Counter>();
  private turnedAway = 0;

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
    const counter = this.live(this.counters, key, now) ?? this.begin(key, now, within);
    counter.count++;
    return { count: counter.count, wait: Math.ceil((counter.ends - now) / 1000) };
  }

  private begin(key: string, now: number, within: number): Counter {
    const place = placeOf(key, within);
    const shared = this.live(this.shared, place, now);
    if (!this.hasRoom(now)) {
      if (shared) return shared;
      const first = { count: 0, ends: now + within };
      this.shared.set(place, first);
      return first;
    }
    // What it counted while there was no room still counts.
    const counter = shared ? { ...shared } : { count: 0, ends: now + within };
    this.counters.set(key, counter);
    return counter;
  }

  private live(counters: Map<string, Counter>, key: string, now: number): Counter | undefined {
    const counter = counters.get(key);
    if (!counter || counter.ends > now) return counter;
    counters.delete(key);
    return undefined;
  }

  /** Lets go of what has ended, and of nothing else. */
  private hasRoom(now: number): boolean {
    if (this.counters.size < MOST) return true;
    if (this.turnedAway++ % LOOK === 0) {
      for (const [key, { ends }] of this.counters) if (ends <= now) this.counters.delete(key);
    }
    return this.counters.size < MOST;
  }
}

/** Salted for each start: nobody can choose keys that share a counter with somebody's. */
const salt = randomBytes(16);
const placeOf = (key: string, within: number): string =>
  `${within} ${createHmac('sha256', salt).update(key).digest().readUInt32BE(0) % SHARED}`;
