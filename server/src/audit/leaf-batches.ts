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
     FROM (SELECT ordinal, leaf FROM ${table} WHERE $1 = 0 AND ordinal > $2 ORDER BY ordinal LIMIT $3)`,
  postgres: (table) =>
    `SELECT count(*) AS count, string_agg(leaf, ''::bytea ORDER BY txid, ordinal) AS leaves,
       json_agg(ordinal ORDER BY txid, ordinal)::text AS ordinals, max(txid) AS txid,
       (array_agg(ordinal ORDER BY txid DESC, ordinal DESC))[1] AS ordinal
     FROM (
       SELECT txid, ordinal, leaf FROM ${table}
       WHERE (txid, ordinal) > ($1, $2) AND txid < pg_snapshot_xmin(pg_current_snapshot())::text::bigint
       ORDER BY txid, ordinal LIMIT $3
     ) AS next`,
};

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
  const [row] = await em.query<{ count: number; leaves: Buffer; ordinals: string; txid: number; ordinal: number }[]>(
    reads[engine](source.table),
    [after.txid, after.ordinal, limit],
  );
  if (!row || row.count === 0) return undefined;
  const { count, leaves, ordinals, txid, ordinal } = row;
  return { source, count, leaves, ordinals, cursor: { txid, ordinal } };
}

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
