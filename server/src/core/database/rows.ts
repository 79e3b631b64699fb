import type { EntityManager } from 'typeorm';
import type { Engine } from './database.js';

export type ColumnKind = 'text' | 'int' | 'bytes' | 'flag';
export type Cell = string | number | boolean | Buffer | null;

/**
 * Many rows in one statement, handed over as one JSON parameter: the round trip costs more than the rows.
 * Columns are declared once; rows are arrays in the same order.
 */
export class RowSet {
  private readonly names: readonly string[];
  private readonly cells: readonly string[];
  /** `FROM` part that gives the rows as `j.value`. */
  private readonly source: string;

  constructor(
    engine: Engine,
    private readonly table: string,
    columns: Readonly<Record<string, ColumnKind>>,
    /** Columns that are the same expression in every row. */
    fixed: Readonly<Record<string, string>> = {},
  ) {
    this.names = [...Object.keys(columns), ...Object.keys(fixed)];
    this.source = eachOf(engine, '$1');
    this.cells = [
      ...Object.values(columns).map((kind, i) => cell(engine, kind, `j.value->>${i}`)),
      ...Object.values(fixed),
    ];
  }

  async insert(em: EntityManager, rows: readonly (readonly Cell[])[]): Promise<void> {
    if (rows.length === 0) return;
    await em.query(
      `INSERT INTO ${this.table} (${this.names.join(', ')}) SELECT ${this.cells.join(', ')} FROM ${this.source}`,
      [encode(rows)],
    );
  }

  /** Updates each row found by the first column; the others are set. */
  async update(em: EntityManager, rows: readonly (readonly Cell[])[]): Promise<void> {
    if (rows.length === 0) return;
    const sets = this.names.slice(1).map((name, i) => `${name} = ${this.cells[i + 1]}`);
    await em.query(
      `UPDATE ${this.table} SET ${sets.join(', ')} FROM ${this.source} WHERE ${this.table}.${this.names[0]} = ${this.cells[0]}`,
      [encode(rows)],
    );
  }
}

/** The elements of a JSON array parameter as rows `j(value)`; text elements by `j.value`, arrays by `j.value->>0`. */
export function eachOf(engine: Engine, parameter: string): string {
  return engine === 'sqlite' ? `json_each(${parameter}) j` : `json_array_elements(${parameter}::json) AS j(value)`;
}

/** The elements of a JSON array of texts as rows `j(value)`. */
export function eachTextOf(engine: Engine, parameter: string): string {
  return engine === 'sqlite' ? `json_each(${parameter}) j` : `json_array_elements_text(${parameter}::json) AS j(value)`;
}

function cell(engine: Engine, kind: ColumnKind, value: string): string {
  if (kind === 'bytes') return engine === 'sqlite' ? `unhex(${value})` : `decode(${value}, 'hex')`;
  if (kind === 'int' && engine === 'postgres') return `(${value})::bigint`;
  if (kind === 'flag' && engine === 'postgres') return `(${value})::boolean`;
  return value;
}

const encode = (rows: readonly (readonly Cell[])[]): string =>
  JSON.stringify(rows.map((row) => row.map((value) => (Buffer.isBuffer(value) ? value.toString('hex') : value))));
