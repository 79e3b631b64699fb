import { Inject, Injectable } from '@nestjs/common';
import { newId } from '@candour/shared/ids.js';
import { HOUR, SECOND } from '@candour/shared/instant.js';
import { Clock } from '../core/clock.js';
import { Database, type Tx } from '../core/database/database.js';
import { AuditSegment, AuditSequencerRow, type AuditCheckpoint, type Cursor } from './audit-log.entity.js';
import { Checkpoints } from './checkpoints.js';
import { afterRestore, behindRestored, insertBatch, readBatch, type LeafBatch } from './leaf-batches.js';
import { LEAF_SOURCES, type LeafSource } from './leaf-source.js';
import { Frontier, HASH } from './merkle.js';
import { monthOf } from './months.js';

/** How long a holder that fell silent keeps others from numbering. */
export const LEASE = 30 * SECOND;
/** Most leaves of one source in one unit: it holds the writer for some milliseconds. */
export const BATCH = 2000;
const NAME = 'sequencer';
const START: Cursor = { txid: 0, ordinal: 0 };

/** The end of the log as this holder knows it; what others changed shows in the row's holder and size. */
interface Tail {
  until: number;
  segment: number;
  frontier: Frontier;
  cursors: Record<string, Cursor>;
  checkpoint: { at: number; size: number };
}

class LeaseLost extends Error {}

/**
 * Numbers committed leaves. Whoever holds the lease does it, one at a time: each unit looks whether the row still
 * names this holder and this size before it writes, so that a holder who was thought dead cannot number twice.
 */
