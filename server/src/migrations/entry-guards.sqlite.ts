import type { MigrationInterface, QueryRunner } from 'typeorm';
import { lasting } from './entry-guards.js';

const refused = `SELECT RAISE(ABORT, 'entries are append-only')`;

/** Entries can be added to; only a mask changes one, and one goes only with its conversation. Inserts pay nothing. */
export class EntryGuards1767225900000 implements MigrationInterface {
  name = 'EntryGuards1767225900000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TRIGGER entries_lasting BEFORE UPDATE OF ${lasting} ON entries BEGIN ${refused}; END`);
    await runner.query(
      `CREATE TRIGGER entries_masked BEFORE UPDATE OF body, masks, masked_at ON entries
       WHEN NEW.masked_at IS NULL OR NEW.body IS NULL OR OLD.body IS NULL
       BEGIN ${refused}; END`,
    );
    await runner.query(
      `CREATE TRIGGER entries_whole BEFORE DELETE ON entries
       WHEN EXISTS (SELECT 1 FROM conversations WHERE id = OLD.conversation_id)
       BEGIN ${refused}; END`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const trigger of ['entries_lasting', 'entries_masked', 'entries_whole']) {
      await runner.query(`DROP TRIGGER ${trigger}`);
    }
  }
}
