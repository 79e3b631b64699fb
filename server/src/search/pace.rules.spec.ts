import { restAfter } from './pace.rules.js';

describe('The pace of the indexer', () => {
  const cases: [words: string, pass: Parameters<typeof restAfter>[0], rest: number][] = [
    ['nothing waits: it looks again after a while', { took: 2, more: false, load: 0 }, 500],
    ['calm: a third of the time', { took: 30, more: true, load: 0.2 }, 60],
    ['busy: a twentieth', { took: 30, more: true, load: 0.9 }, 570],
    ['busy, and little waits: the same share at the most', { took: 40, more: false, load: 0.9 }, 760],
    ['a long pass is not rested from for ever', { took: 2000, more: true, load: 1 }, 5000],
  ];
  for (const [words, pass, rest] of cases) {
    it(words, () => expect(Math.round(restAfter(pass, 0.05))).toBe(rest));
  }
});
