/** Asks under way: when the desk closes, no new one begins, and those that began are answered first. */
export class Drain {
  private under = 0;
  private closed = false;
  private idle: () => void = () => undefined;

  /** Answers false once the desk is closing; otherwise `leave` must follow when the ask is answered. */
  enter(): boolean {
    if (this.closed) return false;
    this.under++;
    return true;
  }

  leave(): void {
    if (--this.under === 0) this.idle();
  }

  /** Resolves when the asks under way are answered. */
  async close(): Promise<void> {
    this.closed = true;
    if (this.under > 0) await new Promise<void>((resolve) => (this.idle = resolve));
  }
}
