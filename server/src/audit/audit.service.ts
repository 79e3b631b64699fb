import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../core/clock.js';
import { Database, type Engine, type Tx } from '../core/database/database.js';
import { Vault } from '../core/vault/vault.js';
import { digestOf, leafFields, leafOf, type AuditEvent, type LeafFields } from './leaf.js';

export type { About, AuditEvent } from './leaf.js';
export type { LeafSource, RawRow, Remake } from './leaf-source.js';
export type { AboutType, Verb } from './verbs.js';

/** The transaction's number for a column `txid`, as an SQL expression: the order of commits needs it. */
export const txidOf = (engine: Engine): string => (engine === 'sqlite' ? '0' : 'pg_current_xact_id()::text::bigint');

const COLUMNS = 8;
/** Leaves in one statement. */
const CHUNK = 100;

/** What features write the audit with. */
@Injectable()
export class AuditTrail {
  private readonly txid: string;

  constructor(
    @Inject(Database) database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Vault) private readonly vault: Vault,
  ) {
    this.txid = txidOf(database.engine);
  }

  /**
   * A person's salted digest for `AuditEvent.subject`. Asked before the unit starts: it may have to make a key,
   * and a unit never waits for the key store.
   */
  subject(customerId: string): Promise<Buffer> {
    return this.vault.subjectDigest(customerId);
  }

  /** Writes the leaves with the rows of the caller's unit, in the order given. */
  async record(tx: Tx, ...events: readonly AuditEvent[]): Promise<void> {
    const at = this.clock.now();
    for (let from = 0; from < events.length; from += CHUNK) {
      await this.insert(
        tx,
        events.slice(from, from + CHUNK).map((event) => leafFields(event, at)),
      );
    }
  }

  /** For `AuditEvent.digest`: SHA-256 of the canonical JSON (RFC 8785) of what was done. */
  digest(what: unknown): Buffer {
    return digestOf(what);
  }

  private async insert(tx: Tx, leaves: readonly LeafFields[]): Promise<void> {
    const values: unknown[] = [];
    const rows = leaves.map((leaf, i) => {
      values.push(leafOf(leaf), leaf.verb, JSON.stringify(leaf.about), leaf.actor);
      values.push(leaf.subject ?? null, leaf.digest ?? null, leaf.at);
      const first = i * (COLUMNS - 1) + 1;
      return `(${this.txid}, ${Array.from({ length: COLUMNS - 1 }, (_, n) => `$${first + n}`).join(', ')})`;
    });
    await tx.em.query(
      `INSERT INTO audit_leaves (txid, leaf, verb, about, actor, subject, digest, stored_at) VALUES ${rows.join(', ')}`,
      values,
    );
  }
}
