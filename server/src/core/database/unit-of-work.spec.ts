import { AsyncLocalStorage } from 'node:async_hooks';
import { Refused } from '@candour/shared/errors.js';
import { Entity, type MigrationInterface, type QueryRunner } from 'typeorm';
import { eachEngine } from '../testing/engines.js';
import { Events } from '../events.js';
import { id, integer } from './columns.js';
import { inRequest, traceId } from '../request-context.js';
import type { Database, Tx } from './database.js';
import type { Store } from './store.js';

@Entity('accounts')
class Account {
  @id() id: string;
  @integer() balance: number;
}

class Accounts1 implements MigrationInterface {
  name = 'Accounts1700000000001';
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE accounts (id text PRIMARY KEY, balance bigint NOT NULL CHECK (balance >= 0))');
  }
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE accounts');
  }
}

const store: Store = { name: 'main', entities: [Account], migrations: { sqlite: [Accounts1], postgres: [Accounts1] } };
const balances = async (database: Database): Promise<Record<string, number>> =>
  Object.fromEntries((await database.read((em) => em.find(Account))).map((row) => [row.id, row.balance]));

eachEngine('units of work', (open) => {
  let database: Database;
  let events: Events;

  beforeEach(async () => {
    events = new Events();
    database = await open(store, events);
    await database.write((tx) =>
      tx.em.insert(Account, [
        { id: 'a', balance: 100 },
        { id: 'b', balance: 0 },
      ]),
    );
  });

  it('of a single statement stand or fail with it, alone and among others', async () => {
    const give = (account: string, sum: number) =>
      database.writeOne((tx) =>
        tx.em.query(`UPDATE accounts SET balance = balance + $1 WHERE id = $2`, [sum, account]),
      );
    await give('a', 1);
    await expectAsync(give('b', -1)).toBeRejected();
    expect(await balances(database)).toEqual({ a: 101, b: 0 });
    const all = await Promise.allSettled([give('a', 1), give('b', -50), give('b', 5), give('a', -500), give('a', 1)]);
    expect(all.map(({ status }) => status === 'fulfilled')).toEqual([true, false, true, false, true]);
    expect(await balances(database)).toEqual({ a: 103, b: 5 });
    if (database.engine === 'postgres') return;
    const second = database.writeOne(async (tx) => {
      await tx.em.query('SELECT 1');
      await tx.em.query('UPDATE accounts SET balance = 0');
    });
    await expectAsync(second).toBeRejectedWithError(/second one/);
    expect(await balances(database)).toEqual({ a: 103, b: 5 });
  });

  it('are told of in no context of whoever asked: a trace is of one request alone', async () => {
    class Told {
      constructor(readonly n = 1) {}
    }
    const traces: unknown[] = [];
    events.on(Told, async () => {
      traces.push(traceId());
      await Promise.resolve();
      traces.push(traceId());
    });
    const unit = (tx: Tx): Promise<void> => {
      tx.tell(new Told());
      return Promise.resolve();
    };
    // The first wakes whoever writes; the second rides along, and 200 more take several turns to tell.
    await Promise.all(
      Array.from({ length: 202 }, (_, n) =>
        inRequest(() => database.write(unit).then(() => traceId()), `request ${n}`),
      ),
    );
    while (traces.length < 404) await new Promise(setImmediate);
    expect(new Set(traces)).toEqual(new Set([undefined]));
  });

  it('run as if each were alone: a hundred that read, decide and write lose no update', async () => {
    await Promise.all(
      Array.from({ length: 100 }, () =>
        database.write(async (tx) => {
          const from = await tx.em.findOneByOrFail(Account, { id: 'a' });
          await tx.em.update(Account, { id: 'a' }, { balance: from.balance - 1 });
          await tx.em.increment(Account, { id: 'b' }, 'balance', 1);
        }),
      ),
    );
    expect(await balances(database)).toEqual({ a: 0, b: 100 });
  });

  it('keep the others when one of a shared commit fails after it wrote', async () => {
    const outcomes = await Promise.allSettled(
      Array.from({ length: 20 }, (_, i) =>
        database.write(async (tx) => {
          await tx.em.insert(Account, { id: `n${i}`, balance: i });
          if (i === 7) throw new Error('this one fails late');
          return i;
        }),
      ),
    );
    expect(outcomes.filter((outcome) => outcome.status === 'rejected').length).toBe(1);
    expect(outcomes[7]!.status).toBe('rejected');
    const stored = await balances(database);
    expect(stored['n7']).toBeUndefined();
    expect(Object.keys(stored).length).toBe(2 + 19);
  });

  it('keep the others when the database itself refuses one', async () => {
    const outcomes = await Promise.allSettled([
      database.write((tx) => tx.em.increment(Account, { id: 'b' }, 'balance', 5)),
      database.write((tx) => tx.em.decrement(Account, { id: 'a' }, 'balance', 101)),
      database.write((tx) => tx.em.increment(Account, { id: 'b' }, 'balance', 7)),
    ]);
    expect(outcomes.map((outcome) => outcome.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await balances(database)).toEqual({ a: 100, b: 12 });
  });

  it('are not seen before their commit, nor answered before it', async () => {
    let seen: Record<string, number> | undefined;
    await database.write(async (tx) => {
      await tx.em.update(Account, { id: 'a' }, { balance: 1 });
      seen = await balances(database);
    });
    expect(seen).toEqual({ a: 100, b: 0 });
    expect((await balances(database))['a']).toBe(1);
  });

  it('end with their unit: what goes on using the transaction is refused', async () => {
    let later: (() => Promise<unknown>) | undefined;
    await database.write(async (tx) => {
      later = () => tx.em.update(Account, { id: 'a' }, { balance: 3 });
    });
    await expectAsync(later!()).toBeRejectedWithError(/after its end/);
    expect((await balances(database))['a']).toBe(100);
  });

  it('that refuse before their first write leave the shared commit alone, and it is not run again', async () => {
    let runs = 0;
    const good = database.write(async (tx) => {
      runs++;
      await tx.em.increment(Account, { id: 'b' }, 'balance', 1);
    });
    const bad = database.write(async (tx) => {
      await tx.em.findOneBy(Account, { id: 'a' });
      throw new Refused('not-allowed');
    });
    await good;
    await expectAsync(bad).toBeRejectedWithError('not-allowed');
    expect(runs).toBe(1);
  });

  it('that number something at the same moment go on from each other’s number', async () => {
    const number = (): Promise<string> =>
      database.write(async (tx) => {
        const counter = await tx.em.findOneByOrFail(Account, { id: 'b' });
        const id = `number ${++counter.balance}`;
        await tx.em.insert(Account, { id, balance: 0 });
        await tx.em.update(Account, { id: 'b' }, { balance: counter.balance });
        return id;
      });
    const given = await Promise.all(Array.from({ length: 20 }, number));
    expect(new Set(given).size).toBe(20);
  });

  it('that break a unique rule by themselves are refused, and not run for long', async () => {
    let runs = 0;
    const broken = database.write(async (tx) => {
      runs++;
      await tx.em.insert(Account, { id: 'a', balance: 1 });
    });
    await expectAsync(broken).toBeRejected();
    expect(runs).toBeLessThanOrEqual(2);
  });

  it('never wait for themselves: a nested write is refused', async () => {
    await expectAsync(database.write(() => database.write(async () => 1))).toBeRejectedWithError(/inside a unit/);
  });

  it('tell their facts after the commit, and forget them when they fail', async () => {
    class Paid {
      constructor(readonly id: string) {}
    }
    const told: string[] = [];
    events.on(Paid, (fact) => void told.push(fact.id));
    const [first] = await Promise.allSettled([
      database.write(async (tx) => {
        tx.tell(new Paid('first'));
        await tx.em.increment(Account, { id: 'b' }, 'balance', 1);
        expect(told).toEqual([]);
      }),
      database.write(async (tx) => {
        await tx.em.increment(Account, { id: 'b' }, 'balance', 1);
        tx.tell(new Paid('second'));
        throw new Error('fails after telling');
      }),
    ]);
    expect(first!.status).toBe('fulfilled');
    expect(told).toEqual(['first']);
  });

  it('of one append go down together, each caller with its own answer', async () => {
    let statements = 0;
    const append = database.coalesce<{ id: string; balance: number }, string>(async (tx, rows) => {
      statements++;
      const good = rows.filter((row) => row.balance >= 0);
      await tx.em.insert(Account, good);
      return rows.map((row) => (row.balance >= 0 ? row.id : new Refused('bad-input')));
    });
    const outcomes = await Promise.allSettled(
      Array.from({ length: 60 }, (_, i) => append({ id: `m${i}`, balance: i === 30 ? -1 : i })),
    );
    expect(outcomes.filter((outcome) => outcome.status === 'fulfilled').length).toBe(59);
    expect(outcomes[31]).toEqual({ status: 'fulfilled', value: 'm31' });
    expect(statements).toBeLessThan(10);
    expect(Object.keys(await balances(database)).length).toBe(2 + 59);
  });

  it('of one append are all answered, in their order, when more wait than one unit takes', async () => {
    const order: string[] = [];
    const append = database.coalesce<string, string>(
      async (tx, ids) => {
        await tx.em.insert(
          Account,
          ids.map((one) => ({ id: one, balance: 0 })),
        );
        order.push(...ids);
        return ids;
      },
      { limit: 4 },
    );
    const ids = Array.from({ length: 30 }, (_, i) => `q${i}`);
    expect(await Promise.all(ids.map(append))).toEqual(ids);
    expect(order).toEqual(ids);
    expect(await append('late')).toBe('late');
  });

  it('of one append stand beside their kin, in the order in which they came', async () => {
    const batches: (readonly string[])[] = [];
    const append = database.coalesce<string, string>(
      (_tx, items) => {
        batches.push(items);
        return Promise.resolve(items);
      },
      { kin: (item) => item[0]! },
    );
    const items = ['b1', 'a1', 'c1', 'a2', 'b2', 'a3', 'c2'];
    expect(await Promise.all(items.map(append))).toEqual(items);
    expect(batches.flat().sort()).toEqual([...items].sort());
    for (const batch of batches) {
      const kins = batch.map((item) => item[0]).filter((kin, i, all) => kin !== all[i - 1]);
      expect(new Set(kins).size).toBe(kins.length);
    }
    expect(Math.max(...batches.map((batch) => batch.length))).toBeGreaterThan(3);
    for (const kin of 'abc') {
      const ofKin = batches.flat().filter((item) => item.startsWith(kin));
      expect(ofKin).toEqual([...ofKin].sort());
    }
  });

  it('of one append survive a poisoned row', async () => {
    const append = database.coalesce<{ id: string; balance: number }, string>(async (tx, rows) => {
      await tx.em.insert(Account, [...rows]);
      return rows.map((row) => row.id);
    });
    const outcomes = await Promise.allSettled([
      append({ id: 'x', balance: 1 }),
      append({ id: 'y', balance: -1 }),
      append({ id: 'z', balance: 1 }),
    ]);
    expect(outcomes.map((outcome) => outcome.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(Object.keys(await balances(database)).sort()).toEqual(['a', 'b', 'x', 'z']);
  });

  it('of one append keep their order when a batch fails and later ones wait behind it', async () => {
    const order: string[] = [];
    let late: Promise<string[]> | undefined;
    const append = database.coalesce<string, string>(async (tx, ids) => {
      // They come in while the first batch is on its way, and get in line behind it.
      late ??= Promise.all(['l1', 'l2'].map((one) => outside(() => append(one))));
      await tx.em.insert(
        Account,
        ids.map((one) => ({ id: one, balance: 0 })),
      );
      if (ids.length > 2) throw new Error('too many at once');
      order.push(...ids);
      return ids;
    });
    const outside = AsyncLocalStorage.snapshot();
    await Promise.all(['e1', 'e2', 'e3'].map(append));
    await late;
    expect(order).toEqual(['e1', 'e2', 'e3', 'l1', 'l2']);
  });

  it('are all answered before the database closes, and refused afterwards', async () => {
    const last = database.write((tx) => tx.em.increment(Account, { id: 'b' }, 'balance', 9));
    await database.close();
    await expectAsync(last).toBeResolved();
    await expectAsync(database.write(async () => 1)).toBeRejectedWithError('unavailable');
  });
});
