import type { MigrationInterface, QueryRunner } from 'typeorm';

const kept = ['passages', 'search_days', 'search_generations'];

/**
 * Words of the passages. All of the store is UNLOGGED: no word reaches the write-ahead log or its archive, and after a
 * crash the store is empty as a whole and fills itself again.
 */
export class SearchWords1767225700000 implements MigrationInterface {
  name = 'SearchWords1767225700000';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of kept) await runner.query(`ALTER TABLE ${table} SET UNLOGGED`);
    for (const table of ['passage_words_0', 'passage_words_1']) {
      await runner.query(`CREATE UNLOGGED TABLE ${table} (ordinal bigint PRIMARY KEY, words tsvector NOT NULL)`);
      await runner.query(`CREATE INDEX ${table}_words ON ${table} USING gin (words)`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['passage_words_0', 'passage_words_1']) await runner.query(`DROP TABLE ${table}`);
    for (const table of kept) await runner.query(`ALTER TABLE ${table} SET LOGGED`);
  }
}
