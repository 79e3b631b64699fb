import type { EntityManager } from 'typeorm';
import type { AuditLeaf } from './audit-leaf.entity.js';
import { leafOf } from './leaf.js';

/**
 * A table whose rows carry a leaf: columns `ordinal` (counted up by the database), `txid` (see `txidOf`), `leaf`
 * (32 bytes) and `stored_at`. On PostgreSQL it has an index on (txid, ordinal), made by a migration of its own.
 */
export interface LeafSource {
  /** Stands beside each numbered leaf; never changed, never used again. */
  readonly number: number;
  readonly table: string;
  /** `lasting`: a row goes only with its segment. `erasable`: it may go earlier, its numbered leaf stays. */
  readonly rows: 'lasting' | 'erasable';
  /** How `audit verify` makes the leaves of these rows again; absent: they cannot be made again. */
  readonly remaking?: (em: EntityManager, rows: readonly RawRow[]) => Promise<Remake>;
  /** What no row shows by itself, such as a part that is missing between two others: the first place found. */
  readonly gap?: (em: EntityManager) => Promise<Readonly<Record<string, string | number>> | undefined>;
  /** Of an `erasable` one: how many rows went, as the leaves of lawful deletions say. */
  readonly erased?: (em: EntityManager) => Promise<number>;
}

/** A stored row, its columns as the database names them. */
export type RawRow = Readonly<Record<string, unknown>>;
/** The leaf made again from a row; undefined where the row was changed and nothing accounts for what it holds. */
export type Remake = (row: RawRow) => Buffer | undefined;

type Raw = { [Column in 'about' | 'verb' | 'actor']: string } & Pick<AuditLeaf, 'subject' | 'digest'> & {
    stored_at: number;
  };

/** The audit's own leaves. */
export const auditLeaves: LeafSource = {
  number: 1,
  table: 'audit_leaves',
  rows: 'lasting',
  remaking: () => Promise.resolve(remake),
};

function remake(row: RawRow): Buffer {
  const { about, verb, actor, subject, digest, stored_at } = row as unknown as Raw;
  return leafOf({ verb, about: JSON.parse(about) as never, actor, at: stored_at, subject, digest });
}

/** Nest's token of the list of all sources (`server/src/leaf-sources.ts`). */
export const LEAF_SOURCES = Symbol('leaf sources');
