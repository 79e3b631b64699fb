/** Random numbers that are the same in every run: a corpus that is made anew says the same. */
export class Random {
  constructor(private state: number) {}

  /** A whole number from 0 to `below` - 1. */
  below(below: number): number {
    // Mulberry32.
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4_294_967_296) * below);
  }

  chance(share: number): boolean {
    return this.below(1_000_000) < share * 1_000_000;
  }

  of<T>(list: readonly T[]): T {
    return list[this.below(list.length)]!;
  }
}

/** Draws values in proportion to their weights, by one look-up. */
export function weighted<T>(weights: readonly (readonly [T, number])[], slots = 4096): readonly T[] {
  const sum = weights.reduce((all, [, weight]) => all + weight, 0);
  return weights.flatMap(([value, weight]) =>
    Array.from({ length: Math.max(1, Math.round((slots * weight) / sum)) }, () => value),
  );
}
