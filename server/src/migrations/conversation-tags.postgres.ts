import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A conversation that ends or is opened again takes its tags along, whichever way it goes; a message pays nothing. */
export class ConversationTags1767226000000 implements MigrationInterface {
  name = 'ConversationTags1767226000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE FUNCTION conversation_tags_follow() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $tags$
       BEGIN
         UPDATE conversation_tags SET ended_at = NEW.resolved_at WHERE conversation_id = NEW.id;
         RETURN NULL;
       END $tags$`,
    );
    await runner.query(
      `CREATE TRIGGER conversation_tags_ended AFTER UPDATE OF resolved_at ON conversations FOR EACH ROW
       WHEN (OLD.resolved_at IS DISTINCT FROM NEW.resolved_at) EXECUTE FUNCTION conversation_tags_follow()`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION conversation_tags_follow() CASCADE');
  }
}
