import type { MigrationInterface, QueryRunner } from 'typeorm';
import { lasting } from './entry-guards.js';

/** Entries can be added to; only a mask changes one, and one goes only with its conversation. Inserts pay nothing. */
export class EntryGuards1767225900000 implements MigrationInterface {
  name = 'EntryGuards1767225900000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE FUNCTION entries_refuse() RETURNS trigger LANGUAGE plpgsql AS $guard$
       BEGIN RAISE EXCEPTION 'entries are append-only'; END $guard$`,
    );
    await runner.query(
      `CREATE FUNCTION entries_go_whole() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $guard$
       BEGIN
         PERFORM 1 FROM conversations WHERE id = OLD.conversation_id;
         IF FOUND THEN RAISE EXCEPTION 'entries are append-only'; END IF;
         RETURN OLD;
       END $guard$`,
    );
    await runner.query(
      `CREATE TRIGGER entries_lasting BEFORE UPDATE OF ${lasting} ON entries
       FOR EACH ROW EXECUTE FUNCTION entries_refuse()`,
    );
    await runner.query(
      `CREATE TRIGGER entries_masked BEFORE UPDATE OF body, masks, masked_at ON entries FOR EACH ROW
       WHEN (NEW.masked_at IS NULL OR NEW.body IS NULL OR OLD.body IS NULL)
       EXECUTE FUNCTION entries_refuse()`,
    );
    await runner.query(
      'CREATE TRIGGER entries_whole BEFORE DELETE ON entries FOR EACH ROW EXECUTE FUNCTION entries_go_whole()',
    );
    await runner.query(
      'CREATE TRIGGER entries_no_truncate BEFORE TRUNCATE ON entries EXECUTE FUNCTION entries_refuse()',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION entries_refuse() CASCADE');
    await runner.query('DROP FUNCTION entries_go_whole() CASCADE');
  }
}
