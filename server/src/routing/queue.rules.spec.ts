import type { ChatQueue } from '@candour/shared/live.js';
import { MINUTE } from '@candour/shared/instant.js';
import { FAR_MS, handlingMs, isNews, placeIn, type Line } from './queue.rules.js';
import { defaultRules } from './routing.rules.js';

const open = { open: true, slots: 6 };

describe('A place in the queue', () => {
  const cases: readonly [string, Line, number, number | undefined, Partial<ChatQueue>][] = [
    ['says how long it takes', open, 3, 6 * MINUTE, { position: 3, waitSeconds: 180, staffed: true, overflow: false }],
    ['rounds up to half a minute', open, 1, 61_000, { waitSeconds: 30 }],
    ['says no time where too little is known', open, 3, undefined, { position: 3, waitSeconds: undefined }],
    [
      'says no time where nobody is there',
      { open: true, slots: 0 },
      1,
      MINUTE,
      { waitSeconds: undefined, staffed: false, overflow: true },
    ],
    ['offers something else from the tenth on', open, 10, MINUTE, { overflow: true }],
    ['offers something else for a long wait', open, 9, 11 * MINUTE, { overflow: true, waitSeconds: 990 }],
    [
      'says when it opens',
      { open: false, opensAt: 99, slots: 6 },
      1,
      MINUTE,
      { position: 1, open: false, opensAt: 99, waitSeconds: undefined, overflow: true },
    ],
    ['is said however long the queue is', open, 100_000, MINUTE, { position: 100_000 }],
  ];
  for (const [words, line, position, handling, said] of cases) {
    it(words, () => {
      const place: ChatQueue = { waitSeconds: undefined, ...placeIn(line, position, handling, defaultRules) };
      expect(place).toEqual(jasmine.objectContaining(said));
    });
  }
});

describe('The time that a chat takes', () => {
  it('is the middle one', () => expect(handlingMs([9, 1, 5, 1000, 2])).toBe(5));
  it('is not guessed from four', () => expect(handlingMs([1, 2, 3, 4])).toBeUndefined());
});

describe('A place is told', () => {
  const place = placeIn(open, 3, MINUTE, defaultRules);
  const far = placeIn(open, 300, undefined, defaultRules);
  it('once', () => {
    expect(isNews(place, undefined, 0)).toBeTrue();
    expect(isNews({ ...place }, { place, at: 0 }, FAR_MS)).toBeFalse();
  });
  it('when it is another', () => expect(isNews({ ...place, position: 2 }, { place, at: 0 }, 1)).toBeTrue());
  it('at its time where it is far', () => {
    expect(isNews({ ...far, position: 299 }, { place: far, at: 0 }, FAR_MS - 1)).toBeFalse();
    expect(isNews({ ...far, position: 299 }, { place: far, at: 0 }, FAR_MS)).toBeTrue();
  });
});
