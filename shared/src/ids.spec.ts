import { Id, newId } from './ids.js';

describe('newId', () => {
  it('makes ids that the contract accepts, of version 7', () => {
    const id = newId();
    expect(Id.safeParse(id).success).toBeTrue();
    expect(id[14]).toBe('7');
  });

  it('writes the millisecond first, so that later ids sort after earlier ones', () => {
    const instants = [0, 1, 1_767_225_600_000, 1_767_225_600_001, 2 ** 48 - 1];
    const ids = instants.map((instant) => newId(instant));
    expect([...ids].sort()).toEqual(ids);
    expect(ids.map((id) => Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16))).toEqual(instants);
  });

  it('makes no id twice', () => {
    const made = Array.from({ length: 10_000 }, () => newId(0));
    expect(new Set(made).size).toBe(made.length);
  });
});
