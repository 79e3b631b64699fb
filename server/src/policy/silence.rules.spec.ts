import { DAY } from '@candour/shared/instant.js';
import { kwoking } from './packs/kwoking/pack.js';
import { overAfter, silentBefore } from './silence.rules.js';

describe('A silent conversation', () => {
  const lastAt = Date.UTC(2026, 0, 10, 12);
  const cases: readonly [words: string, awaited: boolean, days: number, over: number | undefined][] = [
    ['that was answered stays open for two weeks', false, 14 - 1 / 86_400_000, undefined],
    ['that was answered is over then', false, 14, 14],
    ['that awaits an answer stays open longer', true, 89, undefined],
    ['that awaits an answer is not kept open for ever', true, 90.5, 90],
  ];
  for (const [words, awaited, days, over] of cases) {
    it(words, () => {
      const now = lastAt + days * DAY;
      expect(overAfter({ lastAt, awaited }, kwoking, now)).toBe(over);
      if (over !== undefined) expect(silentBefore(kwoking, now)).toBeGreaterThanOrEqual(lastAt);
    });
  }
});
