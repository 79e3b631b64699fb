import type { Office } from '@candour/shared/hours.js';
import { keptEnd, shownEnd, withLanguages, withStretch, without, wrongWith } from './hours-rules';

const office = (change: Partial<Office> = {}): Office => ({
  ...{ zone: 'UTC', languages: ['en', 'de', 'fr', 'es'], holidays: null, closed: [] },
  week: [{ day: 1, from: '08:00', to: '20:00' }],
  ...change,
});

describe('The hours one sets', () => {
  it('give a language to one office and take it from the others', () => {
    const two = [office({ languages: ['en', 'de', 'fr'] }), office({ languages: ['es'] })];
    expect(withLanguages(two, 1, ['es', 'de']).map(({ languages }) => languages)).toEqual([
      ['en', 'fr'],
      ['es', 'de'],
    ]);
  });

  it('leave the languages of a removed office to the first', () => {
    const two = [office({ languages: ['en', 'de'] }), office({ languages: ['fr', 'es'] })];
    expect(without(two, 0)).toEqual([office({ languages: ['fr', 'es', 'en', 'de'] })]);
    expect(without(two, 1)).toEqual([office()]);
  });

  it('go on where the day ended, in the order of the week', () => {
    expect(withStretch([{ day: 2, from: '08:00', to: '12:00' }], 2)).toEqual([
      { day: 2, from: '08:00', to: '12:00' },
      { day: 2, from: '12:00', to: '24:00' },
    ]);
    expect(withStretch([{ day: 2, from: '08:00', to: '12:00' }], 1)[0]).toEqual({ day: 1, from: '08:00', to: '20:00' });
  });

  it('show the end of the day as midnight and keep it as the end', () => {
    expect([shownEnd('24:00'), keptEnd('00:00'), shownEnd('20:00'), keptEnd('20:00')]).toEqual([
      ...['00:00', '24:00', '20:00', '20:00'],
    ]);
  });

  for (const [words, offices, wrong] of [
    ['nothing', [office()], undefined],
    ['a language nobody answers', [office({ languages: ['en'] })], 'languages'],
    ['an office without a language', [office(), office({ languages: [] })], 'languages'],
    ['no such zone', [office({ zone: 'Europe/Atlantis' })], 'zone'],
    ['an end before its beginning', [office({ week: [{ day: 1, from: '20:00', to: '08:00' }] })], 'week'],
    ['no hours', [office({ week: [] })], 'week'],
    ['a day that no month has', [office({ closed: ['2026-02-30'] })], 'other'],
  ] as const) {
    it(`say that ${words} is wrong`, () => expect(wrongWith(offices)).toBe(wrong));
  }
});
