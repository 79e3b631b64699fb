import pg from 'pg';
import type { BareTable } from './bare-file.js';

/** The main store on PostgreSQL through its driver alone, one connection: as `BareFile` is for SQLite. */
export class BarePostgres implements BareTable {
  private readonly names = new Map<string, string>();

  private constructor(private readonly client: pg.Client) {}

  static async open(url: string): Promise<BarePostgres> {
    const client = new pg.Client({ connectionString: url, options: '-c search_path=desk' });
    await client.connect();
    return new BarePostgres(client);
  }

  /** Runs a statement, prepared at the first time. */
  async all<Row>(sql: string, parameters: readonly unknown[]): Promise<{ ms: number; rows: Row[] }> {
    const name = this.names.get(sql) ?? `bare${this.names.size}`;
    this.names.set(sql, name);
    const began = performance.now();
    const { rows } = await this.client.query({ name, text: sql, values: [...parameters] });
    return { ms: performance.now() - began, rows: rows as Row[] };
  }

  close(): Promise<void> {
    return this.client.end();
  }
}
