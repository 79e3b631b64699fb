import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newId } from '@candour/shared/ids.js';
import { system } from '../core/access/actor.js';
import type { TestClock } from '../core/clock.testing.js';
import type { Database } from '../core/database/database.js';
import type { OpenDatabase } from '../core/testing/engines.js';
import type { AuditTrail } from './audit.service.js';
import { auditBench } from './audit.testing.js';
import { CheckpointFiles } from './checkpoint-files.js';
import { CheckpointSigner } from './checkpoint-note.js';
import { Checkpoints } from './checkpoints.js';
import { auditLeaves, type LeafSource } from './leaf-source.js';
import { AuditProofs } from './proofs.service.js';
import { AuditSegments } from './segments.service.js';
import { Sequencer } from './sequencer.js';
import { verifyAudit, type Verified } from './verify.js';

/** The audit of a desk on databases of a spec's own. */
export class LogBench {
  readonly signer = new CheckpointSigner(randomBytes(32));
  readonly checkpoints: Checkpoints;
  readonly segments: AuditSegments;

  private constructor(
    readonly database: Database,
    readonly clock: TestClock,
    readonly trail: AuditTrail,
    readonly folder: string,
    readonly sources: readonly LeafSource[],
  ) {
    this.checkpoints = new Checkpoints(database, clock, this.signer, new CheckpointFiles(folder));
    this.segments = new AuditSegments(database, clock, trail);
  }

  static async open(open: OpenDatabase, sources: readonly LeafSource[] = [auditLeaves]): Promise<LogBench> {
    const { database, clock, trail } = await auditBench(open);
    const folder = mkdtempSync(join(tmpdir(), 'candour-checkpoints-'));
    afterThis.push(() => rmSync(folder, { recursive: true, force: true }));
    return new LogBench(database, clock, trail, folder, sources);
  }

  /** One more node of the desk. */
  sequencer(): Sequencer {
    return new Sequencer(this.database, this.clock, this.sources, this.checkpoints);
  }

  proofs(sequencer: Sequencer): AuditProofs {
    return new AuditProofs(this.database, this.checkpoints, sequencer);
  }

  /** Writes leaves in one unit. */
  record(count: number): Promise<void> {
    const events = Array.from({ length: count }, () => ({
      actor: system('spec'),
      verb: 'message.removed' as const,
      about: [{ type: 'entry' as const, id: newId() }],
    }));
    return this.database.write((tx) => this.trail.record(tx, ...events));
  }

  /**
   * Passes until nothing waits; answers how many were numbered. One pass may not do: on PostgreSQL leaves wait while
   * any older transaction of the server runs, those of other databases too.
   */
  async settle(sequencer: Pick<Sequencer, 'pass'>): Promise<number> {
    let numbered = 0;
    while ((await this.waiting()) > 0) numbered += await sequencer.pass();
    return numbered;
  }

  /** Numbers and signs all that was written. */
  async sign(sequencer: Sequencer): Promise<void> {
    await this.settle(sequencer);
    await sequencer.checkpoint();
  }

  private async waiting(): Promise<number> {
    const [row] = await this.database.read((em) =>
      em.query<{ count: number }[]>(
        `SELECT count(*) AS count FROM audit_leaves one
         WHERE NOT EXISTS (SELECT 1 FROM audit_numbered n WHERE n.source = 1 AND n.ordinal = one.ordinal)`,
      ),
    );
    return row!.count;
  }

  files(): ReturnType<CheckpointFiles['read']> {
    return new CheckpointFiles(this.folder).read();
  }

  verify(): Promise<Verified> {
    return verifyAudit({
      database: this.database,
      sources: this.sources,
      signer: this.signer,
      files: this.files(),
    });
  }
}

const afterThis: (() => void)[] = [];
/** Called in `afterEach` of the specs that open a bench. */
export function cleanBenches(): void {
  for (const step of afterThis.splice(0)) step();
}
