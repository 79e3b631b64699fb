import { newId } from '@candour/shared/ids.js';
import { system } from '../core/access/actor.js';
import { eachEngine } from '../core/testing/engines.js';
import { AuditGuards1767225700000 as PostgresGuards } from '../migrations/audit-guards.postgres.js';
import { AuditGuards1767225700000 as SqliteGuards } from '../migrations/audit-guards.sqlite.js';
import { LogBench, cleanBenches } from './audit-log.testing.js';
import { auditLeaves } from './leaf-source.js';
import { rootFromInclusion } from './merkle.js';
import type { Sequencer } from './sequencer.js';
import { inFile, sql, tampers } from './tampers.testing.js';

eachEngine('the audit, verified', (open, engine) => {
  afterEach(cleanBenches);

  async function written(): Promise<{ bench: LogBench; sequencer: Sequencer }> {
    const bench = await LogBench.open(open);
    const sequencer = bench.sequencer();
    for (const [month, count] of [
      [0, 10],
      [0, 10],
      [1, 25],
    ] as const) {
      bench.clock.set(Date.UTC(2026, month, 10));
      await sequencer.pass();
      await bench.record(count);
      await bench.sign(sequencer);
    }
    await bench.record(3);
    await bench.settle(sequencer);
    await bench.record(2);
    return { bench, sequencer };
  }

  async function dropGuards({ database }: LogBench): Promise<void> {
    const guards = engine === 'sqlite' ? new SqliteGuards() : new PostgresGuards();
    await database.write((tx) => guards.down(tx.em.queryRunner!));
  }

  it('is whole when nobody touched it', async () => {
    const { bench } = await written();
    expect(await bench.verify()).toEqual({
      segments: [
        { month: '2026-01', leaves: 20, dropped: false },
        { month: '2026-02', leaves: 28, dropped: false },
      ],
      checkpoints: 3,
      copies: 3,
      withoutCopy: 0,
      remade: 48,
      waiting: 2,
    });
  });

  it('is whole before anything was written', async () => {
    const bench = await LogBench.open(open);
    expect((await bench.verify()).segments).toEqual([]);
  });

  for (const { words, deed, fault } of tampers) {
    it(`finds ${words}`, async () => {
      const { bench } = await written();
      await dropGuards(bench);
      await deed(bench);
      await expectAsync(bench.verify()).toBeRejectedWith(jasmine.objectContaining({ code: fault }));
    });
  }

  for (const [words, statement] of [
    ['a changed number', 'UPDATE audit_numbered SET number = 999 WHERE number = 1'],
    ['a deleted number', 'DELETE FROM audit_numbered WHERE number = 1'],
    ['a changed checkpoint', 'UPDATE audit_checkpoints SET size = 9 WHERE size = 10'],
    ['a deleted checkpoint', 'DELETE FROM audit_checkpoints'],
    ['a deleted segment', 'DELETE FROM audit_segments'],
    ['a changed end of a closed month', 'UPDATE audit_segments SET size = 3 WHERE segment = 202601'],
    ['dropping the open month', 'UPDATE audit_segments SET drop_asked_at = 1 WHERE segment = 202602'],
  ] as const) {
    it(`is guarded against ${words}`, async () => {
      const { bench } = await written();
      await expectAsync(sql(statement)(bench)).toBeRejectedWithError(/append-only/);
      await bench.verify();
    });
  }

  it('makes up the copy that a crash left out, and cuts one that it left unfinished', async () => {
    const { bench } = await written();
    inFile((text) => `${text}candour-audit-torn\n12`)(bench);
    await expectAsync(bench.verify()).toBeRejectedWith(jasmine.objectContaining({ code: 'copy-unreadable' }));
    inFile(() => 'candour-au')(bench);
    bench.clock.advance(60_000);
    await bench.sequencer().pass();
    expect(bench.files().map((file) => [file.notes.length, file.rest])).toEqual([
      [2, ''],
      [1, ''],
    ]);
    await bench.verify();
  });

  it('drops a closed month whole and keeps its root', async () => {
    const { bench, sequencer } = await written();
    await expectAsync(bench.segments.drop(system('spec'), 202602)).toBeRejected();
    await bench.segments.drop(system('spec'), 202601);
    await bench.segments.drop(system('spec'), 202601);
    await bench.settle(sequencer);
    const [left] = await bench.database.read((em) =>
      em.query<{ numbered: number; leaves: number }[]>(
        `SELECT (SELECT count(*) FROM audit_numbered WHERE segment = 202601) AS numbered,
           (SELECT count(*) FROM audit_leaves WHERE ordinal <= 20) AS leaves`,
      ),
    );
    expect(left).toEqual({ numbered: 0, leaves: 0 });
    const verified = await bench.verify();
    expect(verified.segments).toEqual([
      { month: '2026-01', leaves: 20, dropped: true },
      { month: '2026-02', leaves: 31, dropped: false },
    ]);
    const proof = bench.proofs(sequencer).proof(auditLeaves, 3);
    await expectAsync(proof).toBeRejectedWith(jasmine.objectContaining({ code: 'not-found' }));
  });

  it('lets a row of an erasable source go and keeps its numbered leaf', async () => {
    const bench = await LogBench.open(open, [{ number: 1, table: 'audit_leaves', rows: 'erasable' }]);
    await bench.record(5);
    await bench.sign(bench.sequencer());
    await dropGuards(bench);
    await sql('DELETE FROM audit_leaves WHERE ordinal = 2')(bench);
    expect((await bench.verify()).segments).toEqual([{ month: '2026-01', leaves: 5, dropped: false }]);
  });

  it('proves each leaf against the newest checkpoint', async () => {
    const { bench, sequencer } = await written();
    await bench.settle(sequencer);
    const proofs = bench.proofs(sequencer);
    for (const ordinal of [1, 10, 20, 21, 45, 48, 50]) {
      const { leaf, index, path, checkpoint } = await proofs.proof(auditLeaves, ordinal);
      const root = rootFromInclusion(
        index,
        checkpoint.size,
        Buffer.from(leaf, 'base64'),
        path.map((node) => Buffer.from(node, 'base64')),
      );
      const head = bench.signer.read(checkpoint.note)!;
      expect(root).toEqual(head.root);
      expect(head.size).toBe(checkpoint.size);
    }
    await expectAsync(proofs.proof(auditLeaves, 51)).toBeRejectedWith(jasmine.objectContaining({ code: 'not-found' }));
  });

  it('hands out what was done up to now', async () => {
    const { bench, sequencer } = await written();
    await bench.database.write((tx) =>
      bench.trail.record(tx, { actor: system('spec'), verb: 'order.read', about: [{ type: 'order', id: newId() }] }),
    );
    await bench.settle(sequencer);
    const newest = await bench.proofs(sequencer).newest();
    expect(newest.size).toBe(31);
    expect(newest.note).toContain(newest.root);
    expect(newest.verifierKey).toMatch(/^candour-audit-[0-9a-f]{8}\/2026-02\+[0-9a-f]{8}\+[A-Za-z0-9+/]{44}$/);
  });
});
