import { Refused } from '@candour/shared/errors.js';
import { newId } from '@candour/shared/ids.js';
import type { Import, ImportFault, StartImport } from '@candour/shared/imports.js';
import { MINUTE } from '@candour/shared/instant.js';
import type { Page, PageAsk } from '@candour/shared/paging.js';
import { Inject, Injectable } from '@nestjs/common';
import { AuditTrail } from '../../audit/audit.service.js';
import { requireAccess } from '../../core/access/access.js';
import type { Actor } from '../../core/access/actor.js';
import { Clock } from '../../core/clock.js';
import { readCursor, writeCursor } from '../../core/database/cursor.js';
import { Database, type Tx } from '../../core/database/database.js';
import { PolicyService } from '../../policy/policy.service.js';
import { ImportRecord } from './import.entity.js';
import { fileNameOf } from './incoming.rules.js';
import { orderRecords } from './order-records.js';
import { OrderWriter, type ReadOrder, type Written } from './order-writer.js';

/** Most orders in one unit, and how much of their text, in characters: whichever comes first. */
const BATCH = 200;
const BATCH_TEXT = 4 * 1024 * 1024;
/** Largest file, in bytes: some hundred thousand orders. */
export const FILE_MAX = 512 * 1024 * 1024;
const FAULTS_KEPT = 1000;
/** A running import that gave no sign of life for so long was cut off. */
const SILENCE = 5 * MINUTE;

/** How far an import has come, in records. */
export type SoFar = Pick<Import, 'read' | 'created' | 'updated' | 'unchanged' | 'failed'>;

/** Takes files of orders in, as a stream: memory holds a batch. What came in before a failure stays. */
@Injectable()
export class ImportsService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(OrderWriter) private readonly writer: OrderWriter,
    @Inject(AuditTrail) private readonly trail: AuditTrail,
    @Inject(PolicyService) private readonly policy: PolicyService,
  ) {}

  /**
   * Reads the file to its end and answers what came of it. Safe to repeat with the same file. `told` hears after
   * each record how far it has come.
   * @throws Refused `not-allowed`. A file that cannot be read on ends as `failed` with its fault.
   */
  async run(
    actor: Actor,
    { format, name }: StartImport,
    file: AsyncIterable<Buffer>,
    told: (soFar: SoFar) => void = () => undefined,
  ): Promise<Import> {
    requireAccess(actor, 'order.import', 'P2', { categories: ['C1'] });
    const running = new Running(actor, format, name, this.clock.now());
    await this.database.write((tx) => tx.em.insert(ImportRecord, running.row));
    try {
      await this.read(running, limited(file), told);
      running.row.status = running.row.read === 0 && running.row.failed > 0 ? 'failed' : 'done';
    } catch (error) {
      running.row.status = 'failed';
      running.fault({ line: running.line + 1, reason: error instanceof Refused ? error.code : 'file-not-readable' });
      if (!(error instanceof Refused) && !isStreamError(error)) throw error;
    } finally {
      await this.finish(running);
    }
    return importOf(running.row, this.clock.now());
  }

  /** Newest first. */
  async list(actor: Actor, { cursor, limit }: PageAsk): Promise<Page<Import>> {
    requireAccess(actor, 'order.import', 'P2');
    const after = cursor === undefined ? undefined : readCursor(cursor);
    const rows = await this.database.read((em) => {
      const query = em
        .createQueryBuilder(ImportRecord, 'i')
        .orderBy('i.startedAt', 'DESC')
        .addOrderBy('i.id', 'DESC')
        .limit(limit + 1);
      if (after) query.where('(i.startedAt < :at OR (i.startedAt = :at AND i.id < :id))', after);
      return query.getMany();
    });
    const shown = rows
      .slice(0, limit)
      .map((row) => importOf({ ...row, faults: row.faults.slice(0, 20) }, this.clock.now()));
    const last = shown.at(-1);
    const next = rows.length > limit && last ? writeCursor({ at: last.startedAt, id: last.id }) : undefined;
    return { rows: shown, ...(next === undefined ? {} : { next }) };
  }

  /** @throws Refused `not-found`. */
  async get(actor: Actor, id: string): Promise<Import> {
    requireAccess(actor, 'order.import', 'P2');
    const row = await this.database.read((em) => em.findOneBy(ImportRecord, { id }));
    if (!row) throw new Refused('not-found');
    return importOf(row, this.clock.now());
  }

  private async read(running: Running, file: AsyncIterable<Buffer>, told: (soFar: SoFar) => void): Promise<void> {
    let batch: ReadOrder[] = [];
    let named = new Set<string>();
    let text = 0;
    // The next batch is read while this one goes down, one at a time.
    let writing: Promise<unknown> = Promise.resolve();
    const flush = async (): Promise<void> => {
      await writing;
      if (batch.length > 0) writing = quietly(this.write(running, batch));
      batch = [];
      named = new Set();
      text = 0;
    };
    const records = orderRecords(
      file,
      running.row.format,
      () => this.clock.now(),
      (format) => {
        running.row.format = format;
      },
    );
    try {
      for await (const record of records) {
        running.line = record.line;
        told(soFarOf(running.row));
        if ('faults' in record) {
          running.row.failed++;
          record.faults.forEach((fault) => running.fault(fault));
          continue;
        }
        running.row.read++;
        // The same order twice in one batch: the second is written after the first.
        if (named.has(record.order.externalId)) await flush();
        named.add(record.order.externalId);
        batch.push(record);
        text += record.raw.length;
        if (batch.length === BATCH || text >= BATCH_TEXT) await flush();
      }
      await flush();
    } finally {
      // What was read before a fault is in.
      await writing;
    }
  }

  private async write(running: Running, batch: readonly ReadOrder[]): Promise<void> {
    const written = await this.writer.write(batch, {
      actor: running.actor,
      importId: running.row.id,
      policyVersion: String(this.policy.current().number),
      also: (tx, now) => this.save(tx, { ...running.row, ...running.plus(now) }),
    });
    Object.assign(running.row, running.plus(written));
  }

  private async finish(running: Running): Promise<void> {
    const finishedAt = this.clock.now();
    running.row.finishedAt = finishedAt;
    await this.database.write(async (tx) => {
      await this.save(tx, running.row);
      const about = [{ type: 'import' as const, id: running.row.id }];
      await this.trail.record(tx, { actor: running.actor, verb: 'import.finished', about });
    });
  }

  private async save(tx: Tx, row: ImportRecord): Promise<void> {
    await tx.em.update(ImportRecord, { id: row.id }, { ...row, activeAt: this.clock.now() });
  }
}

