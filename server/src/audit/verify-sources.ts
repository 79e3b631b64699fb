import type { Database } from '../core/database/database.js';
import type { AuditSequencerRow, Cursor } from './audit-log.entity.js';
import type { LeafSource } from './leaf-source.js';

export const auditFaults = {
  'checkpoint-removed': 'A checkpoint stands in a file but no longer in the database.',
  'checkpoint-forged': 'A checkpoint in the database is not signed by this desk.',
  'checkpoint-changed': 'A checkpoint in the database does not say what was signed.',
  'copy-unreadable': 'A file of checkpoints holds something else.',
  'copy-forged': 'A checkpoint in a file is not signed by this desk.',
  'sequencer-missing': 'The log has segments but nobody knows its end.',
  'segment-missing': 'A month of the log is missing.',
  'segment-unclosed': 'A past month of the log has no end.',
  'number-missing': 'A numbered leaf is missing.',
  'number-surplus': 'A closed month holds a leaf behind its end.',
  'tail-cut': 'The log is shorter than a signed head of it.',
  'root-differs': 'The leaves do not lead to a root that was signed.',
  'frontier-differs': 'The leaves do not lead to the end that the sequencer knows.',
  'source-unknown': 'A numbered leaf comes from no known table.',
  'leaf-missing': 'A numbered leaf has lost its row.',
  'leaf-changed': 'A row carries another leaf than the one that was numbered.',
  'leaf-edited': 'The fields of a row no longer lead to its leaf.',
  'leaf-reordered': 'Leaves are not numbered in the order of their commits.',
  'leaf-unnumbered': 'A leaf stands among numbered ones without a number.',
} as const;

/** The first thing that does not fit, and where. */
export class AuditFault extends Error {
  constructor(
    readonly code: keyof typeof auditFaults,
    readonly facts: Readonly<Record<string, string | number>>,
  ) {
    const where = Object.entries(facts).map(([name, value]) => `${name} ${value}`);
    super(`${code}: ${auditFaults[code]}${where.length > 0 ? ` (${where.join(', ')})` : ''}`);
  }
}

export interface NumberedRow {
  readonly number: number;
  readonly leaf: Buffer;
  readonly source: number;
  readonly ordinal: number;
}

type SourceRow = { ordinal: number; txid: number; leaf: Buffer } & Record<string, unknown>;

/** Holds numbered leaves against the rows that carry them. */
export class SourceCheck {
  remade = 0;
  private readonly last = new Map<number, Cursor>();
  private readonly byNumber: ReadonlyMap<number, LeafSource>;

  constructor(
    private readonly database: Database,
    private readonly sources: readonly LeafSource[],
    private readonly tail: AuditSequencerRow | undefined,
  ) {
    this.byNumber = new Map(sources.map((source) => [source.number, source]));
  }

  /** Checks numbered rows that follow each other. @throws AuditFault */
  async chunk(month: string, numbered: readonly NumberedRow[]): Promise<void> {
    const stored = new Map<number, Map<number, SourceRow>>();
    for (const number of new Set(numbered.map((row) => row.source))) {
      stored.set(number, await this.rowsOf(this.source(month, number), numbered));
    }
    for (const one of numbered) {
      const source = this.source(month, one.source);
      const row = stored.get(one.source)?.get(one.ordinal);
      const where = { month, number: one.number, table: source.table, ordinal: one.ordinal };
      if (row) this.check(source, one, row, where);
      else if (source.rows === 'lasting') throw new AuditFault('leaf-missing', where);
    }
  }

  /**
   * Leaves without a number: those behind the cursor wait, any other was slipped in.
   * @throws AuditFault
   */
  async unnumbered(): Promise<number> {
    let waiting = 0;
    for (const source of this.sources) {
      const { txid, ordinal, floor = 0 } = this.tail?.cursors[source.number] ?? { txid: 0, ordinal: 0 };
      const rows = await this.database.readLong((em) =>
        em.query<{ waits: boolean | number; count: number; first: number }[]>(
          `SELECT (one.ordinal > $1 AND (one.txid > $2 OR one.txid = $2 AND one.ordinal > $3)) AS waits,
             count(*) AS count, min(one.ordinal) AS first
           FROM ${source.table} one
           WHERE NOT EXISTS (SELECT 1 FROM audit_numbered n WHERE n.source = $4 AND n.ordinal = one.ordinal)
           GROUP BY 1`,
          [floor, txid, ordinal, source.number],
        ),
      );
      for (const row of rows) {
        if (row.waits) waiting += row.count;
        else if (source.rows === 'lasting') {
          throw new AuditFault('leaf-unnumbered', { table: source.table, ordinal: row.first });
        }
      }
    }
    return waiting;
  }

  private floorOf(source: number): number {
    return this.tail?.cursors[source]?.floor ?? 0;
  }

  private source(month: string, number: number): LeafSource {
    const source = this.byNumber.get(number);
    if (!source) throw new AuditFault('source-unknown', { month, source: number });
    return source;
  }

  private check(source: LeafSource, one: NumberedRow, row: SourceRow, where: AuditFault['facts']): void {
    if (!row.leaf.equals(one.leaf)) throw new AuditFault('leaf-changed', where);
    if (source.remake) {
      if (!remakes(source.remake, row)) throw new AuditFault('leaf-edited', where);
      this.remade++;
    }
    const last = this.last.get(one.source);
    // Behind leaves restored from another server its transactions count from the first.
    const anew = last && last.ordinal <= this.floorOf(one.source) && row.ordinal > this.floorOf(one.source);
    if (last && !anew && !(row.txid > last.txid || (row.txid === last.txid && row.ordinal > last.ordinal))) {
      throw new AuditFault('leaf-reordered', where);
    }
    this.last.set(one.source, { txid: row.txid, ordinal: row.ordinal });
  }

  private async rowsOf(source: LeafSource, numbered: readonly NumberedRow[]): Promise<Map<number, SourceRow>> {
    const ordinals = numbered.filter((row) => row.source === source.number).map((row) => row.ordinal);
    const listed =
      this.database.engine === 'sqlite'
        ? 'ordinal IN (SELECT value FROM json_each($1))'
        : 'ordinal IN (SELECT value::bigint FROM json_array_elements_text($1::json))';
    const rows = await this.database.readLong((em) =>
      em.query<SourceRow[]>(
        `SELECT ${source.remake ? '*' : 'ordinal, txid, leaf'} FROM ${source.table} WHERE ${listed}`,
        [JSON.stringify(ordinals)],
      ),
    );
    return new Map(rows.map((row) => [row.ordinal, row]));
  }
}

function remakes(remake: NonNullable<LeafSource['remake']>, row: SourceRow): boolean {
  try {
    return remake(row)?.equals(row.leaf) ?? true;
  } catch {
    // What is stored there cannot even be read as an event.
    return false;
  }
}
