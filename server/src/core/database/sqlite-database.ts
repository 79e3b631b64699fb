import { existsSync } from 'node:fs';
import sqlite3 from 'sqlite3';
import { DataSource, type EntityManager } from 'typeorm';
import type { Events } from '../events.js';
import { Database, type Unit } from './database.js';
import type { Store } from './store.js';
import { SnakeNaming } from './naming.js';
import { SqliteConnection } from './sqlite-connection.js';
import { WriteQueue } from './write-queue.js';

/** How long a connection waits for another process (an import, a backup) that writes, in milliseconds. */
const BUSY_MS = 20_000;
/** SQLite's page cache of the writer, in KiB, where nothing else is said. */
const CACHE_KIB = 65_536;
/** Pages in the write-ahead log before they are carried over: a page that changes often is carried over once. */
const WAL_PAGES = 8_000;

/**
 * How a reader looks into a file that is read far more often than written: mapped as far as SQLite allows (2 GB), which
 * spares a system call and a copy for each page, and with some pages of its own. Where much is written, mapping costs more.
 */
const MAPPED = ['mmap_size = 2147418112', 'cache_size = -16384'];

// TypeORM asks for the verbose mode, which records a stack trace per statement.
const driver = { ...sqlite3, Database: SqliteConnection, verbose: () => driver };

export class SqliteDatabase extends Database {
  readonly engine = 'sqlite';
  readonly oneByOne = true;
  private closing: Promise<void> | undefined;

  private constructor(
    private readonly queue: WriteQueue,
    private readonly writer: DataSource,
    private readonly reader: DataSource,
    private readonly longReader: DataSource,
    private readonly another: () => Promise<DataSource>,
  ) {
    super();
  }

  /** Opens (and makes, and migrates) the database in `file`. */
  static async open(file: string, store: Store, events: Events, cacheKib = CACHE_KIB): Promise<SqliteDatabase> {
    await createFile(file);
    const writer = await source(file, store).initialize();
    const runner = writer.createQueryRunner();
    const pragmas = [
      'synchronous = FULL',
      'secure_delete = ON',
      // Otherwise each page that a statement changes is first copied into a file, in case the statement fails.
      'temp_store = MEMORY',
      `cache_size = -${cacheKib}`,
      `wal_autocheckpoint = ${WAL_PAGES}`,
    ];
    for (const pragma of pragmas) {
      await runner.query(`PRAGMA ${pragma}`);
    }
    await writer.runMigrations({ transaction: 'all' });
    const readOnly = sqlite3.OPEN_READONLY;
    const reader = await source(file, store, readOnly).initialize();
    for (const pragma of store.mapped ? MAPPED : []) await reader.query(`PRAGMA ${pragma}`);
    const longReader = await source(file, store, readOnly).initialize();
    return new SqliteDatabase(new WriteQueue(runner, events), writer, reader, longReader, () =>
      source(file, store).initialize(),
    );
  }

  write<T>(unit: Unit<T>): Promise<T> {
    return this.queue.write(unit);
  }

  override writeOne<T>(unit: Unit<T>): Promise<T> {
    return this.queue.write(unit, 1);
  }

  read<T>(fn: (em: EntityManager) => Promise<T>): Promise<T> {
    return fn(this.reader.manager);
  }

  readLong<T>(fn: (em: EntityManager) => Promise<T>): Promise<T> {
    return fn(this.longReader.manager);
  }

  /** On a connection of its own: the writer may stand in a transaction. Gives up where a reader does not let go. */
  async emptyLog(): Promise<void> {
    const own = await this.another();
    try {
      await own.query('PRAGMA wal_checkpoint(TRUNCATE)');
    } finally {
      await own.destroy();
    }
  }

  close(): Promise<void> {
    return (this.closing ??= this.shut());
  }

  private async shut(): Promise<void> {
    await this.queue.close();
    for (const one of [this.reader, this.longReader, this.writer]) await one.destroy();
  }
}

/** The connection that the schema is compared with and migrations are made from. */
export function sqliteSource(file: string, store: Store): DataSource {
  return source(file, store);
}

function source(file: string, store: Store, flags?: number): DataSource {
  return new DataSource({
    type: 'sqlite',
    database: file,
    driver,
    ...(flags === undefined ? {} : { flags }),
    busyTimeout: BUSY_MS,
    entities: [...store.entities],
    migrations: [...store.migrations.sqlite],
    migrationsTableName: 'migrations',
    namingStrategy: new SnakeNaming(),
    synchronize: false,
    logging: false,
  });
}

/** `auto_vacuum` holds only if it is set before the first table and before WAL, and TypeORM sets WAL first. */
async function createFile(file: string): Promise<void> {
  if (existsSync(file)) return;
  const bare = await new Promise<sqlite3.Database>((resolve, reject) => {
    const opened: sqlite3.Database = new sqlite3.Database(file, (error) => (error ? reject(error) : resolve(opened)));
  });
  const run = (method: 'exec', sql: string): Promise<void> =>
    new Promise((resolve, reject) => bare[method](sql, (error) => (error ? reject(error) : resolve())));
  await run('exec', 'PRAGMA auto_vacuum = INCREMENTAL; PRAGMA journal_mode = WAL; VACUUM;');
  await new Promise<void>((resolve, reject) => bare.close((error) => (error ? reject(error) : resolve())));
}
