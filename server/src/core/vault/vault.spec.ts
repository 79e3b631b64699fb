import { randomBytes } from 'node:crypto';
import { TestClock } from '../clock.testing.js';
import type { Database } from '../database/database.js';
import { eachEngine } from '../testing/engines.js';
import { keyStore } from '../../stores.js';
import { KNOWN_FOR } from './aging-cache.js';
import { MasterKey } from './master-key.js';
import { Vault } from './vault.js';

const place = { table: 'entries', row: 'row-1', column: 'body' };

eachEngine('the vault', (open) => {
  let store: Database;
  let vault: Vault;
  let clock: TestClock;
  const master = new MasterKey(randomBytes(32));

  beforeEach(async () => {
    store = await open(keyStore);
    clock = new TestClock();
    vault = new Vault(store, master, clock);
  });

  it('opens what it sealed, after a restart too', async () => {
    const key = await vault.keyFor('customer-1', 'conversation');
    const sealed = vault.seal(key, place, 'Guten Tag, où est ma commande ? 🛋');
    const restarted = new Vault(store, master, new TestClock());
    const found = (await restarted.keys([key.id])).get(key.id)!;
    expect(restarted.open(found, place, sealed)).toBe('Guten Tag, où est ma commande ? 🛋');
  });

  it('never seals the same text to the same bytes', async () => {
    const key = await vault.keyFor('customer-1', 'conversation');
    expect(vault.seal(key, place, 'same').equals(vault.seal(key, place, 'same'))).toBeFalse();
  });

  for (const [what, other] of [
    ['another row', { ...place, row: 'row-2' }],
    ['another column', { ...place, column: 'note' }],
    ['another table', { ...place, table: 'orders' }],
  ] as const) {
    it(`does not open a value moved to ${what}`, async () => {
      const key = await vault.keyFor('customer-1', 'conversation');
      const sealed = vault.seal(key, place, 'secret');
      expect(() => vault.open(key, other, sealed)).toThrow();
    });
  }

  it('does not open a changed value', async () => {
    const key = await vault.keyFor('customer-1', 'conversation');
    const sealed = vault.seal(key, place, 'secret');
    sealed[sealed.length - 1]! ^= 1;
    expect(() => vault.open(key, place, sealed)).toThrow();
  });

  it('gives each owner and family a key of its own, once', async () => {
    const keys = await Promise.all([
      vault.keyFor('customer-1', 'conversation'),
      vault.keyFor('customer-1', 'conversation'),
      vault.keyFor('customer-1', 'contact'),
      vault.keyFor('customer-2', 'conversation'),
    ]);
    expect(new Set(keys.map((key) => key.id)).size).toBe(3);
    expect(keys[0]!.id).toBe(keys[1]!.id);
  });

  it('finds nothing of a shredded family and leaves the others', async () => {
    const chat = await vault.keyFor('customer-1', 'conversation');
    const contact = await vault.keyFor('customer-1', 'contact');
    expect(await vault.shred('customer-1', 'conversation')).toBe(1);
    const found = await vault.keys([chat.id, contact.id]);
    expect([...found.keys()]).toEqual([contact.id]);
    expect((await vault.keyFor('customer-1', 'conversation')).id).not.toBe(chat.id);
  });

  it('opens an earlier record after two customers became one', async () => {
    const key = await vault.keyFor('visitor', 'conversation');
    const sealed = vault.seal(key, place, 'before the merge');
    await vault.reassign('visitor', 'customer-1');
    const found = (await vault.keys([key.id])).get(key.id)!;
    expect(vault.open(found, place, sealed)).toBe('before the merge');
    expect(await vault.shred('customer-1')).toBe(1);
  });

  it('gives a customer the same pseudonym in the audit after another became one with them', async () => {
    const before = await vault.subjectDigest('customer-1');
    clock.advance(1);
    await vault.subjectDigest('visitor');
    await vault.reassign('visitor', 'customer-1');
    expect(await new Vault(store, master, clock).subjectDigest('customer-1')).toEqual(before);
  });

  it('seals nothing with a key that another node retired long ago, and opens nothing with one it shredded', async () => {
    const other = new Vault(store, master, clock);
    const before = await vault.keyFor('customer-1', 'conversation');
    expect((await other.keyFor('customer-1', 'conversation')).id).toBe(before.id);
    await vault.retire('conversation', ['customer-1']);
    clock.advance(KNOWN_FOR);
    const after = await other.keyFor('customer-1', 'conversation');
    expect(after.id).not.toBe(before.id);
    expect((await vault.keyFor('customer-1', 'conversation')).id).toBe(after.id);

    expect((await other.keys([before.id])).size).toBe(1);
    await vault.shredRetired([before.id]);
    clock.advance(KNOWN_FOR);
    expect((await other.keys([before.id])).size).toBe(0);
  });

  it('lets a key that is asked for all the time age like any other', async () => {
    const other = new Vault(store, master, clock);
    const before = await other.keyFor('customer-1', 'conversation');
    await vault.retire('conversation', ['customer-1']);
    for (let i = 0; i < 20; i++) {
      clock.advance(KNOWN_FOR / 20);
      await other.keyFor('customer-1', 'conversation');
    }
    expect((await other.keyFor('customer-1', 'conversation')).id).not.toBe(before.id);
    expect((await other.keysFor(['customer-1'], 'conversation')).get('customer-1')!.id).not.toBe(before.id);
  });

  it('keeps no more keys in mind than it is told to, and finds the others again', async () => {
    const small = new Vault(store, master, clock, 2);
    const owners = ['customer-1', 'customer-2', 'customer-3', 'customer-4'];
    const made = await small.keysFor(owners, 'contact');
    const read = spyOn(store, 'read').and.callThrough();
    expect((await small.keyFor('customer-4', 'contact')).id).toBe(made.get('customer-4')!.id);
    expect(read).not.toHaveBeenCalled();
    expect((await small.keyFor('customer-1', 'contact')).id).toBe(made.get('customer-1')!.id);
    expect(read).toHaveBeenCalledTimes(1);
  });

  it('finds people by a keyed index that only this desk can compute', () => {
    const index = vault.blindIndex('email', 'ottoline@example.com');
    const elsewhere = new Vault(store, new MasterKey(randomBytes(32)), new TestClock());
    expect(vault.blindIndex('email', 'ottoline@example.com')).toBe(index);
    expect(vault.blindIndex('phone', 'ottoline@example.com')).not.toBe(index);
    expect(elsewhere.blindIndex('email', 'ottoline@example.com')).not.toBe(index);
  });
});
