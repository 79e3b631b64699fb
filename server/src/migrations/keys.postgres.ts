import type { MigrationInterface, QueryRunner } from 'typeorm';

/* eslint-disable max-lines */

export class Initial1767225600000 implements MigrationInterface {
  name = 'Initial1767225600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE "desk_keys"."data_keys" ("id" text NOT NULL, "owner_id" text NOT NULL, "came_from" text, "family" text NOT NULL, "wrapped" bytea, "created_at" bigint NOT NULL, "retired_at" bigint, "shredded_at" bigint, CONSTRAINT "PK_75e186bab00acc0d8f955b75cbb" PRIMARY KEY ("id"))`);
    await runner.query(`CREATE INDEX "IDX_6f5cad1cd287bbd8c18934d3ef" ON "desk_keys"."data_keys" ("retired_at") `);
    await runner.query(`CREATE INDEX "IDX_47c0160ad759532a3cf3b89075" ON "desk_keys"."data_keys" ("owner_id", "family") `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX "desk_keys"."IDX_47c0160ad759532a3cf3b89075"`);
    await runner.query(`DROP INDEX "desk_keys"."IDX_6f5cad1cd287bbd8c18934d3ef"`);
    await runner.query(`DROP TABLE "desk_keys"."data_keys"`);
  }
}
