import type { EntityManager, EntityTarget, ObjectLiteral, ValueTransformer } from 'typeorm';
import type { Engine } from './database.js';
import { JsonRows, type JsonColumn } from './rows.js';

/** How rows of one entity are read by a statement of one's own, as TypeORM would give them back. */
export interface EntityReading<T> {
  /** The aggregate to be selected. */
  readonly select: string;
  read(answer: readonly { readonly rows: string | null }[]): T[];
}

interface Asked<T, More> {
  readonly engine: Engine;
  /** What the statement calls the entity's table. */
  readonly alias: string;
  readonly columns: readonly (keyof T & string)[];
  /** What else stands in each row. */
  readonly more: Readonly<Record<keyof More & string, JsonColumn>>;
  readonly order: string;
}

/**
 * TypeORM makes each entity cell by cell through its metadata, which for a long page costs more than the database
 * does.
 */
export function readingOf<T extends ObjectLiteral, K extends keyof T & string, More extends object>(
  { connection }: EntityManager,
  entity: EntityTarget<T>,
  { engine, alias, columns, more, order }: Asked<Pick<T, K>, More>,
): EntityReading<Pick<T, K> & More> {
  const cells = connection
    .getMetadata(entity)
    .columns.filter(({ propertyName }) => columns.includes(propertyName as K));
  const listed = Object.fromEntries(
    cells.map(({ propertyName, databaseName, type }): [string, JsonColumn] => {
      const sql = `${alias}.${databaseName}`;
      return [propertyName, type === (Buffer as unknown) ? { bytes: sql } : sql];
    }),
  );
  const transformed = cells.flatMap(({ propertyName, transformer, type }) => {
    const { from } = (transformer ?? {}) as Partial<ValueTransformer>;
    const read = from ?? (type === 'boolean' ? flag : undefined);
    return read ? [{ property: propertyName, read }] : [];
  });
  const rows = new JsonRows<Record<string, unknown>>(engine, { ...listed, ...more }, order);
  return {
    select: rows.select,
    read: (answer) =>
      rows.read(answer).map((row) => {
        for (const { property, read } of transformed) row[property] = read(row[property]) as unknown;
        return row as Pick<T, K> & More;
      }),
  };
}

const flag = (value: unknown): unknown => (value === null ? null : value === true || value === 1);
