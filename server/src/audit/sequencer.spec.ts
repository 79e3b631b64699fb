import { DAY, HOUR, MINUTE } from '@candour/shared/instant.js';
import { eachEngine } from '../core/testing/engines.js';
import { AuditGuards1767225700000 } from '../migrations/audit-guards.postgres.js';
import { AuditLeaf } from './audit-leaf.entity.js';
import { AuditCheckpoint, AuditNumbered, AuditSegment, AuditSequencerRow } from './audit-log.entity.js';
import { LogBench, cleanBenches } from './audit-log.testing.js';
import { Frontier } from './merkle.js';
import { BATCH, LEASE } from './sequencer.js';

eachEngine('the sequencer', (open, engine) => {
  afterEach(cleanBenches);

  const numbered = ({ database }: LogBench): Promise<AuditNumbered[]> =>
    database.read((em) => em.find(AuditNumbered, { order: { segment: 'ASC', number: 'ASC' } }));
  const leaves = ({ database }: LogBench): Promise<AuditLeaf[]> =>
    database.read((em) => em.find(AuditLeaf, { order: { ordinal: 'ASC' } }));
  const rootOf = (all: readonly { leaf: Buffer }[]): Buffer => {
    const frontier = Frontier.empty();
    for (const { leaf } of all) frontier.add(leaf);
    return frontier.root();
  };

  it('numbers committed leaves from 0 without gap, in their order, once', async () => {
    const bench = await LogBench.open(open);
    const sequencer = bench.sequencer();
    expect(await sequencer.pass()).toBe(0);
    await bench.record(3);
    expect(await bench.settle(sequencer)).toBe(3);
    await bench.record(4);
    expect(await bench.settle(sequencer)).toBe(4);
    expect(await sequencer.pass()).toBe(0);
    const rows = await numbered(bench);
    const written = await leaves(bench);
    expect(rows.map((row) => row.number)).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(rows.map((row) => row.leaf)).toEqual(written.map((row) => row.leaf));
    expect(rows.map((row) => row.ordinal)).toEqual(written.map((row) => row.ordinal));
    const row = await bench.database.read((em) => em.findOneByOrFail(AuditSequencerRow, {}));
    expect(Frontier.from(row.size, row.frontier).root()).toEqual(rootOf(rows));
  });

  it('is asked by many at once and does one thing after the other', async () => {
    const bench = await LogBench.open(open);
    const sequencer = bench.sequencer();
    await bench.record(3);
    await bench.settle(sequencer);
    bench.clock.advance(40 * DAY);
    await bench.record(5);
    await Promise.all([...Array.from({ length: 6 }, () => sequencer.pass()), sequencer.checkpoint()]);
    await bench.settle(sequencer);
    expect((await numbered(bench)).map(({ segment, number }) => [segment, number])).toEqual([
      ...[0, 1, 2].map((number) => [202601, number]),
      ...[0, 1, 2, 3, 4].map((number) => [202602, number]),
    ]);
    await bench.verify();
  });

  it('takes no more than a batch in one pass', async () => {
    const bench = await LogBench.open(open);
    await bench.record(BATCH + 5);
    const sequencer = bench.sequencer();
    let first = 0;
    while (first === 0) first = await sequencer.pass();
    expect(first).toBe(BATCH);
    expect(await bench.settle(sequencer)).toBe(5);
  });

  it('lets one of two number, and the other one after the lease has run out', async () => {
    const bench = await LogBench.open(open);
    const [first, second] = [bench.sequencer(), bench.sequencer()];
    await bench.record(2);
    expect(await bench.settle(first)).toBe(2);
    await bench.record(3);
    expect(await second.pass()).toBe(0);
    bench.clock.advance(LEASE);
    expect(await bench.settle(second)).toBe(3);
    await bench.record(1);
    // The first one still believes that it holds the lease; its unit finds out.
    expect(await first.pass()).toBe(0);
    expect(await bench.settle(second)).toBe(1);
    expect((await numbered(bench)).map((row) => row.number)).toEqual([0, 1, 2, 3, 4, 5]);
    expect((await bench.verify()).waiting).toBe(0);
  });

  it('finds out in its unit that another one has numbered since', async () => {
    const bench = await LogBench.open(open);
    const [first, second] = [bench.sequencer(), bench.sequencer()];
    await bench.record(1);
    await bench.settle(first);
    // The second takes the lease away in the middle of the first one's term, as after a clock that jumped.
    await bench.database.write((tx) => tx.em.query('UPDATE audit_sequencer SET until = 0'));
    await bench.record(2);
    expect(await bench.settle(second)).toBe(2);
    await bench.record(1);
    expect(await first.pass()).toBe(0);
    expect((await numbered(bench)).length).toBe(3);
  });

  it('numbers every leaf once while two race', async () => {
    const bench = await LogBench.open(open);
    const both = [bench.sequencer(), bench.sequencer()];
    for (let round = 0; round < 10; round++) {
      await Promise.all([bench.record(7), ...both.map((one) => one.pass()), bench.record(5)]);
      if (round % 3 === 0) bench.clock.advance(LEASE);
    }
    bench.clock.advance(LEASE);
    await bench.settle({ pass: async () => (await both[0]!.pass()) + (await both[1]!.pass()) });
    await both[0]!.checkpoint();
    expect((await numbered(bench)).length).toBe(120);
    expect((await bench.verify()).remade).toBe(120);
  });

  it('goes on where it stood after it was let go', async () => {
    const bench = await LogBench.open(open);
    const first = bench.sequencer();
    await bench.record(5);
    await bench.settle(first);
    await first.release();
    const second = bench.sequencer();
    await bench.record(5);
    // No lease to wait for: the first one gave it back.
    expect(await bench.settle(second)).toBe(5);
    expect((await bench.verify()).segments).toEqual([{ month: '2026-01', leaves: 10, dropped: false }]);
  });

  it('signs every hour, on release and when asked, in the database and in a file', async () => {
    const bench = await LogBench.open(open);
    const sequencer = bench.sequencer();
    await bench.record(3);
    await bench.settle(sequencer);
    bench.clock.advance(HOUR - MINUTE);
    await sequencer.pass();
    const kept = (): Promise<AuditCheckpoint[]> =>
      bench.database.read((em) => em.find(AuditCheckpoint, { order: { segment: 'ASC', size: 'ASC' } }));
    expect(await kept()).toEqual([]);
    bench.clock.advance(MINUTE);
    await sequencer.pass();
    await bench.record(1);
    await bench.sign(sequencer);
    await bench.record(1);
    await bench.settle(sequencer);
    await sequencer.release();
    expect((await kept()).map((one) => one.size)).toEqual([3, 4, 5]);
    expect(bench.files().map(({ name, notes }) => [name, notes])).toEqual([
      ['2026-01.txt', (await kept()).map((one) => one.note)],
    ]);
    expect((await kept())[2]!.root).toEqual(rootOf(await numbered(bench)));
    for (const one of await kept()) {
      expect(bench.signer.read(one.note)).toEqual({ segment: one.segment, size: one.size, root: one.root });
    }
  });

  it('opens a segment a month and closes the last one with its root', async () => {
    const bench = await LogBench.open(open);
    const sequencer = bench.sequencer();
    await bench.record(3);
    await bench.settle(sequencer);
    bench.clock.set(Date.UTC(2026, 1, 1, 0, 0, 5));
    await bench.record(2);
    expect(await bench.settle(sequencer)).toBe(2);
    const [january, february] = await bench.database.read((em) => em.find(AuditSegment, { order: { segment: 'ASC' } }));
    expect(january).toEqual(jasmine.objectContaining({ segment: 202601, size: 3, closedAt: bench.clock.now() }));
    expect(january!.root).toEqual(rootOf((await numbered(bench)).slice(0, 3)));
    expect(february).toEqual(jasmine.objectContaining({ segment: 202602, size: null, closedAt: null }));
    expect((await numbered(bench)).map((row) => [row.segment, row.number])).toEqual([
      [202601, 0],
      [202601, 1],
      [202601, 2],
      [202602, 0],
      [202602, 1],
    ]);
    await sequencer.checkpoint();
    expect(bench.files().map((file) => file.name)).toEqual(['2026-01.txt', '2026-02.txt']);
    await bench.verify();
  });

  if (engine === 'postgres') {
    it('goes on after a restore on a server that has begun fewer transactions', async () => {
      const bench = await LogBench.open(open);
      const sequencer = bench.sequencer();
      await bench.record(4);
      await bench.sign(sequencer);
      await bench.record(3);
      await bench.settle(sequencer);
      await sequencer.release();
      await bench.record(2);
      // As if all of it had been written on a server that was far ahead; two leaves were still waiting there.
      await bench.database.write(async (tx) => {
        await new AuditGuards1767225700000().down(tx.em.queryRunner!);
        await tx.em.query('UPDATE audit_leaves SET txid = txid + 1000000000000');
        const row = await tx.em.findOneByOrFail(AuditSequencerRow, {});
        const { txid, ordinal } = row.cursors['1']!;
        await tx.em.update(AuditSequencerRow, { name: row.name }, { cursors: { 1: { txid: txid + 1e12, ordinal } } });
      });
      await bench.record(5);
      const next = bench.sequencer();
      expect(await bench.settle(next)).toBe(7);
      await bench.record(1);
      expect(await bench.settle(next)).toBe(1);
      // A second start must not take the old leaves for new ones.
      await next.release();
      await bench.record(1);
      expect(await bench.settle(bench.sequencer())).toBe(1);
      expect((await numbered(bench)).map((row) => row.ordinal)).toEqual(
        (await leaves(bench)).map((row) => row.ordinal),
      );
      expect((await bench.verify()).segments).toEqual([{ month: '2026-01', leaves: 16, dropped: false }]);
    });

    it('waits for a transaction that began earlier and commits later', async () => {
      const bench = await LogBench.open(open);
      const sequencer = bench.sequencer();
      await bench.record(1);
      await bench.settle(sequencer);
      let wrote = (): void => undefined;
      const hasWritten = new Promise<void>((resolve) => (wrote = resolve));
      let goOn = (): void => undefined;
      const mayGoOn = new Promise<void>((resolve) => (goOn = resolve));
      const slow = bench.database.write(async (tx) => {
        await bench.trail.record(tx, { actor: { kind: 'system', name: 'slow' }, verb: 'order.imported', about: [] });
        wrote();
        await mayGoOn;
      });
      await hasWritten;
      await bench.record(1);
      // The later ordinal is committed, the earlier one is not: numbering now would leave the earlier one out.
      expect(await sequencer.pass()).toBe(0);
      goOn();
      await slow;
      expect(await bench.settle(sequencer)).toBe(2);
      const actors = new Map((await leaves(bench)).map((row) => [row.ordinal, row.actor]));
      expect((await numbered(bench)).map((row) => actors.get(row.ordinal))).toEqual([
        'system:spec',
        'system:slow',
        'system:spec',
      ]);
      await bench.verify();
    });
  }
});
