import { begunAt, completed, fitting, namedIn } from './mentions';

const all = [
  { id: '1', name: 'Nell Turner', role: 'lead' as const },
  { id: '2', name: 'Basil Orchard', role: 'agent' as const },
];

describe('A name in a note', () => {
  it('begins at an @ at the start of a word, and nowhere else', () => {
    expect(begunAt('@', 1)).toEqual({ at: 0, letters: '' });
    expect(begunAt('ask @ne', 7)).toEqual({ at: 4, letters: 'ne' });
    expect(begunAt('ask @nell tu', 12)).toEqual({ at: 4, letters: 'nell tu' });
    expect(begunAt('me@example', 10)).toBeUndefined();
    expect(begunAt('ask @ne later', 3)).toBeUndefined();
  });

  it('is found by the beginning of any of its words', () => {
    expect(fitting(all, 'tu').map(({ id }) => id)).toEqual(['1']);
    expect(fitting(all, '').length).toBe(2);
    expect(fitting(all, 'zz')).toEqual([]);
  });

  it('takes the place of what was begun, and counts while it stands there', () => {
    const done = completed('ask @ne about it', { at: 4, letters: 'ne' }, 'Nell Turner');
    expect(done).toEqual({ text: 'ask @Nell Turner about it', caret: 17 });
    expect(namedIn(done.text, all)).toEqual(['1']);
    expect(namedIn('ask about it', all)).toEqual([]);
  });
});
