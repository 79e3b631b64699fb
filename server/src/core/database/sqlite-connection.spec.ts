import { SqliteConnection } from './sqlite-connection.js';

describe('a connection that keeps prepared statements', () => {
  let connection: SqliteConnection;
  const all = (sql: string, parameters: unknown[] = []): Promise<unknown[]> =>
    new Promise((resolve, reject) =>
      connection.all(sql, parameters, (error: Error | null, rows: unknown[]) =>
        error ? reject(error) : resolve(rows),
      ),
    );

  beforeEach(async () => {
    await new Promise<void>((resolve, reject) => {
      connection = new SqliteConnection(':memory:', (error) => (error ? reject(error) : resolve()));
    });
    await all('CREATE TABLE things (name TEXT UNIQUE)');
  });

  const close = (): Promise<void> =>
    new Promise((resolve, reject) => connection.close((error) => (error ? reject(error) : resolve())));

  it('gives each caller their own rows, also when many ask the same at once', async () => {
    const asked = Array.from({ length: 20 }, (_, i) => all('SELECT $1 AS it', [i]));
    expect(await Promise.all(asked)).toEqual(Array.from({ length: 20 }, (_, it) => [{ it }]));
    await close();
  });

  it('tells every caller of what cannot be prepared, each time', async () => {
    const outcomes = await Promise.allSettled([all('SELECT * FROM missing'), all('SELECT * FROM missing')]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await all('CREATE TABLE missing (x)');
    expect(await all('SELECT * FROM missing')).toEqual([]);
    await close();
  });

  it('goes on after a statement failed, and after the schema changed under it', async () => {
    await all('INSERT INTO things VALUES ($1)', ['a']);
    await expectAsync(all('INSERT INTO things VALUES ($1)', ['a'])).toBeRejectedWithError(/UNIQUE/);
    await all('INSERT INTO things VALUES ($1)', ['b']);
    await all('SELECT * FROM things');
    await all('ALTER TABLE things ADD COLUMN size');
    expect(await all('SELECT * FROM things')).toEqual([
      { name: 'a', size: null },
      { name: 'b', size: null },
    ]);
    await close();
  });

  it('keeps no more than it may, and closes with what it kept', async () => {
    for (let i = 0; i < 700; i++) expect(await all(`SELECT ${i} AS it`)).toEqual([{ it: i }]);
    await expectAsync(close()).toBeResolved();
  });
});