/** Whoever waits for it hears of its fault; until then nobody else does. */
function quietly<T>(work: Promise<T>): Promise<T> {
  work.catch(() => undefined);
  return work;
}

/** An import under way. */
class Running {
  readonly row: ImportRecord;
  /** Where the reading is. */
  line = 0;

  constructor(
    readonly actor: Actor,
    format: ImportRecord['format'],
    name: string,
    now: number,
  ) {
    this.row = {
      id: newId(now),
      name: fileNameOf(name),
      format,
      status: 'running',
      startedBy: actor.kind === 'staff' ? actor.id : null,
      startedAt: now,
      activeAt: now,
      finishedAt: null,
      read: 0,
      created: 0,
      updated: 0,
      unchanged: 0,
      failed: 0,
      faults: [],
      faultCount: 0,
    };
  }

  fault(fault: ImportFault): void {
    this.row.faultCount++;
    if (this.row.faults.length < FAULTS_KEPT) this.row.faults.push(fault);
  }

  plus({ created, updated, unchanged }: Written): Written {
    const { row } = this;
    return {
      created: row.created + created,
      updated: row.updated + updated,
      unchanged: row.unchanged + unchanged,
    };
  }
}

function importOf(row: ImportRecord, now: number): Import {
  const cutOff = row.status === 'running' && row.activeAt < now - SILENCE;
  return {
    id: row.id,
    name: row.name,
    format: row.format,
    status: cutOff ? 'failed' : row.status,
    startedAt: row.startedAt,
    ...(row.finishedAt === null ? {} : { finishedAt: row.finishedAt }),
    ...soFarOf(row),
    faults: row.faults,
    faultCount: row.faultCount,
  };
}

function soFarOf({ read, created, updated, unchanged, failed }: ImportRecord): SoFar {
  return { read: read + failed, created, updated, unchanged, failed };
}

async function* limited(file: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let size = 0;
  for await (const chunk of file) {
    size += chunk.length;
    if (size > FILE_MAX) throw new Refused('too-large');
    yield chunk;
  }
}

/** The sender went away, or the disk failed: what was read before is in. */
const isStreamError = (error: unknown): boolean =>
  error instanceof Error && ('code' in error || error.name === 'AbortError' || error.name === 'CsvError');
