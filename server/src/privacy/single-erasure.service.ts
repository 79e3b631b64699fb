import { Injectable } from '@nestjs/common';
import { AuditTrail, type Verb } from '../audit/audit.service.js';
import type { Actor } from '../core/access/actor.js';
import type { Tx } from '../core/database/database.js';
import { Keepers } from './keepers.js';
import { KeySweep } from './key-sweep.js';
import type { SweptRecord } from './record-keeper.js';

export interface Erased {
  readonly actor: Actor;
  readonly verb: Verb;
  /** The person's salted digest in the audit, asked before the unit. */
  readonly subject: Uint8Array;
}

/** Removes a record before its time because its person asked: by its keeper, on the path of the nightly sweep. */
@Injectable()
export class SingleErasure {
  constructor(
    private readonly keepers: Keepers,
    private readonly keys: KeySweep,
    private readonly audit: AuditTrail,
  ) {}

  /** Within the unit that found that nothing keeps it. */
  async remove(tx: Tx, table: string, id: string, { actor, verb, subject }: Erased): Promise<void> {
    const record = this.recordOf(table);
    const rows = await record.remove(tx, [id]);
    await this.audit.record(tx, {
      actor,
      verb,
      about: [{ type: 'rows', id: String(rows) }, ...(record.about ? [{ type: record.about, id }] : [])],
      subject,
    });
  }

  /** After the unit: the keys that nothing needs any more. What a crash leaves behind, the next sweep finds. */
  async retireKeys(table: string, ownerId: string): Promise<void> {
    await this.keys.retireUnused(this.recordOf(table).families, [ownerId]);
  }

  private recordOf(table: string): SweptRecord {
    const found = this.keepers
      .all()
      .flatMap(({ swept }) => swept)
      .find((record) => record.table === table);
    if (!found) throw new Error(`No keeper removes records of ${table}.`);
    return found;
  }
}
