import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A conversation that ends or is opened again takes its tags along, whichever way it goes; a message pays nothing. */
export class ConversationTags1767226000000 implements MigrationInterface {
  name = 'ConversationTags1767226000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TRIGGER conversation_tags_ended AFTER UPDATE OF resolved_at ON conversations
       WHEN OLD.resolved_at IS NOT NEW.resolved_at
       BEGIN UPDATE conversation_tags SET ended_at = NEW.resolved_at WHERE conversation_id = NEW.id; END`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER conversation_tags_ended');
  }
}
