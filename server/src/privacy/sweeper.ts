import { setTimeout as pause } from 'node:timers/promises';
import { MINUTE } from '@candour/shared/instant.js';
import { newId } from '@candour/shared/ids.js';
import { Injectable, Logger } from '@nestjs/common';
import { AuditTrail } from '../audit/audit.service.js';
import { system } from '../core/access/actor.js';
import { Clock } from '../core/clock.js';
import { Database, type Tx } from '../core/database/database.js';
import { behind, DueService, isDue, type Judged } from './due.service.js';
import { Keepers, type SweepStep } from './keepers.js';
import { KeySweep } from './key-sweep.js';
import type { DueAsk } from './record-keeper.js';
import { RetentionSweepRow } from './retention-sweep.entity.js';

/** Records looked at together, and rows removed in one unit at the most (one record may be larger). */
const LOOK = 50;
const ROWS_MAX = 1000;
/** Records kept after which the sweep gives a sign of life. */
const KEPT_MAX = 2000;
/** How long a sweep belongs to its node without a sign of life. */
const HOLD = 2 * MINUTE;

type Place = DueAsk['after'];

interface Batch {
  readonly after: Place;
  readonly atEnd: boolean;
  readonly owners: readonly string[];
}

type Standing = Pick<RetentionSweepRow, 'position' | 'kept'>;

/** Somebody else goes on with the sweep. */
class LostHold extends Error {}

