import type { EntityManager } from 'typeorm';

export type Engine = 'sqlite' | 'postgres';

/** What a unit of work changes rows with. It ends with the unit: a later call throws. */
export interface Tx {
  readonly em: EntityManager;
  /** Tells a fact after the commit; forgotten when the unit fails. */
  tell(event: object): void;
}

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
  /** The only way to change a row. Answers after the commit. */
  abstract write<T>(unit: Unit<T>): Promise<T>;
  /** Reads on a read-only connection. */
  abstract read<T>(fn: (em: EntityManager) => Promise<T>): Promise<T>;
  /** The same on a connection of its own, so that a report never blocks the inbox. */
  abstract readLong<T>(fn: (em: EntityManager) => Promise<T>): Promise<T>;
  /** Waits for every unit that was accepted, then closes. Later calls are refused with `unavailable`. */
  abstract close(): Promise<void>;

  /** An `append`: the items of all callers that wait at the same time go down in one unit. */
  coalesce<I, R>(run: BatchUnit<I, R>, limit = 500): (item: I) => Promise<R> {
    const coalescer = new Coalescer(this, run, limit);
    return (item) => coalescer.add(item);
  }
}

interface Waiting<I, R> {
  item: I;
  resolve: (result: R) => void;
  reject: (error: unknown) => void;
}

/** One batch at a time, so that items go down in the order in which they came, also where units run side by side. */
class Coalescer<I, R> {
  private waiting: Waiting<I, R>[] = [];
  private pumping = false;

  constructor(
    private readonly database: Database,
    private readonly run: BatchUnit<I, R>,
    private readonly limit: number,
  ) {}

  add(item: I): Promise<R> {
    return new Promise<R>((resolve, reject) => {
      this.waiting.push({ item, resolve, reject });
      if (!this.pumping) void this.pump();
    });
  }

  private async pump(): Promise<void> {
    this.pumping = true;
    while (this.waiting.length > 0) await this.runBatch();
    this.pumping = false;
  }

  private async runBatch(): Promise<void> {
    // The batch is taken when the unit starts, not when it is queued: whoever came in between rides along.
    let batch: Waiting<I, R>[] | undefined;
    const take = (): Waiting<I, R>[] => (batch ??= this.waiting.splice(0, this.limit));
    try {
      const results = await this.database.write((tx) =>
        this.run(
          tx,
          take().map((caller) => caller.item),
        ),
      );
      take().forEach((caller, i) => settle(caller, results[i]));
    } catch (error) {
      await this.apart(take(), error);
    }
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
