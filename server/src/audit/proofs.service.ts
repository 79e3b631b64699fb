import { Inject, Injectable } from '@nestjs/common';
import type { Checkpoint, InclusionProof } from '@candour/shared/audit.js';
import { Refused } from '@candour/shared/errors.js';
import { MoreThan } from 'typeorm';
import { Database } from '../core/database/database.js';
import { AuditCheckpoint, AuditNumbered, AuditSegment } from './audit-log.entity.js';
import { Checkpoints } from './checkpoints.js';
import type { LeafSource } from './leaf-source.js';
import { Frontier, HASH, inclusionRanges, type Range } from './merkle.js';
import { Sequencer } from './sequencer.js';

/** Leaves read at once: some milliseconds of hashing, then others have their turn. */
const CHUNK = 4096;

interface Covered {
  readonly leaf: AuditNumbered;
  readonly checkpoint: AuditCheckpoint;
}

/** What the desk shows of its log: signed heads, and that a leaf stands in it. */
@Injectable()
export class AuditProofs {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Checkpoints) private readonly checkpoints: Checkpoints,
    @Inject(Sequencer) private readonly sequencer: Sequencer,
  ) {}

  /** The newest signed head. @throws Refused `not-found` while nothing was ever signed. */
  async newest(): Promise<Checkpoint> {
    const newest = (await this.sequencer.checkpoint()) ?? (await this.checkpoints.newest());
    if (!newest) throw new Refused('not-found');
    return this.shown(newest);
  }

  /**
   * Proves that the leaf of a row stands in the log, against the newest checkpoint of its month. Reads and hashes
   * the month's leaves: for receipts, not for lists.
   * @throws Refused `not-found` for a leaf that is not in the log (or went with its segment), `unavailable` while it
   * waits for its number (an older transaction still runs) or no checkpoint covers it yet.
   */
  async proof(source: LeafSource, ordinal: number): Promise<InclusionProof> {
    const found = (await this.covered(source, ordinal)) ?? (await this.coveredNow(source, ordinal));
    const { leaf, checkpoint } = found;
    const path: Buffer[] = [];
    for (const range of inclusionRanges(leaf.number, checkpoint.size)) {
      path.push(await this.rootOf(leaf.segment, range));
    }
    return {
      leaf: leaf.leaf.toString('base64'),
      index: leaf.number,
      path: path.map((node) => node.toString('base64')),
      checkpoint: this.shown(checkpoint),
    };
  }

  private async covered(source: LeafSource, ordinal: number): Promise<Covered | undefined> {
    const leaf = await this.database.read((em) => em.findOneBy(AuditNumbered, { source: source.number, ordinal }));
    const checkpoint = leaf && (await this.covering(leaf.segment, leaf.number));
    return checkpoint ? { leaf, checkpoint } : undefined;
  }

  /** Numbers and signs what waits first. */
  private async coveredNow(source: LeafSource, ordinal: number): Promise<Covered> {
    await this.sequencer.checkpoint();
    const found = await this.covered(source, ordinal);
    if (found) return found;
    throw new Refused((await this.stored(source, ordinal)) ? 'unavailable' : 'not-found');
  }

  private async stored(source: LeafSource, ordinal: number): Promise<boolean> {
    const rows = await this.database.read((em) =>
      em.query<unknown[]>(`SELECT 1 FROM ${source.table} WHERE ordinal = $1`, [ordinal]),
    );
    return rows.length > 0;
  }

  private covering(segment: number, number: number): Promise<AuditCheckpoint | undefined> {
    return this.database.read(async (em) => {
      // Rows of a segment that is being dropped go one after the other: nothing can be proved any more.
      const dropped = await em.existsBy(AuditSegment, { segment, dropAskedAt: MoreThan(0) });
      if (dropped) return undefined;
      const [newest] = await em.find(AuditCheckpoint, {
        where: { segment, size: MoreThan(number) },
        order: { size: 'DESC' },
        take: 1,
      });
      return newest;
    });
  }

  private async rootOf(segment: number, [from, to]: Range): Promise<Buffer> {
    const frontier = Frontier.empty();
    for (let at = from; at < to; at += CHUNK) {
      const rows = await this.database.readLong((em) =>
        em.query<{ leaf: Buffer }[]>(
          'SELECT leaf FROM audit_numbered WHERE segment = $1 AND number >= $2 AND number < $3 ORDER BY number',
          [segment, at, Math.min(at + CHUNK, to)],
        ),
      );
      for (const { leaf } of rows) frontier.add(leaf.subarray(0, HASH));
    }
    if (frontier.size !== to - from) throw new Error('The audit log has a gap.');
    return frontier.root();
  }

  private shown({ segment, size, root, at, note }: AuditCheckpoint): Checkpoint {
    return {
      origin: this.checkpoints.origin(segment),
      size,
      root: root.toString('base64'),
      at,
      note,
      verifierKey: this.checkpoints.verifierKey(segment),
    };
  }
}
