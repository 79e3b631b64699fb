import sqlite3 from 'sqlite3';

/** A store without the desk: what a prepared statement costs where nothing else is done. */
export interface BareTable {
  all<Row>(sql: string, parameters: readonly unknown[]): Promise<{ ms: number; rows: Row[] }>;
  close(): Promise<void>;
}

/** A SQLite file through its driver alone, read-only: what a prepared statement costs where nothing else is done. */
export class BareFile implements BareTable {
  private readonly prepared = new Map<string, sqlite3.Statement>();

  private constructor(private readonly database: sqlite3.Database) {}

  static open(file: string): Promise<BareFile> {
    return new Promise((resolve, reject) => {
      const database: sqlite3.Database = new sqlite3.Database(file, sqlite3.OPEN_READONLY, (error) =>
        error ? reject(error) : resolve(new BareFile(database)),
      );
    });
  }

  /** Runs a statement, prepared at the first time; answers its rows, and how long it took in milliseconds. */
  async all<Row>(sql: string, parameters: readonly unknown[]): Promise<{ ms: number; rows: Row[] }> {
    const statement = this.prepared.get(sql) ?? this.prepare(sql);
    const began = performance.now();
    const rows = await new Promise<Row[]>((resolve, reject) =>
      statement.all<Row>([...parameters], (error, found) => (error ? reject(error) : resolve(found))),
    );
    return { ms: performance.now() - began, rows };
  }

  async close(): Promise<void> {
    for (const statement of this.prepared.values()) statement.finalize();
    await new Promise<void>((resolve) => this.database.close(() => resolve()));
  }

  private prepare(sql: string): sqlite3.Statement {
    const statement = this.database.prepare(sql);
    this.prepared.set(sql, statement);
    return statement;
  }
}
