import type { Database } from '../core/database/database.js';
import type { AuditSequencerRow, Cursor } from './audit-log.entity.js';
import type { LeafSource, Remake } from './leaf-source.js';

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
  'row-unaccounted': 'A row was changed, and nothing in the log accounts for what it holds.',
  'row-missing': 'A record lacks one of its parts.',
  'erasure-unaccounted': 'More rows have gone than the deletions in the log took.',
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
  /** Numbered rows of erasable sources that are not there any more. */
  private readonly gone = new Map<LeafSource, number>();
  private readonly last = new Map<number, Cursor>();
  private readonly byNumber: ReadonlyMap<number, LeafSource>;

  constructor(
    private readonly database: Database,
    private readonly sources: readonly LeafSource[],
    private readonly tail: AuditSequencerRow | undefined,
    /** Before this instant a row may have had a number in a month that was dropped. */
    private readonly numberedSince: number,
  ) {
    this.byNumber = new Map(sources.map((source) => [source.number, source]));
  }

  /** Checks numbered rows that follow each other. @throws AuditFault */
  async chunk(month: string, numbered: readonly NumberedRow[]): Promise<void> {
    const stored = new Map<number, Stored>();
    for (const number of new Set(numbered.map((row) => row.source))) {
      stored.set(number, await this.rowsOf(this.source(month, number), numbered));
    }
    for (const one of numbered) {
      const source = this.source(month, one.source);
      const found = stored.get(one.source);
      const row = found?.rows.get(one.ordinal);
      const where = { month, number: one.number, table: source.table, ordinal: one.ordinal };
      if (row) this.check(one, row, found?.remake, where);
      else if (source.rows === 'lasting') throw new AuditFault('leaf-missing', where);
      else this.gone.set(source, (this.gone.get(source) ?? 0) + 1);
    }
  }

  /**
   * What the rows do not show one by one: parts that are missing, and more erased than deletions account for. To be
   * asked last, so that what was erased meanwhile is accounted for.
   * @throws AuditFault
   */
  async whole(): Promise<void> {
    for (const source of this.sources) {
      const gap = await this.database.readLong((em) => source.gap?.(em) ?? Promise.resolve(undefined));
      if (gap) throw new AuditFault('row-missing', { table: source.table, ...gap });
      const gone = this.gone.get(source) ?? 0;
      const { erased } = source;
      if (!erased || gone === 0) continue;
      const accounted = await this.database.readLong((em) => erased(em));
      if (gone > accounted) throw new AuditFault('erasure-unaccounted', { table: source.table, gone, accounted });
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
             AND (one.stored_at >= $5 OR one.ordinal > $1 AND (one.txid > $2 OR one.txid = $2 AND one.ordinal > $3))
           GROUP BY 1`,
          [floor, txid, ordinal, source.number, source.rows === 'lasting' ? 0 : this.numberedSince],
        ),
      );
      for (const row of rows) {
        if (row.waits) waiting += row.count;
        else throw new AuditFault('leaf-unnumbered', { table: source.table, ordinal: row.first });
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

  private check(one: NumberedRow, row: SourceRow, remake: Remake | undefined, where: AuditFault['facts']): void {
    if (!row.leaf.equals(one.leaf)) throw new AuditFault('leaf-changed', where);
    if (remake) {
      const leaf = remade(remake, row);
      if (!leaf) throw new AuditFault('row-unaccounted', where);
      if (!leaf.equals(row.leaf)) throw new AuditFault('leaf-edited', where);
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

  private async rowsOf(source: LeafSource, numbered: readonly NumberedRow[]): Promise<Stored> {
    const ordinals = numbered.filter((row) => row.source === source.number).map((row) => row.ordinal);
    const listed =
      this.database.engine === 'sqlite'
        ? 'ordinal IN (SELECT value FROM json_each($1))'
        : 'ordinal IN (SELECT value::bigint FROM json_array_elements_text($1::json))';
    return this.database.readLong(async (em) => {
      const rows = await em.query<SourceRow[]>(
        `SELECT ${source.remaking ? '*' : 'ordinal, txid, leaf'} FROM ${source.table} WHERE ${listed}`,
        [JSON.stringify(ordinals)],
      );
      const remake = await source.remaking?.(em, rows);
      return { rows: new Map(rows.map((row) => [row.ordinal, row])), remake };
    });
  }
}

/** What stands in a source of some numbered leaves, and how their leaves are made again. */
interface Stored {
  readonly rows: ReadonlyMap<number, SourceRow>;
  readonly remake: Remake | undefined;
}

const unreadable = Buffer.alloc(0);

function remade(remake: Remake, row: SourceRow): Buffer | undefined {
  try {
    return remake(row);
  } catch {
    // What is stored there cannot even be read as an event.
    return unreadable;
  }
}
