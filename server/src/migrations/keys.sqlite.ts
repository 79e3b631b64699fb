import type { MigrationInterface, QueryRunner } from 'typeorm';

/* eslint-disable max-lines */

export class Initial1767225600000 implements MigrationInterface {
  name = 'Initial1767225600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE "data_keys" ("id" text PRIMARY KEY NOT NULL, "owner_id" text NOT NULL, "came_from" text, "family" text NOT NULL, "wrapped" blob, "created_at" bigint NOT NULL, "retired_at" bigint, "shredded_at" bigint)`);
    await runner.query(`CREATE INDEX "IDX_6f5cad1cd287bbd8c18934d3ef" ON "data_keys" ("retired_at") `);
    await runner.query(`CREATE INDEX "IDX_47c0160ad759532a3cf3b89075" ON "data_keys" ("owner_id", "family") `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX "IDX_47c0160ad759532a3cf3b89075"`);
    await runner.query(`DROP INDEX "IDX_6f5cad1cd287bbd8c18934d3ef"`);
    await runner.query(`DROP TABLE "data_keys"`);
  }
}
