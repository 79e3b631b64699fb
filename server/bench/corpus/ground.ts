import { rmSync } from 'node:fs';
import { type DataSource } from 'typeorm';
import type { Config } from '../../src/core/config/config.js';
import type { Engine } from '../../src/core/database/database.js';
import { openDatabase } from '../../src/core/database/open-database.js';
import { postgresSource } from '../../src/core/database/postgres-database.js';
import { sqliteSource } from '../../src/core/database/sqlite-database.js';
import type { Store } from '../../src/core/database/store.js';
import { Events } from '../../src/core/events.js';

/**
 * One store while it is filled: nothing is kept safe meanwhile (a corpus that was cut off is made anew), and
 * the indexes that only make lists quick are built in the end, from sorted rows.
 */
export class Ground {
  private indexes: readonly string[] = [];

  private constructor(
    readonly source: DataSource,
    readonly engine: Engine,
  ) {}

  static async open(config: Config, store: Store): Promise<Ground> {
    await (await openDatabase(config, store, new Events())).close();
    const { databaseUrl, dataDir } = config;
    const source =
      databaseUrl === undefined
        ? await sqliteSource(`${dataDir}/${store.name}.sqlite`, store).initialize()
        : await postgresSource(databaseUrl, store, 1).initialize();
    const ground = new Ground(source, databaseUrl === undefined ? 'sqlite' : 'postgres');
    await ground.loosen();
    return ground;
  }

  run(statement: string, parameters: unknown[] = []): Promise<unknown> {
    return this.source.query(statement, parameters);
  }

  async close(): Promise<void> {
    for (const statement of this.indexes) await this.run(statement);
    if (this.engine === 'sqlite')
      for (const pragma of ['journal_mode = WAL', 'optimize']) await this.run(`PRAGMA ${pragma}`);
    await this.run(this.engine === 'sqlite' ? 'ANALYZE' : 'VACUUM ANALYZE');
    await this.source.destroy();
  }

  private async loosen(): Promise<void> {
    if (this.engine === 'postgres') {
      await this.run('SET synchronous_commit = off');
      await this.run(`SET maintenance_work_mem = '512MB'`);
    } else {
      const pragmas = ['journal_mode = OFF', 'synchronous = OFF', 'locking_mode = EXCLUSIVE', 'cache_size = -400000'];
      for (const pragma of pragmas) await this.run(`PRAGMA ${pragma}`);
    }
    const rows = (await this.run(
      this.engine === 'sqlite'
        ? `SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL`
        : `SELECT indexname AS name, indexdef AS sql FROM pg_indexes i WHERE schemaname = current_schema()
             AND NOT EXISTS (SELECT 1 FROM pg_constraint c WHERE c.conname = i.indexname)`,
    )) as { name: string; sql: string }[];
    for (const { name } of rows) await this.run(`DROP INDEX "${name}"`);
    this.indexes = rows.map(({ sql }) => sql);
  }
}

export const remove = (folder: string): void => rmSync(folder, { recursive: true, force: true });
