import type { SoFar } from '../orders/import/imports.service.js';

/** Where progress is told: the standard error stream, or what stands for it. */
export interface ProgressOutput {
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
  write(text: string): unknown;
}

/** Milliseconds between two tellings: a terminal's line is rewritten, elsewhere each is a line of its own. */
const REWRITTEN = 200;
const LINES = 5000;
const CLEAR_LINE = '\r\u001b[2K';

/** Tells people how far a long import has come. The result itself goes to the standard output. */
export class ImportProgress {
  private toldAt: number;

  /** @param size of the file, in bytes; 0 where it is unknown. `now` in milliseconds. */
  constructor(
    private readonly output: ProgressOutput,
    private readonly size: number,
    private readonly now: () => number,
  ) {
    this.toldAt = now();
  }

  /** Said often, told seldom. `bytes` of the file were read. */
  tell({ read, created, updated, unchanged, failed }: SoFar, bytes: number): void {
    const now = this.now();
    if (now - this.toldAt < (this.output.isTTY ? REWRITTEN : LINES)) return;
    this.toldAt = now;
    const part = this.size > 0 ? `${Math.min(100, Math.floor((100 * bytes) / this.size))}%: ` : '';
    const text = `${part}${read} read, ${created} created, ${updated} updated, ${unchanged} unchanged, ${failed} refused`;
    this.output.write(this.output.isTTY ? CLEAR_LINE + text.slice(0, (this.output.columns ?? 80) - 1) : `${text}\n`);
  }

  /** Leaves the terminal's line empty for what follows. */
  end(): void {
    if (this.output.isTTY) this.output.write(CLEAR_LINE);
  }
}
