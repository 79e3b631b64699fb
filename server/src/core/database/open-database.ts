import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../config/config.js';
import type { Events } from '../events.js';
import type { Database } from './database.js';
import { PostgresDatabase } from './postgres-database.js';
import { SqliteDatabase } from './sqlite-database.js';
import type { Store } from './store.js';

/**
 * Opens a store where the configuration says: PostgreSQL at `DATABASE_URL`, else a SQLite file in `DATA_DIR`.
 * `cacheKib` bounds the pages that SQLite keeps in this process's memory for its writer.
 */
export function openDatabase(config: Config, store: Store, events: Events, cacheKib?: number): Promise<Database> {
  if (config.databaseUrl !== undefined) return PostgresDatabase.open(config.databaseUrl, store, events);
  mkdirSync(config.dataDir, { recursive: true, mode: 0o700 });
  return SqliteDatabase.open(join(config.dataDir, `${store.name}.sqlite`), store, events, cacheKib);
}
