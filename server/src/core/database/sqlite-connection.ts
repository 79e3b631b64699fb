import sqlite3 from 'sqlite3';

/** Prepared statements that a connection keeps, least recently used first to go. */
const KEPT = 300;
const worthKeeping = /^\s*(select|with|insert|update|delete|begin|commit)\b/i;

type Callback = (this: unknown, error: Error | null, rows?: unknown[]) => void;

/**
 * A connection that keeps what it prepared. The driver prepares every statement anew, which costs a second way to the
 * thread pool and back: while the event loop is busy, that way is what a write waits for.
 */
export class SqliteConnection extends sqlite3.Database {
  private readonly prepared = new Map<string, sqlite3.Statement>();

  override all(sql: string, ...rest: unknown[]): this {
    return this.through('all', sql, rest[0], rest.at(-1) as Callback);
  }

  override run(sql: string, ...rest: unknown[]): this {
    return this.through('run', sql, rest[0], rest.at(-1) as Callback);
  }

  override close(callback?: (error: Error | null) => void): void {
    for (const statement of this.prepared.values()) statement.finalize();
    this.prepared.clear();
    super.close(callback);
  }

  private through(method: 'all' | 'run', sql: string, parameters: unknown, callback: Callback): this {
    const values = Array.isArray(parameters) ? (parameters as unknown[]) : [];
    const known = this.prepared.get(sql);
    if (known) {
      this.prepared.delete(sql);
      this.prepared.set(sql, known);
      known[method](values, callback);
      return this;
    }
    const keep = worthKeeping.test(sql);
    const statement = this.prepare(sql, (error: Error | null) => {
      // A statement that cannot be prepared calls back here alone, and is worth nothing to anybody else.
      if (error) callback.call(statement, error);
      else if (keep) this.keep(sql, statement);
    });
    statement[method](values, callback);
    if (!keep) statement.finalize();
    return this;
  }

  private keep(sql: string, statement: sqlite3.Statement): void {
    if (this.prepared.has(sql)) {
      statement.finalize();
      return;
    }
    this.prepared.set(sql, statement);
    if (this.prepared.size <= KEPT) return;
    const [oldest] = this.prepared;
    if (!oldest) return;
    this.prepared.delete(oldest[0]);
    oldest[1].finalize();
  }
}
