import type { EntitySchema, MigrationInterface } from 'typeorm';

type Class<T> = new (...args: never[]) => T;

/** What a database holds: its entities, and the committed migrations of each engine. */
export interface Store {
  readonly name: 'main' | 'keys' | 'search';
  /** Its SQLite file is read far more often than written. */
  readonly mapped?: true;
  readonly entities: readonly (Class<object> | EntitySchema)[];
  readonly migrations: Readonly<Record<'sqlite' | 'postgres', readonly Class<MigrationInterface>[]>>;
}
