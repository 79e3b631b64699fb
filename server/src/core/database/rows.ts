import type { EntityManager } from 'typeorm';
import type { Engine } from './database.js';

export type ColumnKind = 'text' | 'int' | 'bytes' | 'flag';
export type Cell = string | number | boolean | Buffer | null;

/**
 * Many rows in one statement, handed over as one JSON parameter and, where there are bytes, one parameter of all
 * bytes: the round trip costs more than the rows. They are materialised, for SQLite would write each row's JSON anew
 * for every column that is read from it. Columns are declared once; rows are arrays in the same order.
 */
export class RowSet {
  private readonly bytes: readonly number[];
  private readonly inserts: string;
  private readonly updates: string;

  constructor(
    engine: Engine,
    table: string,
    columns: Readonly<Record<string, ColumnKind>>,
    /** Columns that are the same expression in every row. */
    fixed: Readonly<Record<string, string>> = {},
  ) {
    const kinds = Object.values(columns);
    const names = [...Object.keys(columns), ...Object.keys(fixed)];
    this.bytes = kinds.flatMap((kind, i) => (kind === 'bytes' ? [i] : []));
    const cells = kinds.map((kind, i) =>
      kind === 'bytes' ? slice(engine, i, kinds.length + this.bytes.indexOf(i)) : cell(engine, kind, i),
    );
    cells.push(...Object.values(fixed));
    const rows = `WITH j AS MATERIALIZED (SELECT value FROM ${eachOf(engine, '$1')})`;
    this.inserts = `${rows} INSERT INTO ${table} (${names.join(', ')}) SELECT ${cells.join(', ')} FROM j`;
    const sets = names.slice(1).map((name, i) => `${name} = ${cells[i + 1]}`);
    this.updates = `${rows} UPDATE ${table} SET ${sets.join(', ')} FROM j WHERE ${table}.${names[0]} = ${cells[0]}`;
  }

  async insert(em: EntityManager, rows: readonly (readonly Cell[])[]): Promise<void> {
    if (rows.length > 0) await em.query(this.inserts, this.parameters(rows));
  }

  /** Updates each row found by the first column; the others are set. */
  async update(em: EntityManager, rows: readonly (readonly Cell[])[]): Promise<void> {
    if (rows.length > 0) await em.query(this.updates, this.parameters(rows));
  }

  /** In the JSON stands where a cell's bytes begin, and behind the last column how many they are. */
  private parameters(rows: readonly (readonly Cell[])[]): (string | Buffer)[] {
    if (this.bytes.length === 0) return [JSON.stringify(rows)];
    const parts: Buffer[] = [];
    let end = 0;
    const placed = rows.map((row) => {
      const cells = [...row];
      for (const i of this.bytes) {
        const part = row[i] as Buffer | null;
        cells.push(part?.length ?? null);
        if (!part) continue;
        cells[i] = end + 1;
        end += part.length;
        parts.push(part);
      }
      return cells;
    });
    return [JSON.stringify(placed), Buffer.concat(parts, end)];
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

/** All rows as one JSON text of objects: the driver would make each of them cell by cell. */
export function jsonRows(engine: Engine, columns: Readonly<Record<string, string>>): string {
  const cells = Object.entries(columns).flatMap(([name, expression]) => [`'${name}'`, expression]);
  const [group, object, end] =
    engine === 'sqlite' ? ['json_group_array', 'json_object', ''] : ['json_agg', 'json_build_object', '::text'];
  return `${group}(${object}(${cells.join(', ')}))${end}`;
}

/** One value of many rows as a JSON list; null on PostgreSQL where there is no row. */
export const jsonList = (engine: Engine, expression: string): string =>
  engine === 'sqlite' ? `json_group_array(${expression})` : `json_agg(${expression})`;

/** A column of `JsonRows`: its SQL, and whether it holds bytes. */
export type JsonColumn = string | { readonly bytes: string };

/**
 * Rows that come as one JSON text: the driver makes each cell of a row by itself, which for a page of fifty rows
 * costs several times what the statement does. Bytes travel in hexadecimal.
 */
export class JsonRows<Row> {
  /** The aggregate to be selected, as `rows`, over the rows in this order. */
  readonly select: string;
  private readonly names: readonly string[];
  private readonly bytes: ReadonlySet<string>;

  constructor(engine: Engine, columns: Readonly<Record<keyof Row & string, JsonColumn>>, order?: string) {
    const all = Object.entries<JsonColumn>(columns);
    this.names = all.map(([name]) => name);
    this.bytes = new Set(all.flatMap(([name, column]) => (typeof column === 'string' ? [] : [name])));
    const cells = all.map(([, column]) => (typeof column === 'string' ? column : hex(engine, column.bytes)));
    const [group, array, end] =
      engine === 'sqlite' ? ['json_group_array', 'json_array', ''] : ['json_agg', 'json_build_array', '::text'];
    const by = order === undefined ? '' : ` ORDER BY ${order}`;
    this.select = `${group}(${array}(${cells.join(', ')})${by})${end} AS rows`;
  }

  /** @param answer what the statement with `select` answered */
  read(answer: readonly { readonly rows: string | null }[]): Row[] {
    const text = answer[0]?.rows;
    const rows = text ? (JSON.parse(text) as unknown[][]) : [];
    return rows.map((cells) => {
      const row: Record<string, unknown> = {};
      for (let i = 0; i < this.names.length; i++) {
        const name = this.names[i]!;
        row[name] = this.bytes.has(name) ? bytesOf(cells[i] as string | null) : cells[i];
      }
      return row as Row;
    });
  }
}

/** SQLite gives no bytes and none at all both as an empty text: a sealed value is never empty. */
const bytesOf = (hexadecimal: string | null): Buffer | null => (hexadecimal ? Buffer.from(hexadecimal, 'hex') : null);

const hex = (engine: Engine, expression: string): string =>
  engine === 'sqlite' ? `hex(${expression})` : `encode(${expression}, 'hex')`;

function cell(engine: Engine, kind: ColumnKind, i: number): string {
  if (kind === 'int' && engine === 'postgres') return `(j.value->>${i})::bigint`;
  if (kind === 'flag' && engine === 'postgres') return `(j.value->>${i})::boolean`;
  return `j.value->>${i}`;
}

const slice = (engine: Engine, from: number, length: number): string =>
  engine === 'sqlite'
    ? `substr($2, j.value->>${from}, j.value->>${length})`
    : `substring($2::bytea FROM (j.value->>${from})::int FOR (j.value->>${length})::int)`;
