import { Inject, Injectable } from '@nestjs/common';
import { Refused } from '@candour/shared/errors.js';
import type { Actor } from '../core/access/actor.js';
import { Clock } from '../core/clock.js';
import { Database } from '../core/database/database.js';
import { AuditSegment } from './audit-log.entity.js';
import { AuditTrail } from './audit.service.js';
import { auditLeaves } from './leaf-source.js';
import { monthText } from './months.js';

/** Numbers of leaves removed in one unit. */
const CHUNK = 2000;

/** Drops a month of the log whole. Its size, root and checkpoints stay, and so does the fact that it was dropped. */
@Injectable()
export class AuditSegments {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(AuditTrail) private readonly trail: AuditTrail,
  ) {}

  /**
   * May be asked again after a crash: it goes on where it stood.
   * @throws Refused `not-found`, or `move-refused` for the open month.
   */
  async drop(actor: Actor, segment: number): Promise<void> {
    const size = await this.database.write(async (tx) => {
      const row = await tx.em.findOneBy(AuditSegment, { segment });
      if (!row) throw new Refused('not-found');
      if (row.size === null || row.root === null) throw new Refused('move-refused');
      if (row.dropAskedAt === null) {
        await tx.em.update(AuditSegment, { segment }, { dropAskedAt: this.clock.now() });
        const about = [{ type: 'segment' as const, id: monthText(segment) }];
        await this.trail.record(tx, { actor, verb: 'audit.segment-dropped', about, digest: row.root });
      }
      return row.droppedAt === null ? row.size : 0;
    });
    for (let from = 0; from < size; from += CHUNK) {
      await this.database.write(async (tx) => {
        const range = [segment, from, from + CHUNK];
        const numbers = 'segment = $1 AND number >= $2 AND number < $3';
        // The leaves first: their trigger asks the numbered rows which segment they belong to.
        await tx.em.query(
          `DELETE FROM audit_leaves WHERE ordinal IN
             (SELECT ordinal FROM audit_numbered WHERE ${numbers} AND source = $4)`,
          [...range, auditLeaves.number],
        );
        await tx.em.query(`DELETE FROM audit_numbered WHERE ${numbers}`, range);
      });
    }
    if (size > 0) {
      await this.database.write((tx) => tx.em.update(AuditSegment, { segment }, { droppedAt: this.clock.now() }));
    }
  }
}
