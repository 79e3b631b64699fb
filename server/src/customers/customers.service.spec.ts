import { newId } from '@candour/shared/ids.js';
import { system } from '../core/access/actor.js';
import type { Tx } from '../core/database/database.js';
import { eachEngine } from '../core/testing/engines.js';
import { DataKeyRow } from '../core/vault/data-key.entity.js';
import { CustomerRecord, KeyMove } from './customer.entity.js';
import { CustomersKeeper } from './customers.keeper.js';
import { customersBench, type CustomersBench } from './customers.testing.js';

const actor = system('spec');
const konrad = { name: 'Konrad Eckbank', email: 'Konrad@example.com', phone: '030 23125 014' };

async function visitor(bench: CustomersBench, contact = {}): Promise<string> {
  const prepared = await bench.customers.prepareVisitor({ language: 'de', policyVersion: 'v1', contact });
  await bench.database.write((tx) => bench.customers.insert(tx, prepared));
  return prepared.id;
}

async function identified(bench: CustomersBench, contact = {}): Promise<string> {
  const id = await visitor(bench, contact);
  await bench.database.write((tx) =>
    tx.em.update(CustomerRecord, { id }, { kind: 'identified', retentionClass: 'account' }),
  );
  return id;
}

async function identify(bench: CustomersBench, from: string, to: string): Promise<void> {
  const subject = await bench.trail.subject(to);
  await bench.database.write((tx) => bench.customers.identify(tx, { from, to, actor, subject }));
}

eachEngine('customers', (open) => {
  it('shows what a visitor said of themselves and stores none of it in clear', async () => {
    const bench = await customersBench(open);
    const id = await visitor(bench, konrad);
    expect(await bench.customers.view([id])).toEqual(
      new Map([[id, { id, kind: 'visitor', ...konrad, language: 'de', createdAt: bench.clock.now() }]]),
    );
    const [row] = await bench.database.read((em) => em.query<object[]>('SELECT * FROM customers'));
    const stored = Object.values(row!).map((value) => (Buffer.isBuffer(value) ? value.toString('latin1') : value));
    for (const word of ['Konrad', 'onrad@', '23125']) expect(stored.join('|')).not.toContain(word);
  });

  it('makes no key for a visitor who said nothing', async () => {
    const bench = await customersBench(open);
    const id = await visitor(bench);
    expect((await bench.customers.view([id])).get(id)?.name).toBeUndefined();
    expect(await bench.keys.read((em) => em.count(DataKeyRow))).toBe(0);
  });

  it('finds an identified customer by any spelling of their address, and never a visitor', async () => {
    const bench = await customersBench(open);
    await visitor(bench, konrad);
    const id = await identified(bench, konrad);
    expect(await bench.customers.findByEmail(' KONRAD@EXAMPLE.COM')).toEqual([id]);
    expect(await bench.customers.findByEmail('someone@example.com')).toEqual([]);
  });

  it('takes what a visitor says later, and leaves the record of an identified customer alone', async () => {
    const bench = await customersBench(open);
    const guest = await visitor(bench, { name: 'Konrad' });
    const known = await identified(bench, konrad);
    for (const id of [guest, known]) {
      const prepared = await bench.customers.prepareContact(id, { email: 'other@example.com' }, 'de');
      await bench.database.write((tx) => bench.customers.changeContact(tx, prepared));
    }
    const views = await bench.customers.view([guest, known]);
    expect(views.get(guest)).toEqual(jasmine.objectContaining({ name: 'Konrad', email: 'other@example.com' }));
    expect(views.get(known)?.email).toBe(konrad.email);
  });

  it('shows the names of many at once', async () => {
    const bench = await customersBench(open);
    const ids = await Promise.all(['Ottoline', 'Duncan'].map((name) => visitor(bench, { name })));
    const silent = await visitor(bench);
    const names = await bench.customers.names([...ids, silent, newId()]);
    expect([...names.values()].sort()).toEqual(['Duncan', 'Ottoline']);
  });

  it('gives all that was the visitor’s to the customer they are, keys too', async () => {
    const bench = await customersBench(open);
    const [from, to] = [await visitor(bench, { name: 'K.' }), await identified(bench, konrad)];
    const moved: string[] = [];
    bench.parts.register({
      merge: (_: Tx, ...ids: string[]) => Promise.resolve(void moved.push(...ids)),
      uses: () => Promise.resolve([]),
    });
    await identify(bench, from, to);
    expect(moved).toEqual([from, to]);
    expect((await bench.customers.view([from])).get(from)?.name).toBe(konrad.name);
    expect((await bench.customers.names([from])).get(from)).toBe(konrad.name);
    await bench.keyMoves.onApplicationBootstrap();
    expect(await bench.keys.read((em) => em.countBy(DataKeyRow, { ownerId: from }))).toBe(0);
    expect(await bench.database.read((em) => em.count(KeyMove))).toBe(0);
    await identify(bench, from, to);
  });

  it('moves the keys after a crash between the merge and their move', async () => {
    const bench = await customersBench(open);
    const [from, to] = [await visitor(bench, { name: 'K.' }), await identified(bench)];
    await bench.database.write((tx) =>
      tx.em.insert(KeyMove, { id: newId(), fromOwner: from, toOwner: to, kind: 'given', madeFor: null, createdAt: 1 }),
    );
    await bench.keyMoves.onApplicationBootstrap();
    expect(await bench.keys.read((em) => em.countBy(DataKeyRow, { ownerId: to }))).toBe(1);
  });

  it('refuses to merge what is no visitor, into what is no customer', async () => {
    const bench = await customersBench(open);
    const [guest, known] = [await visitor(bench), await identified(bench)];
    await expectAsync(identify(bench, known, await identified(bench))).toBeRejectedWithError('move-refused');
    await expectAsync(identify(bench, guest, await visitor(bench))).toBeRejectedWithError('move-refused');
    await expectAsync(identify(bench, guest, newId())).toBeRejectedWithError('not-found');
  });

  it('keeps who has records elsewhere and lists the others when they may be due', async () => {
    const bench = await customersBench(open);
    const [idle, busy] = [await visitor(bench, { name: 'A' }), await visitor(bench)];
    bench.parts.register({ merge: () => Promise.resolve(), uses: () => Promise.resolve([busy]) });
    const [swept] = new CustomersKeeper(bench.parts).swept;
    const ask = { retentionClass: 'chat-unidentified', before: bench.clock.now(), limit: 10 } as const;
    const due = await bench.database.read((em) => swept!.due(em, ask));
    const events = new Map(due.map(({ id, facts }) => [id, facts.events]));
    expect(events.get(idle)).toEqual({ resolved: bench.clock.now() });
    expect(events.get(busy)).toEqual({ resolved: null });
    const [first] = due;
    const after = { anchorAt: first!.evidence.anchorAt, id: first!.id };
    expect((await bench.database.read((em) => swept!.due(em, { ...ask, after }))).length).toBe(1);
    expect(await bench.database.read((em) => swept!.sealedOwners(em, 'contact', [idle, busy]))).toEqual([idle]);
    expect(await bench.database.write((tx) => swept!.remove(tx, [idle]))).toBe(1);
    expect((await bench.customers.view([idle, busy])).size).toBe(1);
  });
});
