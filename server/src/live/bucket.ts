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
}
