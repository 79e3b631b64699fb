import type { EntityManager } from 'typeorm';

export type Engine = 'sqlite' | 'postgres';

/** What a unit of work changes rows with. It ends with the unit: a later call throws. */
export interface Tx {
  readonly em: EntityManager;
  /** Tells a fact after the commit; forgotten when the unit fails. */
  tell(event: object): void;
  /**
   * Stays the same as long as nobody writes, here or in another process, but units that call `keepEra`: what such a
   * unit read and wrote then still holds for the next. Undefined where that cannot be known (PostgreSQL).
   */
  era(): Promise<number | undefined>;
  /** This unit writes nothing but what it keeps in mind itself. */
  keepEra(): void;
  /** Runs statements that do not depend on each other, in one round trip where the engine can. */
  together<T extends readonly (() => Promise<unknown>)[]>(...steps: T): Promise<Results<T>>;
}

type Results<T extends readonly (() => Promise<unknown>)[]> = { -readonly [I in keyof T]: Awaited<ReturnType<T[I]>> };
/** What an engine lends to a unit; no step of `together` is still running when it settles. */
export type Means = Pick<Tx, 'together' | 'era'>;

/**
 * A unit of work. It may be run again (a batch that failed, a serialisation conflict), so it has no effect but
 * through `tx`. It never calls `write` and never waits for anything outside the database.
 */
export type Unit<T> = (tx: Tx) => Promise<T>;
/** A unit for the items of all waiting callers; gives one result or error for each, in their order. */
export type BatchUnit<I, R> = (tx: Tx, items: readonly I[]) => Promise<readonly (R | Error)[]>;

/** One database (the desk's, or its key store) on one of the two engines. */
export abstract class Database {
  abstract readonly engine: Engine;
  /** Units run one after the other, in the order in which they were given. */
  abstract readonly oneByOne: boolean;
  /** The only way to change a row. Answers after the commit. */
  abstract write<T>(unit: Unit<T>): Promise<T>;
  /** The same of a unit of one statement, which needs no transaction around it; SQLite refuses it a second. */
  writeOne<T>(unit: Unit<T>): Promise<T> {
    return this.write(unit);
  }
  /** Reads on a read-only connection. */
  abstract read<T>(fn: (em: EntityManager) => Promise<T>): Promise<T>;
  /** The same on a connection of its own, so that a report never blocks the inbox. */
  abstract readLong<T>(fn: (em: EntityManager) => Promise<T>): Promise<T>;
  /** Carries SQLite's write-ahead log over and empties it: what was deleted then stands in no file. */
  abstract emptyLog(): Promise<void>;
  /** Waits for every unit that was accepted, then closes. Later calls are refused with `unavailable`. */
  abstract close(): Promise<void>;

  /** An `append`: the items of all callers that wait at the same time go down in one unit. */
  coalesce<I, R>(run: BatchUnit<I, R>, batches: Batches<I> = {}): (item: I) => Promise<R> {
    const coalescer = new Coalescer(this, run, batches);
    return (item) => coalescer.add(item);
  }
}

interface Waiting<I, R> {
  item: I;
  resolve: (result: R) => void;
  reject: (error: unknown) => void;
}

/** How the items of an append are put together. */
export interface Batches<I> {
  /** Most items in one unit. */
  readonly limit?: number;
  /** Items of the same kin stand side by side; only among them does the order in which they came matter. */
  readonly kin?: (item: I) => string;
}

const LIMIT = 500;
/** Callers answered in one turn of the event loop. */
const SLICE = 32;

/**
 * Items go down in the order in which they came. Where units run one after the other, the next batch gathers and
 * waits its turn behind the one that is being written; where they run side by side, it waits for its answer.
 */
class Coalescer<I, R> {
  private waiting: Waiting<I, R>[] = [];
  /** A batch that has not taken its items yet, or that must be answered before the next. */
  private queued = false;
  /** Batches that failed and are tried again item by item; later ones wait for them. */
  private mending = 0;
  private answering: Promise<void> | undefined;

  constructor(
    private readonly database: Database,
    private readonly run: BatchUnit<I, R>,
    private readonly batches: Batches<I>,
  ) {}

  add(item: I): Promise<R> {
    return new Promise<R>((resolve, reject) => {
      this.waiting.push({ item, resolve, reject });
      this.queue();
    });
  }

  private queue(): void {
    if (this.queued || this.mending > 0 || this.waiting.length === 0) return;
    this.queued = true;
    void this.runBatch();
  }

  private async runBatch(): Promise<void> {
    // The batch is taken when the unit starts, not when it is queued: whoever came in between rides along.
    let batch: Waiting<I, R>[] | undefined;
    const take = (): Waiting<I, R>[] => {
      if (batch) return batch;
      batch = this.mending > 0 ? [] : this.gather();
      if (this.database.oneByOne) this.queued = false;
      return batch;
    };
    try {
      const results = await this.database.write((tx) => {
        const items = take().map((caller) => caller.item);
        return items.length > 0 ? this.run(tx, items) : Promise.resolve([]);
      });
      await this.answer(take(), results);
    } catch (error) {
      const failed = take();
      this.mending++;
      await this.apart(failed, error);
      this.mending--;
    }
    if (!this.database.oneByOne) this.queued = false;
    this.queue();
  }

  private gather(): Waiting<I, R>[] {
    const { limit = LIMIT, kin } = this.batches;
    const batch = this.waiting.splice(0, limit);
    return kin ? [...Map.groupBy(batch, ({ item }) => kin(item)).values()].flat() : batch;
  }

  /** In slices, so that what the callers do next does not keep the next batch from the disk. */
  private async answer(batch: readonly Waiting<I, R>[], results: readonly (R | Error)[]): Promise<void> {
    const before = this.answering;
    let done: () => void = () => undefined;
    this.answering = new Promise((resolve) => (done = resolve));
    await before;
    for (const [i, caller] of batch.entries()) {
      if (i > 0 && i % SLICE === 0) await new Promise(setImmediate);
      settle(caller, results[i]);
    }
    done();
  }

  /** One bad item must not fail the others: a batch that failed is tried again item by item. */
  private async apart(batch: readonly Waiting<I, R>[], error: unknown): Promise<void> {
    const [only] = batch;
    if (batch.length === 1 && only) return only.reject(error);
    for (const caller of batch) {
      try {
        const [result] = await this.database.write((tx) => this.run(tx, [caller.item]));
        settle(caller, result);
      } catch (again) {
        caller.reject(again);
      }
    }
  }
}

function settle<I, R>(caller: Waiting<I, R>, result: R | Error | undefined): void {
  if (result instanceof Error) caller.reject(result);
  else caller.resolve(result as R);
}
