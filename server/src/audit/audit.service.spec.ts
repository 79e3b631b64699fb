import { newId } from '@candour/shared/ids.js';
import { system } from '../core/access/actor.js';
import { eachEngine } from '../core/testing/engines.js';
import { AuditLeaf } from './audit-leaf.entity.js';
import { leafOf } from './leaf.js';
import { auditLeaves } from './leaf-source.js';
import { auditBench } from './audit.testing.js';

eachEngine('the audit trail', (open) => {
  const id = newId();

  it('writes a leaf that can be made again from its row', async () => {
    const { database, trail, clock } = await auditBench(open);
    const subject = await trail.subject('c1');
    await database.write((tx) =>
      trail.record(
        tx,
        { actor: system('spec'), verb: 'customer.read', about: [{ type: 'conversation', id }], subject },
        { actor: system('spec'), verb: 'order.imported', about: [], digest: Buffer.alloc(32, 7) },
      ),
    );
    const rows = await database.read((em) => em.find(AuditLeaf, { order: { ordinal: 'ASC' } }));
    expect(rows.map((row) => row.verb)).toEqual(['customer.read', 'order.imported']);
    expect(rows.map((row) => row.storedAt)).toEqual([clock.now(), clock.now()]);
    expect(rows[0]!.about).toEqual([{ type: 'conversation', id }]);
    expect(rows[0]!.subject).toEqual(subject);
    expect(rows[0]!.leaf).toEqual(leafOf({ ...rows[0]!, at: rows[0]!.storedAt }));
    await database.read(async (em) => {
      const raw = await em.query<Record<string, unknown>[]>('SELECT * FROM audit_leaves');
      const remake = await auditLeaves.remaking!(em, raw);
      for (const row of raw) expect(remake(row)).toEqual(row['leaf'] as Buffer);
    });
  });

  it('writes nothing when its unit fails', async () => {
    const { database, trail } = await auditBench(open);
    const failing = database.write(async (tx) => {
      await trail.record(tx, { actor: system('spec'), verb: 'order.imported', about: [] });
      throw new Error('after the leaf');
    });
    await expectAsync(failing).toBeRejected();
    expect(await database.read((em) => em.count(AuditLeaf))).toBe(0);
  });

  it('writes more leaves than one statement takes, in their order', async () => {
    const { database, trail } = await auditBench(open);
    const ids = Array.from({ length: 250 }, () => newId());
    await database.write((tx) =>
      trail.record(
        tx,
        ...ids.map((entry) => ({
          actor: system('spec'),
          verb: 'message.removed' as const,
          about: [{ type: 'entry' as const, id: entry }],
        })),
      ),
    );
    const rows = await database.read((em) => em.find(AuditLeaf, { order: { ordinal: 'ASC' } }));
    expect(rows.map((row) => row.about[0]!.id)).toEqual(ids);
  });

  it('gives a person one salted digest, which ends with their salt', async () => {
    const { trail, vault } = await auditBench(open);
    const first = await trail.subject('c1');
    expect(await trail.subject('c1')).toEqual(first);
    expect(await trail.subject('c2')).not.toEqual(first);
    await vault.shred('c1', 'subject');
    expect(await trail.subject('c1')).not.toEqual(first);
  });

  for (const statement of ["UPDATE audit_leaves SET verb = 'order.read'", 'DELETE FROM audit_leaves']) {
    it(`refuses ${statement.split(' ')[0]} of a leaf`, async () => {
      const { database, trail } = await auditBench(open);
      await database.write((tx) => trail.record(tx, { actor: system('spec'), verb: 'order.imported', about: [] }));
      await expectAsync(database.write((tx) => tx.em.query(statement))).toBeRejectedWithError(/append-only/);
      expect(await database.read((em) => em.countBy(AuditLeaf, { verb: 'order.imported' }))).toBe(1);
    });
  }
});
