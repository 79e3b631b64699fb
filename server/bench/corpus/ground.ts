import { rmSync } from 'node:fs';
import { type DataSource, type EntityManager } from 'typeorm';
import type { Config } from '../../src/core/config/config.js';
import { Database, type Engine, type Unit } from '../../src/core/database/database.js';
import { openDatabase } from '../../src/core/database/open-database.js';
import { postgresSource } from '../../src/core/database/postgres-database.js';
import { sqliteSource } from '../../src/core/database/sqlite-database.js';
import type { Store } from '../../src/core/database/store.js';
import { Events } from '../../src/core/events.js';

/** Whether the indexes that only make reading quick stand while rows come in, or are built in the end. */
export type Indexes = 'stand' | 'built in the end';

/**
 * One store while it is filled: nothing is kept safe meanwhile (a corpus that was cut off is made anew), and
 * the indexes that only make lists quick are built in the end, from sorted rows.
 */
export class Ground {
  private built: readonly string[] = [];

  private constructor(
    readonly source: DataSource,
    readonly engine: Engine,
  ) {}

  static async open(config: Config, store: Store, indexes: Indexes = 'built in the end'): Promise<Ground> {
    await (await openDatabase(config, store, new Events())).close();
    const { databaseUrl, dataDir } = config;
    const source =
      databaseUrl === undefined
        ? await sqliteSource(`${dataDir}/${store.name}.sqlite`, store).initialize()
        : await postgresSource(databaseUrl, store, 1).initialize();
    const ground = new Ground(source, databaseUrl === undefined ? 'sqlite' : 'postgres');
    await ground.loosen();
    if (indexes === 'built in the end') await ground.dropIndexes();
    return ground;
  }

  run(statement: string, parameters: unknown[] = []): Promise<unknown> {
    return this.source.query(statement, parameters);
  }

  /** As the vault sees it: its units go down one after the other. */
  asDatabase(): Database {
    return new LooseDatabase(this.engine, this.source.manager);
  }

  async close(): Promise<void> {
    for (const statement of this.built) await this.run(statement);
    // SQLite is left without statistics, as a desk is: nobody runs ANALYZE there.
    await this.run(this.engine === 'sqlite' ? 'PRAGMA journal_mode = WAL' : 'VACUUM ANALYZE');
    await this.source.destroy();
  }

  private async loosen(): Promise<void> {
    const settings =
      this.engine === 'postgres'
        ? ['SET synchronous_commit = off', `SET maintenance_work_mem = '512MB'`]
        : [
            'PRAGMA journal_mode = OFF',
            'PRAGMA synchronous = OFF',
            'PRAGMA locking_mode = EXCLUSIVE',
            'PRAGMA cache_size = -400000',
            'PRAGMA temp_store = MEMORY',
          ];
    for (const setting of settings) await this.run(setting);
  }

  private async dropIndexes(): Promise<void> {
    const rows = (await this.run(
      this.engine === 'sqlite'
        ? `SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL`
        : `SELECT indexname AS name, indexdef AS sql FROM pg_indexes i WHERE schemaname = current_schema()
             AND NOT EXISTS (SELECT 1 FROM pg_constraint c WHERE c.conname = i.indexname)`,
    )) as { name: string; sql: string }[];
    for (const { name } of rows) await this.run(`DROP INDEX "${name}"`);
    this.built = rows.map(({ sql }) => sql);
  }
}

class LooseDatabase extends Database {
  readonly oneByOne = true;

  constructor(
    readonly engine: Engine,
    private readonly em: EntityManager,
  ) {
    super();
  }

  write<T>(unit: Unit<T>): Promise<T> {
    return unit({
      em: this.em,
      tell: () => undefined,
      keepEra: () => undefined,
      era: () => Promise.resolve(undefined),
      together: async (...steps) => {
        const results: unknown[] = [];
        for (const step of steps) results.push(await step());
        return results as never;
      },
    });
  }

  read<T>(fn: (em: EntityManager) => Promise<T>): Promise<T> {
    return fn(this.em);
  }

  readLong<T>(fn: (em: EntityManager) => Promise<T>): Promise<T> {
    return fn(this.em);
  }

  emptyLog(): Promise<void> {
    return Promise.resolve();
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}

export const remove = (folder: string): void => rmSync(folder, { recursive: true, force: true });
