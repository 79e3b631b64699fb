import type { EntityManager } from 'typeorm';
import type { Engine } from '../core/database/database.js';
import type { Cursor } from './audit-log.entity.js';
import type { LeafSource } from './leaf-source.js';

/** Leaves of one source, in the order of their commits, as the database packed them. */
export interface LeafBatch {
  readonly source: LeafSource;
  readonly count: number;
  /** The leaves one behind the other. */
  readonly leaves: Buffer;
  /** JSON list of their ordinals; handed back to the database as it came. */
  readonly ordinals: string;
  readonly cursor: Cursor;
}

/*
 * One row holds a whole batch, and one statement writes it: no JavaScript object per leaf.
 *
 * SQLite has one writer, so that its ordinals are the order of commits. On PostgreSQL a lower ordinal may commit
 * later: leaves go by (transaction, ordinal), and only those of transactions older than every running one.
 */
const reads: Readonly<Record<Engine, (table: string) => string>> = {
  sqlite: (table) =>
    `SELECT count(*) AS count, unhex(group_concat(hex(leaf), '' ORDER BY ordinal)) AS leaves,
       json_group_array(ordinal ORDER BY ordinal) AS ordinals, 0 AS txid, max(ordinal) AS ordinal
     FROM (SELECT ordinal, leaf FROM ${table} WHERE ordinal > $1 ORDER BY ordinal LIMIT $2)`,
  postgres: (table) =>
    `SELECT count(*) AS count, string_agg(leaf, ''::bytea ORDER BY txid, ordinal) AS leaves,
       json_agg(ordinal ORDER BY txid, ordinal)::text AS ordinals, max(txid) AS txid,
       (array_agg(ordinal ORDER BY txid DESC, ordinal DESC))[1] AS ordinal
     FROM (
       SELECT txid, ordinal, leaf FROM ${table}
       WHERE ordinal > $1 AND (txid, ordinal) > ($2, $3)
         AND (txid < pg_snapshot_xmin(pg_current_snapshot())::text::bigint OR ordinal <= $4)
       ORDER BY txid, ordinal LIMIT $5
     ) AS next`,
};

/** Where leaves of transactions that this server has not begun end: they were restored from another one. */
const restored = (table: string): string =>
  `SELECT pg_snapshot_xmax(pg_current_snapshot())::text::bigint AS next,
     (SELECT max(ordinal) FROM audit_numbered WHERE source = $1) AS numbered,
     (SELECT max(ordinal) FROM ${table}
      WHERE ordinal > $2 AND txid >= pg_snapshot_xmax(pg_current_snapshot())::text::bigint) AS foreign_leaf`;

const inserts: Readonly<Record<Engine, string>> = {
  sqlite: `INSERT INTO audit_numbered (segment, number, leaf, source, ordinal)
     SELECT $1, $2 + key, substr($3, 1 + 32 * key, 32), $4, value FROM json_each($5)`,
  postgres: `INSERT INTO audit_numbered (segment, number, leaf, source, ordinal)
     SELECT $1::bigint, $2::bigint + i - 1, substring($3::bytea FROM (32 * i - 31)::int FOR 32), $4::bigint, value::bigint
     FROM json_array_elements_text($5::json) WITH ORDINALITY AS one (value, i)`,
};

/** Undefined where nothing waits. */
export async function readBatch(
  em: EntityManager,
  engine: Engine,
  source: LeafSource,
  after: Cursor,
  limit: number,
): Promise<LeafBatch | undefined> {
  const { txid: afterTxid, ordinal: afterOrdinal, floor = 0, restored: upTo = 0 } = after;
  const [row] = await em.query<{ count: number; leaves: Buffer; ordinals: string; txid: number; ordinal: number }[]>(
    reads[engine](source.table),
    engine === 'sqlite' ? [afterOrdinal, limit] : [floor, afterTxid, afterOrdinal, upTo, limit],
  );
  if (!row || row.count === 0) return undefined;
  const { count, leaves, ordinals, txid, ordinal } = row;
  return { source, count, leaves, ordinals, cursor: { ...after, txid, ordinal } };
}

/**
 * A dump that is restored on another PostgreSQL server brings leaves of transactions that the new server will not
 * reach for years. They are all committed: they are numbered first, then counting begins anew behind them.
 */
export async function afterRestore(
  em: EntityManager,
  engine: Engine,
  source: LeafSource,
  cursor: Cursor,
): Promise<Cursor> {
  if (engine === 'sqlite') return cursor;
  const [row] = await em.query<{ next: number; numbered: number | null; foreign_leaf: number | null }[]>(
    restored(source.table),
    [source.number, cursor.floor ?? 0],
  );
  const found = row !== undefined && (row.foreign_leaf !== null || cursor.txid >= row.next);
  if (!found) return cursor;
  return { ...cursor, restored: Math.max(row.numbered ?? 0, row.foreign_leaf ?? 0) };
}

/** When the restored leaves have their numbers, the transactions of this server are counted from the first. */
export const behindRestored = ({ restored: floor }: Cursor): Cursor =>
  floor === undefined ? { txid: 0, ordinal: 0 } : { txid: 0, ordinal: 0, floor };

/** Numbers a batch from `from` on. */
export async function insertBatch(
  em: EntityManager,
  engine: Engine,
  segment: number,
  from: number,
  batch: LeafBatch,
): Promise<void> {
  await em.query(inserts[engine], [segment, from, batch.leaves, batch.source.number, batch.ordinals]);
}
