import { Entity, Index } from 'typeorm';
import { bytes, instant, integer, json, ordinal, text } from '../core/database/columns.js';
import type { About } from './leaf.js';

/**
 * A fact of the audit, written in the unit that did it. Triggers refuse every UPDATE and DELETE. The index gives
 * the order of commits on PostgreSQL; it is made by hand, for SQLite has no need of it.
 */
@Entity('audit_leaves')
@Index('audit_leaves_commits', { synchronize: false })
export class AuditLeaf {
  @ordinal() ordinal: number;
  /** Transaction on PostgreSQL (a lower ordinal may commit later there); 0 on SQLite. */
  @integer() txid: number;
  /** SHA-256(0x00 || canonical JSON of the fields). */
  @bytes() leaf: Buffer;
  @text() verb: string;
  @json() about: About[];
  /** `staff:ID`, `system:NAME` or `visitor`. */
  @text() actor: string;
  /** Salted digest of the person; means nothing once their `subject` key is shredded. */
  @bytes({ nullable: true }) subject: Buffer | null;
  @bytes({ nullable: true }) digest: Buffer | null;
  @instant() storedAt: number;
}
