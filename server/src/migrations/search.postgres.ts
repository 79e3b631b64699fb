import type { MigrationInterface, QueryRunner } from 'typeorm';

/* eslint-disable max-lines */

export class Initial1767225600000 implements MigrationInterface {
  name = 'Initial1767225600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE "desk_search"."passages" ("generation" bigint NOT NULL, "ordinal" bigint NOT NULL, "conversation_id" text NOT NULL, "seq" bigint NOT NULL, "stored_at" bigint NOT NULL, "staff_only" boolean NOT NULL, CONSTRAINT "PK_5775d426ae6c49d2b1069290a36" PRIMARY KEY ("generation", "ordinal"))`);
    await runner.query(`CREATE INDEX "IDX_7308837593eed20f20cb3574fc" ON "desk_search"."passages" ("generation", "conversation_id", "seq") `);
    await runner.query(`CREATE TABLE "desk_search"."search_days" ("generation" bigint NOT NULL, "day" bigint NOT NULL, "first" bigint NOT NULL, "last" bigint NOT NULL, CONSTRAINT "PK_4f599ac5aed84c79d81e21b103b" PRIMARY KEY ("generation", "day"))`);
    await runner.query(`CREATE TABLE "desk_search"."search_generations" ("generation" bigint NOT NULL, "state" text NOT NULL, "floor" bigint NOT NULL, "txid" bigint NOT NULL, "ordinal" bigint NOT NULL, "applied" bigint NOT NULL, CONSTRAINT "PK_20a67dedc28ad263f09c4503211" PRIMARY KEY ("generation"))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE "desk_search"."search_generations"`);
    await runner.query(`DROP TABLE "desk_search"."search_days"`);
    await runner.query(`DROP INDEX "desk_search"."IDX_7308837593eed20f20cb3574fc"`);
    await runner.query(`DROP TABLE "desk_search"."passages"`);
  }
}
