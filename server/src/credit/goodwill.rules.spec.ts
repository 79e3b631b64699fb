import { goodwillLeft } from './goodwill.rules.js';

describe('Goodwill', () => {
  for (const [role, given, left] of [
    ['agent', 0, 2500],
    ['agent', 2499, 1],
    ['agent', 5000, 0],
    ['lead', 2500, 5000],
    ['supervisor', 7500, 17_500],
    ['admin', 0, 0],
    ['privacy_officer', 0, 0],
  ] as const) {
    it(`of ${given} leaves ${left} to the ${role}`, () => expect(goodwillLeft(role, given)).toBe(left));
  }
});
