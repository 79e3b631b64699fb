import type { MigrationInterface, QueryRunner } from 'typeorm';

/* eslint-disable max-lines */

export class Initial1767225600000 implements MigrationInterface {
  name = 'Initial1767225600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE "passages" ("generation" bigint NOT NULL, "ordinal" bigint NOT NULL, "conversation_id" text NOT NULL, "seq" bigint NOT NULL, "stored_at" bigint NOT NULL, "staff_only" boolean NOT NULL, PRIMARY KEY ("generation", "ordinal"))`);
    await runner.query(`CREATE INDEX "IDX_7308837593eed20f20cb3574fc" ON "passages" ("generation", "conversation_id", "seq") `);
    await runner.query(`CREATE TABLE "search_days" ("generation" bigint NOT NULL, "day" bigint NOT NULL, "first" bigint NOT NULL, "last" bigint NOT NULL, PRIMARY KEY ("generation", "day"))`);
    await runner.query(`CREATE TABLE "search_generations" ("generation" bigint PRIMARY KEY NOT NULL, "state" text NOT NULL, "floor" bigint NOT NULL, "txid" bigint NOT NULL, "ordinal" bigint NOT NULL, "applied" bigint NOT NULL)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE "search_generations"`);
    await runner.query(`DROP TABLE "search_days"`);
    await runner.query(`DROP INDEX "IDX_7308837593eed20f20cb3574fc"`);
    await runner.query(`DROP TABLE "passages"`);
  }
}
