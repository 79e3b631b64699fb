import { MINUTE } from '@candour/shared/instant.js';
import type { Clock } from '../clock.js';

/** How long a key is known at most before the key store is asked again: another node may have retired or shredded it. */
export const KNOWN_FOR = 20 * MINUTE;
const TURN = KNOWN_FOR / 2;

/**
 * What was read, in two generations: the older is let go when the younger is half as old as anything may be, or full.
 * Being asked for keeps nothing, so that no hit is older than `KNOWN_FOR`.
 */
export class AgingCache<V> {
  private young = new Map<string, V>();
  private old = new Map<string, V>();
  private turnedAt: number;

  constructor(
    private readonly clock: Clock,
    private readonly limit: number,
  ) {
    this.turnedAt = clock.now();
  }

  get(key: string): V | undefined {
    this.age();
    return this.young.get(key) ?? this.old.get(key);
  }

  set(key: string, value: V): void {
    this.age();
    if (this.young.size >= this.limit / 2) this.turn();
    this.young.set(key, value);
  }

  delete(key: string): void {
    this.young.delete(key);
    this.old.delete(key);
  }

  clear(): void {
    this.young.clear();
    this.old.clear();
  }

  private age(): void {
    const turns = Math.floor((this.clock.now() - this.turnedAt) / TURN);
    if (turns === 0) return;
    this.turn();
    // A clock that was set back says nothing about ages.
    if (turns !== 1) this.old = new Map();
    this.turnedAt = turns > 0 ? this.turnedAt + turns * TURN : this.clock.now();
  }

  private turn(): void {
    this.old = this.young;
    this.young = new Map();
  }
}
