import type { DueRecord, SweepReport } from '@candour/shared/retention.js';
import { Logger } from '@nestjs/common';
import { AuditLeaf } from '../audit/audit-leaf.entity.js';
import { system } from '../core/access/actor.js';
import { eachEngine } from '../core/testing/engines.js';
import { KNOWN_FOR } from '../core/vault/aging-cache.js';
import { KEY_GRACE, KeySweep } from './key-sweep.js';
import { Note, privacyBench, type PrivacyBench } from './privacy.testing.js';
import { RetentionSchedule } from './retention.schedule.js';
import { RetentionService } from './retention.service.js';
import { Sweeper } from './sweeper.js';

const at = (text: string): number => Date.parse(text);
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const officer = system('spec');

/** The whole preview, page by page. */
async function previewed({ app }: PrivacyBench, instant?: number): Promise<DueRecord[]> {
  const rows: DueRecord[] = [];
  let cursor: string | undefined;
  do {
    const ask = { limit: 7, ...(instant === undefined ? {} : { at: instant }), ...(cursor ? { cursor } : {}) };
    const page = await app.get(RetentionService).preview(officer, ask);
    rows.push(...page.rows);
    cursor = page.next;
  } while (cursor);
  return rows;
}

/** A hundred and fifty notes of three classes over two years, a tenth of them held, some of matters still open. */
async function manyNotes({ notesOf, clock }: PrivacyBench): Promise<void> {
  const classes = ['chat-unidentified', 'conversation', 'survey'] as const;
  await notesOf(150, (i) => ({
    retentionClass: classes[i % 3]!,
    anchorAt: i % 17 === 0 ? null : clock.now() - i * 4 * DAY - HOUR,
    ...(i % 10 === 0 ? { heldFrom: clock.now() - DAY } : {}),
  }));
}

/** The sweep that the spec asked for, as reported. */
async function reported({ app }: PrivacyBench): Promise<SweepReport | undefined> {
  const { rows } = await app.get(RetentionService).sweeps(officer, { limit: 10 });
  return rows.find(({ by }) => by === 'staff');
}

