import { Deeds } from './deeds';

describe('The keys of the desk', () => {
  const pressed = (key: string): KeyboardEvent => new KeyboardEvent('keydown', { key, cancelable: true });
  let deeds: Deeds;
  let done: string[];

  beforeEach(() => {
    done = [];
    deeds = new Deeds();
    const deed = (id: string, key: string) =>
      ({ id, word: 'deed.next', group: 'inbox', key, run: () => done.push(id) }) as const;
    deeds.offer([deed('take', 'a'), deed('back', 'Escape')]);
  });
  afterEach(() => deeds.turnLetters(true));

  it('do what stands on them', () => {
    expect(deeds.press(pressed('a'))).toBeTrue();
    expect(deeds.press(pressed('z'))).toBeFalse();
    expect(done).toEqual(['take']);
  });

  it('of one letter are left alone where the person turned them off, also after a reload', () => {
    deeds.turnLetters(false);
    expect(deeds.press(pressed('a'))).toBeFalse();
    expect(deeds.press(pressed('Escape'))).toBeTrue();
    expect(done).toEqual(['back']);
    expect(new Deeds().letters()).toBeFalse();
  });
});
