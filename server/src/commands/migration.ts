import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { testEnvironment } from '../core/config/testing-environment.js';
import type { Engine } from '../core/database/database.js';
import { schemaDiff } from '../core/database/schema-diff.js';
import type { Store } from '../core/database/store.js';
import { stores } from '../stores.js';

/*
 * npm run migration -- check            is there drift between entities and migrations?
 * npm run migration -- generate NAME    appends what is missing to server/src/migrations, to be read and committed
 * npm run migration -- renew            makes the first migration anew (only until the first release)
 *
 * Needs TEST_POSTGRES_URL beside the built server.
 */
const [verb, name = 'initial'] = process.argv.slice(2);
const engines: readonly Engine[] = ['sqlite', 'postgres'];
let drift = 0;

for (const store of stores) {
  for (const engine of engines) {
    const from = verb === 'renew' ? { ...store, migrations: { sqlite: [], postgres: [] } } : store;
    const diff = await onOwnDatabase(engine, (url) => schemaDiff(from, engine, url));
    drift += diff.up.length;
    if (verb === 'check') diff.up.forEach((sql) => console.log(`${store.name} ${engine}: ${sql}`));
    else if (diff.up.length > 0) save(store, engine, diff.up, diff.down);
  }
}
if (verb === 'check') {
  console.log(drift === 0 ? 'migrations: no drift' : `migrations: ${drift} statements are missing`);
  process.exitCode = drift === 0 ? 0 : 1;
}

function save(store: Store, engine: Engine, up: readonly string[], down: readonly string[]): void {
  const file = fileURLToPath(new URL(`../../../src/migrations/${store.name}.${engine}.ts`, import.meta.url));
  const stamp = verb === 'renew' ? '1767225600000' : String(Date.now());
  const head = "import type { MigrationInterface, QueryRunner } from 'typeorm';\n\n/* eslint-disable max-lines */\n";
  const before = verb === 'renew' ? head : readFileSync(file, 'utf8').replace('export {};\n', head);
  const className = `${name.charAt(0).toUpperCase()}${name.slice(1)}${stamp}`;
  const body = (statements: readonly string[]): string =>
    statements
      .map((sql) => `    await runner.query(\`${sql.replaceAll('`', '\\`').replaceAll('${', '\\${')}\`);\n`)
      .join('');
  writeFileSync(
    file,
    `${before}\nexport class ${className} implements MigrationInterface {\n` +
      `  name = '${className}';\n\n` +
      `  async up(runner: QueryRunner): Promise<void> {\n${body(up)}  }\n\n` +
      `  async down(runner: QueryRunner): Promise<void> {\n${body(down)}  }\n}\n`,
  );
  console.log(`wrote ${className} for ${store.name} on ${engine}: ${up.length} statements`);
}

async function onOwnDatabase<T>(engine: Engine, run: (url?: string) => Promise<T>): Promise<T> {
  const server = testEnvironment().postgresUrl;
  if (engine === 'sqlite' || !server) return run();
  const name = `schema_${randomBytes(6).toString('hex')}`;
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(`CREATE DATABASE ${name}`);
    const url = new URL(server);
    url.pathname = `/${name}`;
    return await run(url.toString()).finally(() => client.query(`DROP DATABASE ${name} WITH (FORCE)`));
  } finally {
    await client.end();
  }
}
