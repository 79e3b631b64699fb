import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, truncateSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/** Facts in a file, one line each, on the disk before anybody hears of them: they survive any kill. */
export class Journal<Fact> {
  private readonly file: number;

  constructor(
    path: string,
    /** Called for each fact of earlier runs, in their order. */
    replay: (fact: Fact) => void,
  ) {
    mkdirSync(dirname(path), { recursive: true });
    if (existsSync(path)) {
      const text = readFileSync(path, 'utf8');
      // A line that a kill cut off was never answered for.
      const whole = text.lastIndexOf('\n') + 1;
      if (whole < text.length) truncateSync(path, Buffer.byteLength(text.slice(0, whole)));
      for (const line of text.slice(0, whole).split('\n')) if (line !== '') replay(JSON.parse(line) as Fact);
    }
    this.file = openSync(path, 'a', 0o600);
  }

  add(fact: Fact): void {
    writeSync(this.file, `${JSON.stringify(fact)}\n`);
    fsyncSync(this.file);
  }

  close(): void {
    closeSync(this.file);
  }
}
