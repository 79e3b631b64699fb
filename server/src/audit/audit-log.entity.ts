import { Entity, Index } from 'typeorm';
import { bytes, instant, integer, json, text } from '../core/database/columns.js';

/** Where the sequencer stands in a source. */
export interface Cursor {
  readonly txid: number;
  readonly ordinal: number;
  /** Leaves up to this ordinal come from a server that counted other transactions; all of them have been numbered. */
  readonly floor?: number;
  /** The same, while they are still being numbered: up to this ordinal, whatever transaction runs now. */
  readonly restored?: number;
}

/** The one row of the sequencer: who may number, and where the log ends. */
@Entity('audit_sequencer')
export class AuditSequencerRow {
  @text({ primary: true }) name: string;
  @text() holder: string;
  /** End of the lease; whoever asks later may take it. */
  @instant() until: number;
  /** The open segment as a number: 202601 is January 2026 (UTC). */
  @integer() segment: number;
  @integer() size: number;
  /** The compact range of the open segment's tree. */
  @bytes() frontier: Buffer;
  /** By number of the source. */
  @json() cursors: Record<string, Cursor>;
}

/** A month of the log. Its root and size stay when its rows are dropped. */
@Entity('audit_segments')
export class AuditSegment {
  @integer({ primary: true }) segment: number;
  @instant() openedAt: number;
  @instant({ nullable: true }) closedAt: number | null;
  @integer({ nullable: true }) size: number | null;
  @bytes({ nullable: true }) root: Buffer | null;
  /** Opens the triggers for this segment's rows: set on a closed segment only, and never taken back. */
  @instant({ nullable: true }) dropAskedAt: number | null;
  @instant({ nullable: true }) droppedAt: number | null;
}

/** A numbered leaf. Inserted once; goes only with its segment. */
@Entity('audit_numbered', { withoutRowid: true })
@Index(['source', 'ordinal'], { unique: true })
export class AuditNumbered {
  @integer({ primary: true }) segment: number;
  /** From 0, without gap. */
  @integer({ primary: true }) number: number;
  @bytes() leaf: Buffer;
  /** Which table it stands in (`LeafSource.number`), and where. */
  @integer() source: number;
  @integer() ordinal: number;
}

/** A signed checkpoint; a copy stands in a file outside the database. */
@Entity('audit_checkpoints')
export class AuditCheckpoint {
  @integer({ primary: true }) segment: number;
  @integer({ primary: true }) size: number;
  @bytes() root: Buffer;
  @instant() at: number;
  /** The note whole, as C2SP tlog-checkpoint writes it. */
  @text() note: string;
}
