/** A token bucket: `limit` things in `window` milliseconds, refilled evenly. */
export class Bucket {
  private left: number;
  private filled = performance.now();

  constructor(
    private readonly limit: number,
    private readonly window: number,
  ) {
    this.left = limit;
  }

  /** Takes one; answers 0, or how many milliseconds to wait when there is none. */
  take(): number {
    const now = performance.now();
    this.left = Math.min(this.limit, this.left + ((now - this.filled) * this.limit) / this.window);
    this.filled = now;
    if (this.left >= 1) {
      this.left -= 1;
      return 0;
    }
    return ((1 - this.left) * this.window) / this.limit;
  }

  /** Whether nothing was taken for so long that a new one would be no different. */
  get full(): boolean {
    return this.left + ((performance.now() - this.filled) * this.limit) / this.window >= this.limit;
  }
}

/** Buckets kept before those that nobody needs any more are looked for. */
const FIRST_LOOK = 1_024;

/**
 * One bucket a sender, shared by all their connections to this node and kept until it is full again, so that nobody
 * gains by connecting anew. A connection looks its bucket up once and counts without asking here.
 */
export class Buckets {
  private readonly kept = new Map<string, { readonly bucket: Bucket; holders: number }>();
  private lookAt = FIRST_LOOK;

  constructor(
    private readonly limit: number,
    private readonly window: number,
  ) {}

  get size(): number {
    return this.kept.size;
  }

  /** A bucket for a connection whose sender is not known yet. */
  alone(): Bucket {
    return new Bucket(this.limit, this.window);
  }

  /** The sender's bucket; `letGo` must follow when the connection ends. */
  hold(sender: string): Bucket {
    const kept = this.kept.get(sender);
    if (kept) {
      kept.holders++;
      return kept.bucket;
    }
    if (this.kept.size >= this.lookAt) this.tidy();
    const bucket = this.alone();
    this.kept.set(sender, { bucket, holders: 1 });
    return bucket;
  }

  letGo(sender: string): void {
    const kept = this.kept.get(sender);
    if (kept) kept.holders--;
  }

  /** Looks again at twice as many, so that a sender costs the same however many there are. */
  private tidy(): void {
    for (const [sender, { bucket, holders }] of this.kept) {
      if (holders === 0 && bucket.full) this.kept.delete(sender);
    }
    this.lookAt = Math.max(FIRST_LOOK, 2 * this.kept.size);
  }
}
