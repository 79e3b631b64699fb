import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { testEnvironment } from '../config/testing-environment.js';
import type { Database, Engine } from '../database/database.js';
import { PostgresDatabase } from '../database/postgres-database.js';
import { SqliteDatabase } from '../database/sqlite-database.js';
import type { Store } from '../database/store.js';
import { Events } from '../events.js';

// Each spec makes and migrates databases of its own: on a busy machine that alone takes seconds.
jasmine.DEFAULT_TIMEOUT_INTERVAL = 60_000;

/** Opens a fresh, migrated database; it is closed and removed after the spec. */
export type OpenDatabase = (store: Store, events?: Events) => Promise<Database>;

/**
 * The same specs on both engines: temporary SQLite files, and a database of its own on the PostgreSQL server of
 * the test run (`TEST_POSTGRES_URL`, set by `npm test`).
 */
export function eachEngine(words: string, specs: (open: OpenDatabase, engine: Engine) => void): void {
  describe(`${words} (SQLite)`, () => {
    const after = cleanUp();
    specs(async (store, events = new Events()) => {
      const folder = mkdtempSync(join(tmpdir(), 'candour-spec-'));
      const database = await SqliteDatabase.open(join(folder, `${store.name}.sqlite`), store, events);
      after(async () => {
        await database.close();
        rmSync(folder, { recursive: true, force: true });
      });
      return database;
    }, 'sqlite');
  });

  const url = testEnvironment().postgresUrl;
  if (!url) {
    describe(`${words} (PostgreSQL)`, () => {
      it('needs a server', () => pending('TEST_POSTGRES_URL is not set; `npm test` starts one'));
    });
    return;
  }
  describe(`${words} (PostgreSQL)`, () => {
    const after = cleanUp();
    specs(async (store, events = new Events()) => {
      const own = await newDatabase(url, store);
      const database = await PostgresDatabase.open(own.url, store, events);
      after(async () => {
        await database.close();
        await own.drop();
      });
      return database;
    }, 'postgres');
  });
}

function cleanUp(): (step: () => Promise<void>) => void {
  let steps: (() => Promise<void>)[] = [];
  afterEach(async () => {
    const now = steps.reverse();
    steps = [];
    for (const step of now) await step();
  });
  return (step) => void steps.push(step);
}

/** Databases that were migrated once in this process, by the stores in them. */
const patterns = new Map<Store | readonly Store[], Promise<string>>();
let dropPatterns: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const drop of dropPatterns) await drop();
  dropPatterns = [];
  patterns.clear();
});

/**
 * A database of its own on the server of the test run; with stores, one in which these are migrated already: a copy
 * is made in a third of the time that their migrations take.
 */
export async function newDatabase(
  server: string,
  migrated?: Store | readonly Store[],
): Promise<{ url: string; drop: () => Promise<void> }> {
  if (!migrated) return bareDatabase(server);
  let pattern = patterns.get(migrated);
  if (!pattern) patterns.set(migrated, (pattern = newPattern(server, [migrated].flat())));
  return bareDatabase(server, await pattern);
}

async function newPattern(server: string, stores: readonly Store[]): Promise<string> {
  const { url, drop } = await bareDatabase(server);
  dropPatterns.push(drop);
  for (const store of stores) await (await PostgresDatabase.open(url, store, new Events())).close();
  return new URL(url).pathname.slice(1);
}

async function bareDatabase(server: string, pattern = 'template1') {
  const name = `spec_${randomBytes(6).toString('hex')}`;
  await onServer(server, `CREATE DATABASE ${name} TEMPLATE ${pattern}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.toString(), drop: () => onServer(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) };
}

async function onServer(server: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
