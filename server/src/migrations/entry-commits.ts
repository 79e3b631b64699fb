import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The audit numbers the entries in commit order; on SQLite the ordinal alone is that order. PostgreSQL only. */
export class EntryCommits1767225800000 implements MigrationInterface {
  name = 'EntryCommits1767225800000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX entries_commits ON entries (txid, ordinal)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX entries_commits');
  }
}
