import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import type { Tx } from '../core/database/database.js';
import { Keepers } from './keepers.js';
import type { PersonalTable } from './record-keeper.js';

/** Columns that name the customer themselves; records that lead to one by way of another follow that one. */
const owners: ReadonlySet<string> = new Set(['customerId', 'ownerId']);
/** Ids in one statement. */
const CHUNK = 500;

/** Ids of records, by table. */
export type RecordIds = Readonly<Record<string, readonly string[]>>;

/** Whose records are, changed in every table that a keeper declares: a feature cannot be forgotten. */
@Injectable()
export class OwnedRecords {
  constructor(private readonly keepers: Keepers) {}

  /** Gives all that is `from`'s to `to`, in the caller's unit. Answers what that was. */
  async give(tx: Tx, from: string, to: string): Promise<RecordIds> {
    const given: Record<string, readonly string[]> = {};
    for (const { table, own, row } of this.tables(tx.em)) {
      const rows = await tx.em.find<Row>(own.entity as never, { select: [row] as never, where: { [own.owner]: from } });
      const ids = rows.map((one) => String(one[row]));
      if (ids.length === 0) continue;
      given[table] = ids;
      await tx.em.update(own.entity, { [own.owner]: from } as never, { [own.owner]: to } as never);
    }
    return given;
  }

  /** Gives these back to `from`, as far as they are still `to`'s. */
  async takeBack(tx: Tx, from: string, to: string, ids: RecordIds): Promise<void> {
    for (const { table, own, row } of this.tables(tx.em)) {
      const theirs = ids[table] ?? [];
      for (let at = 0; at < theirs.length; at += CHUNK) {
        const which = { [row]: In(theirs.slice(at, at + CHUNK)), [own.owner]: to };
        await tx.em.update(own.entity, which as never, { [own.owner]: from } as never);
      }
    }
  }

  /** How many records of a table are this customer's. */
  async count(em: EntityManager, table: string, customerId: string): Promise<number> {
    const found = this.tables(em).find((one) => one.table === table);
    return found ? em.count(found.own.entity, { where: { [found.own.owner]: customerId } as never }) : 0;
  }

  private tables(em: EntityManager): { table: string; own: PersonalTable; row: string }[] {
    return (
      this.keepers
        .all()
        .flatMap(({ personal }) => personal)
        .filter(({ whose, owner }) => whose === 'customer' && owners.has(owner))
        // The keys have a store of their own, and ways of their own to another owner.
        .filter(({ entity }) => em.connection.hasMetadata(entity))
        .map((own) => {
          const { tableName, primaryColumns } = em.connection.getMetadata(own.entity);
          const [row] = primaryColumns;
          if (!row) throw new Error(`${tableName} has no key.`);
          return { table: tableName, own, row: row.propertyName };
        })
    );
  }
}

type Row = Readonly<Record<string, unknown>>;
