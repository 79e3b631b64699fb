import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = ['audit_leaves', 'audit_numbered', 'audit_checkpoints', 'audit_segments'] as const;

/** The audit can be added to, never changed; an expired segment goes whole, once it is closed and its drop asked. */
export class AuditGuards1767225700000 implements MigrationInterface {
  name = 'AuditGuards1767225700000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX audit_leaves_commits ON audit_leaves (txid, ordinal)');
    await runner.query(
      `CREATE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS $guard$
       BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $guard$`,
    );
    await runner.query(
      `CREATE FUNCTION audit_drop_only() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $guard$
       DECLARE month bigint;
       BEGIN
         IF TG_TABLE_NAME = 'audit_numbered' THEN month := OLD.segment;
         ELSE SELECT n.segment INTO month FROM audit_numbered n WHERE n.source = 1 AND n.ordinal = OLD.ordinal;
         END IF;
         PERFORM 1 FROM audit_segments
           WHERE segment = month AND drop_asked_at IS NOT NULL AND dropped_at IS NULL;
         IF NOT FOUND THEN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END IF;
         RETURN OLD;
       END $guard$`,
    );
    for (const table of ['audit_leaves', 'audit_numbered', 'audit_checkpoints']) {
      await runner.query(
        `CREATE TRIGGER ${table}_no_update BEFORE UPDATE ON ${table} FOR EACH ROW EXECUTE FUNCTION audit_refuse()`,
      );
    }
    for (const table of ['audit_checkpoints', 'audit_segments']) {
      await runner.query(
        `CREATE TRIGGER ${table}_no_delete BEFORE DELETE ON ${table} FOR EACH ROW EXECUTE FUNCTION audit_refuse()`,
      );
    }
    for (const table of ['audit_leaves', 'audit_numbered']) {
      await runner.query(
        `CREATE TRIGGER ${table}_no_delete BEFORE DELETE ON ${table} FOR EACH ROW EXECUTE FUNCTION audit_drop_only()`,
      );
    }
    for (const table of tables) {
      await runner.query(
        `CREATE TRIGGER ${table}_no_truncate BEFORE TRUNCATE ON ${table} EXECUTE FUNCTION audit_refuse()`,
      );
    }
    await runner.query(
      `CREATE TRIGGER audit_segments_narrow BEFORE UPDATE ON audit_segments FOR EACH ROW
       WHEN (
         NEW.segment <> OLD.segment
         OR OLD.closed_at IS NOT NULL
           AND (NEW.closed_at, NEW.size, NEW.root) IS DISTINCT FROM (OLD.closed_at, OLD.size, OLD.root)
         OR NEW.drop_asked_at IS DISTINCT FROM OLD.drop_asked_at
           AND (OLD.drop_asked_at IS NOT NULL OR OLD.closed_at IS NULL)
         OR NEW.dropped_at IS DISTINCT FROM OLD.dropped_at
           AND (OLD.dropped_at IS NOT NULL OR OLD.drop_asked_at IS NULL)
       ) EXECUTE FUNCTION audit_refuse()`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION audit_refuse() CASCADE');
    await runner.query('DROP FUNCTION audit_drop_only() CASCADE');
    await runner.query('DROP INDEX audit_leaves_commits');
  }
}
