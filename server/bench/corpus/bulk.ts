import type { DataSource, EntityTarget, ObjectLiteral } from 'typeorm';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata.js';
import type { Engine } from '../../src/core/database/database.js';
import { RowSet, type Cell, type ColumnKind } from '../../src/core/database/rows.js';

/** Rows in one statement. */
const ROWS = 2000;

/** A row of which what may be null need not be said. */
export type Given<Row> = {
  [Column in keyof Row as null extends Row[Column] ? never : Column]: Row[Column];
} & { [Column in keyof Row as null extends Row[Column] ? Column : never]?: Row[Column] };

/** Rows of one table, gathered and written many at a time. A column that the entity gains is asked of the caller. */
export class Bulk<Row extends object> {
  private readonly columns: readonly ColumnMetadata[];
  private readonly set: RowSet;
  private waiting: Cell[][] = [];

  constructor(
    private readonly source: DataSource,
    entity: EntityTarget<ObjectLiteral>,
    engine: Engine,
  ) {
    const { tableName, columns } = source.getMetadata(entity);
    this.columns = columns.filter(({ isGenerated }) => !isGenerated);
    this.set = new RowSet(
      engine,
      tableName,
      Object.fromEntries(this.columns.map((column) => [column.databaseName, kindOf(column)])),
    );
  }

  add(row: Given<Row>): void {
    const values = row as Readonly<Record<string, unknown>>;
    this.waiting.push(
      this.columns.map(({ propertyName, isNullable }) => {
        const value = values[propertyName] ?? (isNullable ? null : undefined);
        if (value === undefined) throw new Error(`Nothing was given for ${propertyName}.`);
        const plain = value === null || typeof value !== 'object' || Buffer.isBuffer(value);
        return plain ? (value as Cell) : JSON.stringify(value);
      }),
    );
  }

  /** Hands over what waits, as a step that writes it. */
  take(): () => Promise<void> {
    const rows = this.waiting;
    this.waiting = [];
    return async () => {
      for (let i = 0; i < rows.length; i += ROWS) await this.set.insert(this.source.manager, rows.slice(i, i + ROWS));
    };
  }
}

function kindOf({ type }: ColumnMetadata): ColumnKind {
  if (type === (Buffer as unknown)) return 'bytes';
  if (type === 'boolean') return 'flag';
  return type === 'text' ? 'text' : 'int';
}
