import type { MigrationInterface, QueryRunner } from 'typeorm';

/* eslint-disable max-lines */

export class Initial1767225600000 implements MigrationInterface {
  name = 'Initial1767225600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "audit_leaves" ("ordinal" integer PRIMARY KEY AUTOINCREMENT NOT NULL, "txid" bigint NOT NULL, "leaf" blob NOT NULL, "verb" text NOT NULL, "about" text NOT NULL, "actor" text NOT NULL, "subject" blob, "digest" blob, "stored_at" bigint NOT NULL)`,
    );
    await runner.query(
      `CREATE TABLE "audit_sequencer" ("name" text PRIMARY KEY NOT NULL, "holder" text NOT NULL, "until" bigint NOT NULL, "segment" bigint NOT NULL, "size" bigint NOT NULL, "frontier" blob NOT NULL, "cursors" text NOT NULL)`,
    );
    await runner.query(
      `CREATE TABLE "audit_segments" ("segment" bigint PRIMARY KEY NOT NULL, "opened_at" bigint NOT NULL, "closed_at" bigint, "size" bigint, "root" blob, "drop_asked_at" bigint, "dropped_at" bigint)`,
    );
    await runner.query(
      `CREATE TABLE "audit_numbered" ("segment" bigint NOT NULL, "number" bigint NOT NULL, "leaf" blob NOT NULL, "source" bigint NOT NULL, "ordinal" bigint NOT NULL, PRIMARY KEY ("segment", "number")) WITHOUT ROWID`,
    );
    await runner.query(
      `CREATE UNIQUE INDEX "IDX_521f38dfeb5701165f6c57f30e" ON "audit_numbered" ("source", "ordinal") `,
    );
    await runner.query(
      `CREATE TABLE "audit_checkpoints" ("segment" bigint NOT NULL, "size" bigint NOT NULL, "root" blob NOT NULL, "at" bigint NOT NULL, "note" text NOT NULL, PRIMARY KEY ("segment", "size"))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE "audit_checkpoints"`);
    await runner.query(`DROP INDEX "IDX_521f38dfeb5701165f6c57f30e"`);
    await runner.query(`DROP TABLE "audit_numbered"`);
    await runner.query(`DROP TABLE "audit_segments"`);
    await runner.query(`DROP TABLE "audit_sequencer"`);
    await runner.query(`DROP TABLE "audit_leaves"`);
  }
}
