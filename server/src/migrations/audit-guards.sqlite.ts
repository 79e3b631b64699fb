import type { MigrationInterface, QueryRunner } from 'typeorm';

const refused = (table: string): string => `SELECT RAISE(ABORT, '${table} is append-only')`;

const always = (table: string, verb: 'UPDATE' | 'DELETE'): string =>
  `CREATE TRIGGER ${table}_no_${verb.toLowerCase()} BEFORE ${verb} ON ${table} BEGIN ${refused(table)}; END`;

const unlessDropped = (table: string, segment: string): string =>
  `CREATE TRIGGER ${table}_no_delete BEFORE DELETE ON ${table}
   WHEN NOT EXISTS (
     SELECT 1 FROM audit_segments
     WHERE segment = ${segment} AND drop_asked_at IS NOT NULL AND dropped_at IS NULL
   )
   BEGIN ${refused(table)}; END`;

/** The audit can be added to, never changed; an expired segment goes whole, once it is closed and its drop asked. */
export class AuditGuards1767225700000 implements MigrationInterface {
  name = 'AuditGuards1767225700000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(always('audit_leaves', 'UPDATE'));
    await runner.query(always('audit_numbered', 'UPDATE'));
    await runner.query(always('audit_checkpoints', 'UPDATE'));
    await runner.query(always('audit_checkpoints', 'DELETE'));
    await runner.query(always('audit_segments', 'DELETE'));
    await runner.query(unlessDropped('audit_numbered', 'OLD.segment'));
    await runner.query(
      unlessDropped(
        'audit_leaves',
        '(SELECT n.segment FROM audit_numbered n WHERE n.source = 1 AND n.ordinal = OLD.ordinal)',
      ),
    );
    await runner.query(
      `CREATE TRIGGER audit_segments_narrow BEFORE UPDATE ON audit_segments
       WHEN NEW.segment <> OLD.segment
         OR OLD.closed_at IS NOT NULL AND (NEW.closed_at, NEW.size, NEW.root) IS NOT (OLD.closed_at, OLD.size, OLD.root)
         OR NEW.drop_asked_at IS NOT OLD.drop_asked_at AND (OLD.drop_asked_at IS NOT NULL OR OLD.closed_at IS NULL)
         OR NEW.dropped_at IS NOT OLD.dropped_at AND (OLD.dropped_at IS NOT NULL OR OLD.drop_asked_at IS NULL)
       BEGIN ${refused('audit_segments')}; END`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    const triggers = [
      'audit_leaves_no_update',
      'audit_leaves_no_delete',
      'audit_numbered_no_update',
      'audit_numbered_no_delete',
      'audit_checkpoints_no_update',
      'audit_checkpoints_no_delete',
      'audit_segments_no_delete',
      'audit_segments_narrow',
    ];
    for (const trigger of triggers) await runner.query(`DROP TRIGGER ${trigger}`);
  }
}
