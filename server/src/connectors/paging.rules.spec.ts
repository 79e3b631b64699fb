import { firstAsk, nextAsk, OVERLAP, PAGE, type PageAsk } from './paging.rules.js';

const at = Date.UTC(2026, 4, 4, 12);

describe('Reading a shop page by page', () => {
  it('begins with everything, or a second before what was read last', () => {
    expect(firstAsk(null)).toEqual({ after: undefined, page: 1 });
    expect(firstAsk(at)).toEqual({ after: at - OVERLAP, page: 1 });
  });

  const cases: readonly (readonly [why: string, ask: PageAsk, count: number, last: number | undefined, next: PageAsk | undefined])[] = [
    ['ends with a page that is not full', { after: at, page: 1 }, PAGE - 1, at + 5000, undefined],
    ['ends with an empty page', { after: at, page: 3 }, 0, undefined, undefined],
    ['goes on behind the last order', { after: at, page: 1 }, PAGE, at + 5000, { after: at + 5000 - OVERLAP, page: 1 }],
    ['goes on behind the last order of everything', { after: undefined, page: 1 }, PAGE, at, { after: at - OVERLAP, page: 1 }],
    ['counts pages within one second', { after: at - OVERLAP, page: 1 }, PAGE, at, { after: at - OVERLAP, page: 2 }],
    ['leaves that second when it is over', { after: at - OVERLAP, page: 2 }, PAGE, at + 2000, { after: at + 1000, page: 1 }],
    ['counts pages where the shop does not say when', { after: undefined, page: 1 }, PAGE, undefined, { after: undefined, page: 2 }],
  ]; // prettier-ignore
  for (const [why, ask, count, last, next] of cases) {
    it(why, () => expect(nextAsk(ask, count, last)).toEqual(next));
  }
});
