import { setTimeout as delay } from 'node:timers/promises';
import { Refused } from '@candour/shared/errors.js';
import pg from 'pg';
import { DataSource, QueryFailedError, type EntityManager } from 'typeorm';
import type { Events } from '../events.js';
import { Database, type Means, type Unit } from './database.js';
import { SnakeNaming } from './naming.js';
import type { Store } from './store.js';
import { refuseNesting, UnitRun } from './unit-runner.js';

/** Tries of a unit that lost against another one; each waits a little longer. */
const TRIES = 12;
/** Serialisation failure and deadlock: the unit is run again. */
const again = new Set(['40001', '40P01']);
/**
 * A row with the same unique value. Mostly another unit committed it after this one began, and is seen by the next
 * run; one that stands in the way twice would for ever.
 */
const DUPLICATE = '23505';
const INT8 = 20;

pg.types.setTypeParser(INT8, (text) => {
  const number = Number(text);
  if (!Number.isSafeInteger(number)) throw new Error('A bigint column holds a number beyond 2^53.');
  return number;
});

export class PostgresDatabase extends Database {
  readonly engine = 'postgres';
  readonly oneByOne = false;
  private readonly running = new Set<Promise<unknown>>();
  private closed = false;
  private closing: Promise<void> | undefined;

  private constructor(
    private readonly source: DataSource,
    private readonly long: DataSource,
    private readonly events: Events,
  ) {
    super();
  }

  /** Opens and migrates the store in its own schema of the database at `url`. */
  static async open(url: string, store: Store, events: Events): Promise<PostgresDatabase> {
    const source = await migrated(url, store);
    const long = await postgresSource(url, store, 3).initialize();
    return new PostgresDatabase(source, long, events);
  }

  write<T>(unit: Unit<T>): Promise<T> {
    refuseNesting();
    if (this.closed) return Promise.reject(new Refused('unavailable'));
    const work = this.attempt(unit);
    const settled = work.then(
      () => undefined,
      () => undefined,
    );
    this.running.add(settled);
    void settled.then(() => this.running.delete(settled));
    return work;
  }

  read<T>(fn: (em: EntityManager) => Promise<T>): Promise<T> {
    return this.readOnly(this.source, fn);
  }

  readLong<T>(fn: (em: EntityManager) => Promise<T>): Promise<T> {
    return this.readOnly(this.long, fn);
  }

  /** What was deleted is cleared away by the server itself. */
  emptyLog(): Promise<void> {
    return Promise.resolve();
  }

  close(): Promise<void> {
    return (this.closing ??= this.shut());
  }

  private async shut(): Promise<void> {
    this.closed = true;
    await Promise.all(this.running);
    await this.long.destroy();
    await this.source.destroy();
  }

  /**
   * SERIALIZABLE gives a unit the same promise as the single SQLite writer: it runs as if it were alone.
   * @throws Refused `unavailable` where it lost against others every time.
   */
  private async attempt<T>(unit: Unit<T>): Promise<T> {
    let stood: string | undefined;
    for (let tried = 1; ; tried++) {
      const runner = this.source.createQueryRunner();
      try {
        await runner.startTransaction('SERIALIZABLE');
        const { result, events } = await new UnitRun(unit, means).on(runner);
        await runner.commitTransaction();
        if (events.length > 0) this.events.deliver(events);
        return result;
      } catch (error) {
        if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
        const loss = lossIn(error);
        if (loss === undefined || (loss.duplicate !== undefined && loss.duplicate === stood)) throw error;
        if (tried === TRIES) throw new Refused('unavailable');
        stood = loss.duplicate;
      } finally {
        await runner.release();
      }
      await delay(Math.random() * 5 * 2 ** Math.min(tried, 6));
    }
  }

  /** All that `fn` reads stood at one moment, as on SQLite. */
  private async readOnly<T>(source: DataSource, fn: (em: EntityManager) => Promise<T>): Promise<T> {
    const runner = source.createQueryRunner();
    try {
      await runner.query('BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY');
      return await fn(source.createEntityManager(runner));
    } finally {
      await runner.query('ROLLBACK').catch(() => undefined);
      await runner.release();
    }
  }
}

const means: Means = {
  // A connection takes one statement at a time.
  together: async (...steps) => {
    const results: unknown[] = [];
    for (const step of steps) results.push(await step());
    return results as never;
  },
  era: () => Promise.resolve(undefined),
};

/** How a unit lost against another one, if it did; `duplicate` says which unique value stood in the way. */
function lossIn(error: unknown): { duplicate?: string } | undefined {
  if (!(error instanceof QueryFailedError)) return undefined;
  const { code, constraint, detail } = error.driverError as { [Field in 'code' | 'constraint' | 'detail']?: unknown };
  if (code === DUPLICATE) return { duplicate: `${String(constraint)} ${String(detail)}` };
  return typeof code === 'string' && again.has(code) ? {} : undefined;
}

/** The connection that the schema is compared with and migrations are made from. */
export function postgresSource(url: string, store: Store, poolSize = 10): DataSource {
  const source = new DataSource({
    type: 'postgres',
    url,
    schema: schemaOf(store),
    // Raw SQL names tables without their schema.
    extra: { max: poolSize, options: `-c search_path=${schemaOf(store)}` },
    entities: [...store.entities],
    migrations: [...store.migrations.postgres],
    migrationsTableName: 'migrations',
    namingStrategy: new SnakeNaming(),
    synchronize: false,
    logging: false,
    installExtensions: false,
  });
  const normalise = source.driver.normalizeType.bind(source.driver);
  source.driver.normalizeType = (column) => {
    if (column.type === (Buffer as never)) return 'bytea';
    if (column.type === Number) return 'bigint';
    return normalise(column);
  };
  return source;
}

const schemaOf = (store: Store): string => (store.name === 'main' ? 'desk' : `desk_${store.name}`);

/** Several nodes may start at once: one migrates, the others wait on its advisory lock. */
async function migrated(url: string, store: Store): Promise<DataSource> {
  const bare = new pg.Client({ connectionString: url });
  await bare.connect();
  try {
    await bare.query('SELECT pg_advisory_lock(hashtext($1))', [`candour-${store.name}`]);
    await bare.query(`CREATE SCHEMA IF NOT EXISTS ${schemaOf(store)}`);
    const source = await postgresSource(url, store).initialize();
    await source.runMigrations({ transaction: 'all' });
    return source;
  } finally {
    await bare.end();
  }
}