/** Does what the preview shows, in batches between which everybody else gets their turn. */
@Injectable()
export class Sweeper {
  private readonly log = new Logger(Sweeper.name);
  private readonly holder = newId();
  private stopping = false;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly keepers: Keepers,
    private readonly due: DueService,
    private readonly keys: KeySweep,
    private readonly audit: AuditTrail,
  ) {}

  /** Opens a sweep of what is due at `at`; undefined where that slot was swept, or another sweep is under way. */
  begin(slot: string | undefined, at: number): Promise<RetentionSweepRow | undefined> {
    return this.database.write(async ({ em }) => {
      const now = this.clock.now();
      const unfinished = await em
        .createQueryBuilder(RetentionSweepRow, 's')
        .where('s.finishedAt IS NULL AND s.heldUntil > :now', { now })
        .getExists();
      if (unfinished) return undefined;
      if (slot !== undefined && (await em.existsBy(RetentionSweepRow, { slot }))) return undefined;
      const id = newId(now);
      const row: RetentionSweepRow = {
        id,
        slot: slot ?? id,
        by: slot === undefined ? 'staff' : 'schedule',
        at,
        startedAt: now,
        finishedAt: null,
        holder: this.holder,
        heldUntil: now + HOLD,
        position: { step: null },
        deleted: 0,
        anonymised: 0,
        kept: 0,
        rows: 0,
      };
      await em.insert(RetentionSweepRow, row);
      return row;
    });
  }

  /**
   * Takes over the oldest sweep that was cut off, or that failed here, if there is one. To be asked while none runs.
   * @param tried sweeps that were gone on with already and failed again.
   */
  takeOver(tried: readonly string[] = []): Promise<RetentionSweepRow | undefined> {
    return this.database.write(async ({ em }) => {
      const now = this.clock.now();
      // One process alone writes to SQLite, so a sweep that is not ours has no holder any more.
      const free = this.database.engine === 'sqlite' ? '1 = 1' : 's.holder = :holder OR s.heldUntil <= :now';
      const rows = await em
        .createQueryBuilder(RetentionSweepRow, 's')
        .where(`s.finishedAt IS NULL AND (${free})`, { holder: this.holder, now })
        .orderBy('s.id')
        .take(tried.length + 1)
        .getMany();
      const row = rows.find(({ id }) => !tried.includes(id));
      if (!row) return undefined;
      const held = { holder: this.holder, heldUntil: now + HOLD };
      await em.update(RetentionSweepRow, { id: row.id, holder: row.holder }, held);
      return { ...row, ...held };
    });
  }

  /** Lets the batch under way end, and starts no other. The sweep goes on at the next start. */
  stop(): void {
    this.stopping = true;
  }

  /** Runs a sweep to its end, from where it stands. A step that fails keeps no other one from its turn. */
  async run({ id }: Pick<RetentionSweepRow, 'id'>): Promise<void> {
    const sweep = await this.standing(id);
    if (!sweep || sweep.finishedAt !== null) return;
    const steps = this.keepers.steps();
    const from = steps.findIndex(({ key }) => key === sweep.position.step);
    let failed: Standing | undefined;
    for (let i = Math.max(0, from); i < steps.length && !this.stopping; i++) {
      const step = steps[i]!;
      try {
        await this.runStep(sweep, step, i === from ? sweep.position.after : undefined);
      } catch (error) {
        if (error instanceof LostHold) return;
        failed ??= await this.standing(id).then((row) => placeOf(step, row));
        this.log.error({ step: step.key, error: error instanceof Error ? error.stack : 'unknown' });
      }
    }
    if (this.stopping) return;
    await this.keys.retireOrphans();
    await this.keys.shredRetired();
    if (failed) await this.goBack(id, failed);
    else await this.finish(id);
  }

  private standing(id: string): Promise<RetentionSweepRow | null> {
    return this.database.read((em) => em.findOneBy(RetentionSweepRow, { id, holder: this.holder }));
  }

  /** Back to the first step that failed; what was kept behind it will be counted again. */
  private async goBack(id: string, place: Standing): Promise<void> {
    await this.database.write(({ em }) => em.update(RetentionSweepRow, { id, holder: this.holder }, place));
  }

  private async runStep(sweep: RetentionSweepRow, step: SweepStep, start: Place): Promise<void> {
    let after = start;
    let kept = 0;
    while (!this.stopping) {
      const place = { limit: LOOK, ...(after ? { after } : {}) };
      const seen = await this.database.readLong((em) => this.due.look(em, step, sweep.at, place));
      const last = seen.at(-1);
      if (!last) break;
      if (!seen.some(isDue)) {
        kept += seen.length;
        after = behind(last.candidate);
        if (seen.length < LOOK) break;
        if (kept >= KEPT_MAX) {
          await this.moveOn(sweep, step, after, kept);
          kept = 0;
        }
        continue;
      }
      const began = performance.now();
      const batch = await this.database.write((tx) => this.batch(tx, sweep, step, place, kept));
      kept = 0;
      after = batch.after ?? behind(last.candidate);
      await this.keys.retireUnused(step.record.families, batch.owners);
      if (batch.atEnd) break;
      // As long again as the batch took, so that a sweep never has more than half of the writer.
      await pause(Math.min(1000, performance.now() - began));
    }
    if (kept > 0) await this.moveOn(sweep, step, after, kept);
  }

  private moveOn(sweep: RetentionSweepRow, step: SweepStep, after: Place, kept: number): Promise<void> {
    return this.database.write((tx) => this.move(tx, sweep, { step: step.key, after }, { kept }));
  }

  /** Looks again inside the unit, for a hold may have come in between, and removes what is due. */
  private async batch(
    tx: Tx,
    sweep: RetentionSweepRow,
    step: SweepStep,
    place: Pick<DueAsk, 'after' | 'limit'>,
    keptBefore: number,
  ): Promise<Batch> {
    const seen = await this.due.look(tx.em, step, sweep.at, place);
    const taken = asManyAsFit(seen);
    const deleted = taken.filter(({ decision }) => decision.action === 'delete');
    const anonymised = taken.filter(({ decision }) => decision.action === 'anonymise');
    const removed = deleted.length > 0 ? await step.record.remove(tx, ids(deleted)) : 0;
    let changed = 0;
    if (anonymised.length > 0) {
      if (!step.record.anonymise) throw new Error(`${step.key} ends in anonymisation, which its keeper cannot do.`);
      changed = await step.record.anonymise(tx, ids(anonymised));
    }
    await this.record(tx, sweep.id, step, 'retention.swept', deleted, removed);
    await this.record(tx, sweep.id, step, 'retention.anonymised', anonymised, changed);
    const last = taken.at(-1);
    const after = last ? behind(last.candidate) : undefined;
    const kept = keptBefore + taken.length - deleted.length - anonymised.length;
    await this.move(
      tx,
      sweep,
      { step: step.key, after },
      {
        kept,
        deleted: deleted.length,
        anonymised: anonymised.length,
        rows: removed + changed,
      },
    );
    return {
      after,
      atEnd: taken.length === seen.length && seen.length < place.limit,
      owners: [...new Set([...deleted, ...anonymised].flatMap(({ candidate }) => candidate.ownerId ?? []))],
    };
  }

  private async record(
    tx: Tx,
    sweepId: string,
    { record, retentionClass }: SweepStep,
    verb: 'retention.swept' | 'retention.anonymised',
    gone: readonly Judged[],
    rows: number,
  ): Promise<void> {
    if (gone.length === 0) return;
    const about = record.about;
    const what = gone.map(({ candidate, decision }) => ({ id: candidate.id, rule: decision.winning.rule }));
    await this.audit.record(tx, {
      actor: system('retention'),
      verb,
      about: [
        { type: 'sweep', id: sweepId },
        { type: 'rows', id: String(rows) },
        ...(about ? what.map(({ id }) => ({ type: about, id })) : []),
      ],
      digest: this.audit.digest({ table: record.table, retentionClass, what }),
    });
  }

  /** Moves position and counts with the rows of the unit, where the sweep is still ours. */
  private async move(
    tx: Tx,
    { id }: RetentionSweepRow,
    position: { step: string; after: Place },
    counts: Partial<Pick<RetentionSweepRow, 'deleted' | 'anonymised' | 'kept' | 'rows'>>,
  ): Promise<void> {
    const lock = this.database.engine === 'postgres' ? { lock: { mode: 'pessimistic_write' as const } } : {};
    const row = await tx.em.findOne(RetentionSweepRow, { where: { id, holder: this.holder }, ...lock });
    if (!row) throw new LostHold();
    await tx.em.update(
      RetentionSweepRow,
      { id },
      {
        position: { step: position.step, ...(position.after ? { after: position.after } : {}) },
        heldUntil: this.clock.now() + HOLD,
        deleted: row.deleted + (counts.deleted ?? 0),
        anonymised: row.anonymised + (counts.anonymised ?? 0),
        kept: row.kept + (counts.kept ?? 0),
        rows: row.rows + (counts.rows ?? 0),
      },
    );
  }

  private async finish(id: string): Promise<void> {
    const finishedAt = this.clock.now();
    await this.database.write(({ em }) => em.update(RetentionSweepRow, { id, holder: this.holder }, { finishedAt }));
  }
}

/** The first candidates whose rows fit into one unit; always at least one that is due. */
function asManyAsFit(seen: readonly Judged[]): readonly Judged[] {
  let rows = 0;
  const end = seen.findIndex((judged) => {
    if (!isDue(judged)) return false;
    const first = rows === 0;
    rows += judged.candidate.rows;
    return !first && rows > ROWS_MAX;
  });
  return end < 0 ? seen : seen.slice(0, end);
}

/** Where a step stood when it failed. */
function placeOf({ key }: SweepStep, row: RetentionSweepRow | null): Standing {
  const { position = { step: key }, kept = 0 } = row ?? {};
  return { position: position.step === key ? position : { step: key }, kept };
}

const ids = (judged: readonly Judged[]): string[] => judged.map(({ candidate }) => candidate.id);
