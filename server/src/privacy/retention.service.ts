import { Refused } from '@candour/shared/errors.js';
import type { PageAsk } from '@candour/shared/paging.js';
import type {
  DueRecord,
  RetentionPreview,
  RetentionPreviewAsk,
  SweepReport,
  SweepReports,
} from '@candour/shared/retention.js';
import { Injectable } from '@nestjs/common';
import { LessThan, type EntityManager } from 'typeorm';
import { AccessTrail } from '../audit/access-trail.service.js';
import { requireAccess } from '../core/access/access.js';
import type { Actor } from '../core/access/actor.js';
import { Clock } from '../core/clock.js';
import { Database } from '../core/database/database.js';
import { behind, DueService, isDue, type Judged } from './due.service.js';
import { Keepers, type SweepStep } from './keepers.js';
import { readPlace, writePlace } from './preview-cursor.js';
import type { DueAsk } from './record-keeper.js';
import { RetentionSchedule } from './retention.schedule.js';
import { RetentionSweepRow } from './retention-sweep.entity.js';
import { nextSweepAt } from './sweep-times.rules.js';

const LOOK = 200;
/** Candidates looked at for one page; where most are kept, a page may be short and still have a next one. */
const LOOKS_MAX = 5000;

type Total = RetentionPreview['totals'][number];

/** What would go and why, what went, and going now. */
@Injectable()
export class RetentionService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly keepers: Keepers,
    private readonly due: DueService,
    private readonly schedule: RetentionSchedule,
    private readonly readings: AccessTrail,
  ) {}

  /** What a sweep of `at` would delete or anonymise as things stand; the sweep without its last verb. */
  async preview(
    actor: Actor,
    { at = nextSweepAt(this.clock.now()), cursor, limit }: RetentionPreviewAsk,
  ): Promise<RetentionPreview> {
    requireAccess(actor, 'retention.preview', 'house');
    const preview = await this.database.readLong(async (em) => {
      const page = await this.page(em, at, cursor, limit);
      const totals = cursor === undefined ? await this.totals(em, at) : [];
      return { at, ...page, totals };
    });
    const rows = preview.rows.map(({ id }) => id);
    await this.readings.note({ actor, verb: 'retention.previewed', purpose: 'house', rows });
    return preview;
  }

  /** Sweeps that ran, newest first. */
  async sweeps(actor: Actor, { cursor, limit }: PageAsk): Promise<SweepReports> {
    requireAccess(actor, 'retention.preview', 'house');
    const rows = await this.database.read((em) =>
      em.find(RetentionSweepRow, {
        where: cursor ? { id: LessThan(cursor) } : {},
        order: { id: 'DESC' },
        take: limit + 1,
      }),
    );
    const page = rows.slice(0, limit);
    const next = rows.length > limit ? page.at(-1)?.id : undefined;
    return { rows: page.map(reportOf), ...(next ? { next } : {}) };
  }

  /** Sweeps at once what is due now; answers with the sweep as it begins. */
  async sweepNow(actor: Actor): Promise<SweepReport> {
    requireAccess(actor, 'retention.sweep', 'house');
    const sweep = await this.schedule.startNow();
    if (!sweep) throw new Refused('already-exists');
    return reportOf(sweep);
  }

  private async page(
    em: EntityManager,
    at: number,
    cursor: string | undefined,
    limit: number,
  ): Promise<Pick<RetentionPreview, 'rows' | 'next'>> {
    const steps = this.keepers.steps();
    const place = cursor === undefined ? undefined : readPlace(cursor, steps);
    const rows: DueRecord[] = [];
    let looks = 0;
    for (let i = place?.step ?? 0; i < steps.length; i++) {
      const step = steps[i]!;
      for await (const judged of this.walk(em, step, at, i === place?.step ? place.after : undefined)) {
        if (isDue(judged)) rows.push(dueRecordOf(step, judged));
        if (rows.length === limit || ++looks === LOOKS_MAX) {
          return { rows, next: writePlace(step, behind(judged.candidate)) };
        }
      }
    }
    return { rows };
  }

  private async totals(em: EntityManager, at: number): Promise<Total[]> {
    const totals = new Map<string, Total>();
    for (const step of this.keepers.steps()) {
      for await (const judged of this.walk(em, step, at)) {
        if (!isDue(judged)) continue;
        const { retentionClass, then } = judged.decision;
        const key = `${retentionClass} ${then}`;
        const total = totals.get(key) ?? { retentionClass, then, count: 0, rows: 0 };
        totals.set(key, { ...total, count: total.count + 1, rows: total.rows + judged.candidate.rows });
      }
    }
    return [...totals.values()];
  }

  private async *walk(em: EntityManager, step: SweepStep, at: number, start?: DueAsk['after']): AsyncGenerator<Judged> {
    let after = start;
    for (;;) {
      const seen = await this.due.look(em, step, at, { limit: LOOK, ...(after ? { after } : {}) });
      yield* seen;
      const last = seen.at(-1);
      if (!last || seen.length < LOOK) return;
      after = behind(last.candidate);
    }
  }
}

function dueRecordOf({ record, retentionClass }: SweepStep, { candidate, decision }: Judged): DueRecord {
  const { id, label, rows } = candidate;
  return { table: record.table, id, retentionClass, label, rows, decision };
}

function reportOf(row: RetentionSweepRow): SweepReport {
  const { id, startedAt, finishedAt, at, by, deleted, anonymised, kept, rows } = row;
  return { id, startedAt, at, by, deleted, anonymised, kept, rows, ...(finishedAt === null ? {} : { finishedAt }) };
}
