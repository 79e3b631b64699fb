import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Words of the passages: ordinary FTS5 tables with `secure-delete`. Never `contentless_delete`, which keeps deleted
 * words in the file.
 */
export class SearchWords1767225700000 implements MigrationInterface {
  name = 'SearchWords1767225700000';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of ['passage_words_0', 'passage_words_1']) {
      await runner.query(`CREATE VIRTUAL TABLE ${table} USING fts5(words, tokenize = 'unicode61')`);
      await runner.query(`INSERT INTO ${table} (${table}, rank) VALUES ('secure-delete', 1)`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['passage_words_0', 'passage_words_1']) await runner.query(`DROP TABLE ${table}`);
  }
}
