import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import type { Engine } from './database.js';
import { postgresSource } from './postgres-database.js';
import { sqliteSource } from './sqlite-database.js';
import type { Store } from './store.js';

/** Statements that lead from what the migrations build to what the entities say, and back. Empty: no drift. */
export interface SchemaDiff {
  readonly up: readonly string[];
  readonly down: readonly string[];
}

/**
 * Builds the schema from the store's migrations in a throw-away database and compares it with its entities.
 * @param server a PostgreSQL database to build in; needed for `postgres` only.
 */
export async function schemaDiff(store: Store, engine: Engine, server?: string): Promise<SchemaDiff> {
  const folder = mkdtempSync(join(tmpdir(), 'candour-schema-'));
  const source = engine === 'sqlite' ? sqliteSource(join(folder, 'schema.sqlite'), store) : postgresOf(store, server);
  try {
    await source.initialize();
    if (engine === 'postgres') await remake(source);
    await source.runMigrations({ transaction: 'all' });
    const sql = await source.driver.createSchemaBuilder().log();
    return {
      up: sql.upQueries.map((query) => query.query),
      down: sql.downQueries.map((query) => query.query).reverse(),
    };
  } finally {
    await source.destroy();
    rmSync(folder, { recursive: true, force: true });
  }
}

function postgresOf(store: Store, server: string | undefined): DataSource {
  if (!server) throw new Error('A PostgreSQL server is needed: set TEST_POSTGRES_URL.');
  return postgresSource(server, store, 2);
}

async function remake(source: DataSource): Promise<void> {
  const schema = (source.options as { schema?: string }).schema;
  await source.query(`DROP SCHEMA IF EXISTS ${schema} CASCADE`);
  await source.query(`CREATE SCHEMA ${schema}`);
}
