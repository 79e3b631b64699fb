import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../core/clock.js';
import { Database } from '../core/database/database.js';
import { AuditCheckpoint } from './audit-log.entity.js';
import { CheckpointFiles } from './checkpoint-files.js';
import { CheckpointSigner, type Head } from './checkpoint-note.js';

/** Signed heads of the log: kept in the database, then outside it. */
@Injectable()
export class Checkpoints {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(CheckpointSigner) private readonly signer: CheckpointSigner,
    @Inject(CheckpointFiles) private readonly files: CheckpointFiles,
  ) {}

  /** Signs a committed head. Made once for each size; asked again, the same one is given. */
  async make(head: Head): Promise<AuditCheckpoint> {
    const made: AuditCheckpoint = { ...head, at: this.clock.now(), note: this.signer.note(head) };
    const kept = await this.database.write(async (tx) => {
      const known = await tx.em.findOneBy(AuditCheckpoint, { segment: head.segment, size: head.size });
      if (!known) await tx.em.insert(AuditCheckpoint, made);
      return known ?? made;
    });
    this.files.append(kept.segment, kept.note);
    return kept;
  }

  /** Writes the newest one to its file again, should a crash have come between the database and the file. */
  async makeUp(segment: number): Promise<AuditCheckpoint | undefined> {
    const newest = await this.newest(segment);
    if (newest) this.files.append(newest.segment, newest.note);
    return newest;
  }

  newest(segment?: number): Promise<AuditCheckpoint | undefined> {
    return this.database.read((em) => newestIn(em, segment));
  }

  verifierKey(segment: number): string {
    return this.signer.verifierKey(segment);
  }

  origin(segment: number): string {
    return this.signer.origin(segment);
  }
}

async function newestIn(em: EntityManager, segment?: number): Promise<AuditCheckpoint | undefined> {
  const [newest] = await em.find(AuditCheckpoint, {
    where: segment === undefined ? {} : { segment },
    order: { segment: 'DESC', size: 'DESC' },
    take: 1,
  });
  return newest;
}
