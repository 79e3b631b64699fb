import { TestClock } from '../core/clock.testing.js';
import { ImportProgress } from './import-progress.js';

const soFar = { read: 500, created: 400, updated: 50, unchanged: 40, failed: 10 };
const words = '500 read, 400 created, 50 updated, 40 unchanged, 10 refused';

describe('The progress of an import', () => {
  let clock: TestClock;
  let written: string[];
  const shown = (of: { isTTY?: boolean; columns?: number }, size = 2000): ImportProgress =>
    new ImportProgress({ ...of, write: (text) => written.push(text) }, size, () => clock.now());

  beforeEach(() => {
    clock = new TestClock();
    written = [];
  });

  it('is a line every five seconds where nobody looks on', () => {
    const progress = shown({});
    for (let second = 0; second < 12; second++) {
      progress.tell(soFar, 1000);
      clock.advance(1000);
    }
    progress.end();
    expect(written).toEqual([`50%: ${words}\n`, `50%: ${words}\n`]);
  });

  it('is one line rewritten on a terminal, no wider than that, and gone at the end', () => {
    const progress = shown({ isTTY: true, columns: 20 });
    progress.tell(soFar, 10);
    clock.advance(200);
    progress.tell(soFar, 10);
    progress.tell(soFar, 10);
    progress.end();
    expect(written).toEqual([`\r\u001b[2K${`0%: ${words}`.slice(0, 19)}`, '\r\u001b[2K']);
  });

  it('names no part of a whole that is unknown', () => {
    const progress = shown({}, 0);
    clock.advance(5000);
    progress.tell(soFar, 10);
    expect(written).toEqual([`${words}\n`]);
  });
});
