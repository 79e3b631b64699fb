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
  /** Makes the leaf again from a stored row (raw columns), for `audit verify`; absent: it cannot be made again, nor where it gives undefined. */
  readonly remake?: (row: Readonly<Record<string, unknown>>) => Buffer | undefined;
}

type Raw = { [Column in 'about' | 'verb' | 'actor']: string } & Pick<AuditLeaf, 'subject' | 'digest'> & {
    stored_at: number;
  };

/** The audit's own leaves. */
export const auditLeaves: LeafSource = {
  number: 1,
  table: 'audit_leaves',
  rows: 'lasting',
  remake: (row) => {
    const { about, verb, actor, subject, digest, stored_at } = row as unknown as Raw;
    return leafOf({ verb, about: JSON.parse(about) as never, actor, at: stored_at, subject, digest });
  },
};

/** Nest's token of the list of all sources (`server/src/leaf-sources.ts`). */
export const LEAF_SOURCES = Symbol('leaf sources');