eachEngine('Retention', (open) => {
  it('sweeps by night exactly what the preview listed the day before', async () => {
    const bench = await privacyBench(open);
    bench.clock.set(at('2026-06-10T15:00:00Z'));
    await manyNotes(bench);
    const before = await bench.notes();
    const listed = await previewed(bench);
    const { totals } = await bench.app.get(RetentionService).preview(officer, { limit: 1 });

    bench.clock.set(at('2026-06-11T03:00:00Z'));
    await bench.app.get(RetentionSchedule).nightly();

    const after = new Map((await bench.notes()).map((note) => [note.id, note]));
    const gone = before.filter(({ id }) => !after.has(id)).map(({ id }) => id);
    const emptied = before.filter(({ id, body }) => body && after.get(id)?.body === null).map(({ id }) => id);
    const said = (action: string): string[] =>
      listed.flatMap(({ id, decision }) => (decision.action === action ? id : [])).sort();
    expect(gone.length).toBeGreaterThan(25);
    expect(emptied.length).toBeGreaterThan(5);
    expect(gone.sort()).toEqual(said('delete'));
    expect(emptied.sort()).toEqual(said('anonymise'));
    expect(totals.reduce((sum, { count }) => sum + count, 0)).toBe(listed.length);

    const [report] = (await bench.app.get(RetentionService).sweeps(officer, { limit: 1 })).rows;
    expect([report?.deleted, report?.anonymised, report?.by]).toEqual([gone.length, emptied.length, 'schedule']);
    expect(report?.finishedAt).toBeDefined();
    expect(await previewed(bench, bench.clock.now())).toEqual([]);
  });

  it('lets months go by until the last unheld note is gone', async () => {
    const bench = await privacyBench(open);
    bench.clock.set(at('2026-01-31T12:00:00Z'));
    const chat = await bench.note({ anchorAt: bench.clock.now() });
    const held = await bench.note({ anchorAt: bench.clock.now(), heldFrom: bench.clock.now() });
    const openMatter = await bench.note({ anchorAt: null });
    const left = async (): Promise<string[]> => (await bench.notes()).map(({ id }) => id);

    bench.clock.set(at('2026-07-31T03:00:00Z'));
    await bench.app.get(RetentionSchedule).nightly();
    expect(await left())
      .withContext('the period ends at noon')
      .toContain(chat);

    bench.clock.set(at('2026-08-01T03:00:00Z'));
    await bench.app.get(RetentionSchedule).nightly();
    expect((await left()).sort()).toEqual([held, openMatter].sort());

    bench.clock.set(at('2040-01-01T03:00:00Z'));
    await bench.app.get(RetentionSchedule).nightly();
    expect((await left()).sort()).toEqual([held, openMatter].sort());
  });

  it('sweeps a night once, and makes up for one that was missed', async () => {
    const bench = await privacyBench(open);
    bench.clock.set(at('2026-06-11T09:00:00Z'));
    await bench.app.get(RetentionSchedule).nightly();
    await bench.app.get(RetentionSchedule).nightly();
    const { rows } = await bench.app.get(RetentionService).sweeps(officer, { limit: 10 });
    expect(rows.filter((row) => row.at === at('2026-06-11T03:00:00Z')).length).toBe(1);
  });

  it('spares a record that is held between the look and the unit', async () => {
    const bench = await privacyBench(open);
    const id = await bench.note({ anchorAt: bench.clock.now() - 400 * DAY });
    let looks = 0;
    bench.between.look = async () => {
      // Inside the unit nobody else may write, so the hold comes with the first look only.
      if (++looks > 1) return;
      await bench.database.write(({ em }) => em.update(Note, { id }, { heldFrom: bench.clock.now() }));
    };
    await bench.app.get(RetentionService).sweepNow(officer);
    await bench.app.get(RetentionSchedule).idle();
    expect(looks).toBeGreaterThan(1);
    expect((await bench.notes()).length).toBe(1);
    const report = await reported(bench);
    expect([report?.deleted, report?.kept]).toEqual([0, 1]);
  });

  it('refuses a second sweep while one is under way', async () => {
    const bench = await privacyBench(open);
    await bench.note({ anchorAt: bench.clock.now() - 400 * DAY });
    let goOn = (): void => undefined;
    const held = new Promise<void>((resolve) => (goOn = resolve));
    bench.between.look = () => held;
    await bench.app.get(RetentionService).sweepNow(officer);
    await expectAsync(bench.app.get(RetentionService).sweepNow(officer)).toBeRejectedWithError('already-exists');
    goOn();
    await bench.app.get(RetentionSchedule).idle();
    expect(await bench.notes()).toEqual([]);
  });

  it('goes on after a stop where it was, without counting twice', async () => {
    const bench = await privacyBench(open);
    await bench.notesOf(30, (i) => ({ anchorAt: bench.clock.now() - (400 + i) * DAY, size: 300 }));
    await bench.note({ anchorAt: bench.clock.now() - 900 * DAY, heldFrom: bench.clock.now() });
    const first = bench.app.get(Sweeper);
    let looks = 0;
    bench.between.look = () => {
      if (++looks === 5) first.stop();
      return Promise.resolve();
    };
    await bench.app.get(RetentionService).sweepNow(officer);
    await bench.app.get(RetentionSchedule).idle();
    const half = (await bench.notes()).length;
    expect(half).toBeGreaterThan(1);
    expect(half).toBeLessThan(31);

    bench.clock.advance(HOUR);
    const second = await restarted(bench);
    const cut = await second.takeOver();
    if (cut) await second.run(cut);
    expect((await bench.notes()).length).toBe(1);
    const report = await reported(bench);
    expect([report?.deleted, report?.rows, report?.kept]).toEqual([30, 30, 1]);
    expect(report?.finishedAt).toBe(bench.clock.now());
  });

  it('goes on within the hour after it failed, from the step that failed, without counting twice', async () => {
    const bench = await privacyBench(open);
    await bench.notesOf(3, (i) => ({ anchorAt: bench.clock.now() - (400 + i) * DAY }));
    await bench.note({ anchorAt: bench.clock.now() - 900 * DAY, heldFrom: bench.clock.now() });
    const schedule = bench.app.get(RetentionSchedule);
    const logged = spyOn(Logger.prototype, 'error');
    bench.between.look = () => Promise.reject(new Error('the disk is full'));
    await bench.app.get(RetentionService).sweepNow(officer);
    await schedule.idle();
    await schedule.hourly();
    expect((await bench.notes()).length).toBe(4);
    expect((await reported(bench))?.finishedAt).toBeUndefined();

    expect(logged).toHaveBeenCalled();

    bench.between.look = () => Promise.resolve();
    bench.clock.advance(HOUR);
    await schedule.hourly();
    expect((await bench.notes()).length).toBe(1);
    const report = await reported(bench);
    expect([report?.deleted, report?.kept, report?.finishedAt]).toEqual([3, 1, bench.clock.now()]);
  });

  it('lets others write between its batches', async () => {
    const bench = await privacyBench(open);
    await bench.notesOf(6, (i) => ({ anchorAt: bench.clock.now() - (400 + i) * DAY, size: 600 }));
    let looks = 0;
    // Every batch looks twice: first outside the unit, where somebody else writes and is answered.
    bench.between.look = async () => {
      if (++looks % 2 === 1 && looks < 6) await bench.note({ anchorAt: null });
    };
    await bench.app.get(RetentionService).sweepNow(officer);
    await bench.app.get(RetentionSchedule).idle();
    expect((await bench.notes()).length).toBe(3);
  });

  it('leaves its leaves in the audit', async () => {
    const bench = await privacyBench(open);
    await bench.note({ anchorAt: bench.clock.now() - 400 * DAY });
    await bench.note({ anchorAt: bench.clock.now() - 400 * DAY, retentionClass: 'survey' });
    const sweep = await bench.app.get(RetentionService).sweepNow(officer);
    await bench.app.get(RetentionSchedule).idle();
    const leaves = await bench.database.read((em) => em.find(AuditLeaf));
    for (const verb of ['retention.swept', 'retention.anonymised']) {
      const leaf = leaves.find((each) => each.verb === verb);
      expect(leaf?.about)
        .withContext(verb)
        .toEqual([
          { type: 'sweep', id: sweep.id },
          { type: 'rows', id: '1' },
        ]);
    }
  });

  it('gives a key more grace than any node goes by what it read of it', () => {
    expect(KEY_GRACE).toBeGreaterThanOrEqual(2 * KNOWN_FOR);
  });

  it('shreds a customer’s keys after their last record, and no other', async () => {
    const bench = await privacyBench(open);
    const { clock, vault } = bench;
    const [leaving, staying] = ['a-leaving-customer', 'a-staying-customer'];
    const old = clock.now() - 400 * DAY;
    await bench.note({ ownerId: leaving, anchorAt: old });
    await bench.note({ ownerId: staying, anchorAt: old });
    await bench.note({ ownerId: staying, anchorAt: null });
    const gone = await vault.keyFor(leaving, 'conversation');
    const salt = await vault.keyFor(leaving, 'subject');
    const kept = await vault.keyFor(staying, 'conversation');

    await bench.app.get(RetentionService).sweepNow(officer);
    await bench.app.get(RetentionSchedule).idle();
    expect((await vault.keys([gone.id])).size)
      .withContext('within the hour of grace')
      .toBe(1);
    clock.advance(KEY_GRACE);
    await bench.app.get(RetentionSchedule).hourly();

    const left = await vault.keys([gone.id, salt.id, kept.id]);
    expect([...left.keys()]).toEqual([kept.id]);
    const leaves = await bench.database.read((em) => em.findBy(AuditLeaf, { verb: 'keys.shredded' }));
    expect(leaves.length).toBe(1);
  });

  it('gives a customer who comes back a new key, and keeps one that a row still needs', async () => {
    const bench = await privacyBench(open);
    const { clock, vault } = bench;
    const ownerId = 'a-customer';
    const old = await vault.keyFor(ownerId, 'conversation');
    // As a writer does who was given the key just before it was retired.
    await vault.retire('conversation', [ownerId]);
    await bench.note({ ownerId, anchorAt: null, keyId: old.id });
    expect((await vault.keyFor(ownerId, 'conversation')).id).not.toBe(old.id);

    clock.advance(KEY_GRACE);
    expect(await bench.app.get(KeySweep).shredRetired()).toBe(0);
    expect((await vault.keys([old.id])).size).toBe(1);
    expect(await vault.retired(clock.now(), 10)).toEqual([]);
  });

  it('finds keys that no record needs, but not young ones nor those of families that no keeper knows', async () => {
    const bench = await privacyBench(open);
    const { clock, vault } = bench;
    const orphan = await vault.keyFor('nobody', 'conversation');
    const unknown = await vault.keyFor('nobody', 'bookkeeping');
    clock.advance(2 * DAY);
    const young = await vault.keyFor('somebody new', 'conversation');
    const keys = bench.app.get(KeySweep);
    await keys.retireOrphans();
    clock.advance(KEY_GRACE);
    await keys.shredRetired();
    const left = await vault.keys([orphan.id, unknown.id, young.id]);
    expect([...left.keys()].sort()).toEqual([unknown.id, young.id].sort());
  });

  it('refuses a cursor that it did not make', async () => {
    const bench = await privacyBench(open);
    for (const cursor of ['nonsense', Buffer.from('["orders/nothing",1,"x"]').toString('base64url')]) {
      await expectAsync(bench.app.get(RetentionService).preview(officer, { limit: 5, cursor })).toBeRejectedWithError(
        'cursor-invalid',
      );
    }
  });
});

/** A sweeper as a new process has it. */
async function restarted({ app }: PrivacyBench): Promise<Sweeper> {
  const { database, clock, keepers, due, keys, audit } = app.get(Sweeper) as unknown as Record<string, never>;
  return Promise.resolve(new Sweeper(database!, clock!, keepers!, due!, keys!, audit!));
}