@Injectable()
export class Sequencer {
  private readonly holder = newId();
  private tail: Tail | undefined;
  /** The loop, a proof that is asked for and the end of the process come here at once: one after the other. */
  private turn: Promise<unknown> = Promise.resolve();

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(LEAF_SOURCES) private readonly sources: readonly LeafSource[],
    @Inject(Checkpoints) private readonly checkpoints: Checkpoints,
  ) {}

  /** One pass: lease, month, batch, checkpoint when due. Answers how many leaves it numbered. */
  pass(): Promise<number> {
    return this.alone(() => this.onePass());
  }

  /** Numbers what waits and signs it now. Undefined while another node holds the lease or nothing was ever written. */
  checkpoint(): Promise<AuditCheckpoint | undefined> {
    return this.alone(() => this.signAll());
  }

  /** Signs, then lets another node go on at once. */
  release(): Promise<void> {
    return this.alone(async () => {
      await this.signAll();
      if (!this.tail) return;
      this.tail = undefined;
      await this.database.write((tx) =>
        tx.em.update(AuditSequencerRow, { name: NAME, holder: this.holder }, { until: 0 }),
      );
    });
  }

  private alone<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.turn.then(work);
    this.turn = mine.catch(() => undefined);
    return mine;
  }

  private async onePass(): Promise<number> {
    try {
      const tail = await this.held();
      if (!tail) return 0;
      if (monthOf(this.clock.now()) > tail.segment) await this.turnMonth(tail);
      const numbered = await this.number(tail);
      if (this.clock.now() - tail.checkpoint.at >= HOUR) await this.sign(tail);
      return numbered;
    } catch (error) {
      // What was committed is not known: the row is read again before the next batch.
      this.tail = undefined;
      if (error instanceof LeaseLost) return 0;
      throw error;
    }
  }

  private async signAll(): Promise<AuditCheckpoint | undefined> {
    while ((await this.onePass()) > 0);
    return this.tail && this.sign(this.tail);
  }

  private async held(): Promise<Tail | undefined> {
    const now = this.clock.now();
    if (this.tail && this.tail.until - now > LEASE / 2) return this.tail;
    const seen = await this.database.read((em) => em.findOneBy(AuditSequencerRow, { name: NAME }));
    if (seen && seen.holder !== this.holder && seen.until > now) return (this.tail = undefined);
    const row = await this.database.write((tx) => this.take(tx, now));
    if (!row) return (this.tail = undefined);
    if (this.tail) this.tail.until = row.until;
    else this.tail = await this.tailOf(row);
    return this.tail;
  }

  private async take(tx: Tx, now: number): Promise<AuditSequencerRow | undefined> {
    const lease = { holder: this.holder, until: now + LEASE };
    const row = await tx.em.findOneBy(AuditSequencerRow, { name: NAME });
    if (!row) {
      const segment = monthOf(now);
      const first = { name: NAME, ...lease, segment, size: 0, frontier: Buffer.alloc(0), cursors: {} };
      await tx.em.insert(AuditSequencerRow, first);
      await tx.em.insert(AuditSegment, { segment, openedAt: now });
      return first;
    }
    if (row.holder !== this.holder && row.until > now) return undefined;
    await tx.em.update(AuditSequencerRow, { name: NAME }, lease);
    return { ...row, ...lease };
  }

  private async tailOf(row: AuditSequencerRow): Promise<Tail> {
    const { until, segment, cursors } = row;
    const newest = await this.checkpoints.makeUp(segment);
    const opened = await this.database.read((em) => em.findOneByOrFail(AuditSegment, { segment }));
    return {
      until,
      segment,
      frontier: Frontier.from(row.size, row.frontier),
      cursors: await this.cursorsHere(cursors),
      checkpoint: newest ? { at: newest.at, size: newest.size } : { at: opened.openedAt, size: 0 },
    };
  }

  private cursorsHere(stored: Readonly<Record<string, Cursor>>): Promise<Record<string, Cursor>> {
    return this.database.read(async (em) => {
      const cursors: Record<string, Cursor> = {};
      for (const source of this.sources) {
        const cursor = stored[source.number] ?? START;
        cursors[source.number] = await afterRestore(em, this.database.engine, source, cursor);
      }
      return cursors;
    });
  }

  private async number(tail: Tail): Promise<number> {
    const batches = await this.database.read(async (em) => {
      const found: LeafBatch[] = [];
      for (const source of this.sources) {
        const after = tail.cursors[source.number] ?? START;
        const batch = await readBatch(em, this.database.engine, source, after, BATCH);
        if (batch) found.push(batch);
        else if (after.restored !== undefined) tail.cursors[source.number] = behindRestored(after);
      }
      return found;
    });
    if (batches.length === 0) return 0;
    const frontier = tail.frontier.copy();
    const cursors = { ...tail.cursors };
    for (const { source, count, leaves, cursor } of batches) {
      for (let i = 0; i < count; i++) frontier.add(leaves.subarray(i * HASH, (i + 1) * HASH));
      cursors[source.number] = cursor;
    }
    const until = this.clock.now() + LEASE;
    const { segment } = tail;
    await this.database.write(async (tx) => {
      await this.requireLease(tx, tail);
      let from = tail.frontier.size;
      for (const batch of batches) {
        await insertBatch(tx.em, this.database.engine, segment, from, batch);
        from += batch.count;
      }
      await tx.em.query('UPDATE audit_sequencer SET until = $1, size = $2, frontier = $3, cursors = $4', [
        until,
        frontier.size,
        frontier.toBytes(),
        JSON.stringify(cursors),
      ]);
    });
    const count = frontier.size - tail.frontier.size;
    Object.assign(tail, { until, frontier, cursors });
    return count;
  }

  /** Closes the month with its last checkpoint and opens the next one. */
  private async turnMonth(tail: Tail): Promise<void> {
    await this.sign(tail);
    const now = this.clock.now();
    const segment = monthOf(now);
    const { size } = tail.frontier;
    await this.database.write(async (tx) => {
      await this.requireLease(tx, tail);
      await tx.em.update(AuditSegment, { segment: tail.segment }, { closedAt: now, size, root: tail.frontier.root() });
      await tx.em.insert(AuditSegment, { segment, openedAt: now });
      await tx.em.update(AuditSequencerRow, { name: NAME }, { segment, size: 0, frontier: Buffer.alloc(0) });
    });
    Object.assign(tail, { segment, frontier: Frontier.empty(), checkpoint: { at: now, size: 0 } });
  }

  private async sign(tail: Tail): Promise<AuditCheckpoint | undefined> {
    const { segment, frontier } = tail;
    const at = this.clock.now();
    const made =
      frontier.size > tail.checkpoint.size
        ? await this.checkpoints.make({ segment, size: frontier.size, root: frontier.root() })
        : await this.checkpoints.newest(segment);
    tail.checkpoint = { at, size: frontier.size };
    return made;
  }

  private async requireLease(tx: Tx, tail: Tail): Promise<void> {
    const [row] = await tx.em.query<{ holder: string; segment: number; size: number }[]>(
      'SELECT holder, segment, size FROM audit_sequencer',
    );
    const mine = row?.holder === this.holder && row.segment === tail.segment && row.size === tail.frontier.size;
    if (!mine) throw new LeaseLost();
  }
}
