import type { MigrationInterface, QueryRunner } from 'typeorm';

/* eslint-disable max-lines */

export class Initial1767225600000 implements MigrationInterface {
  name = 'Initial1767225600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "desk"."audit_leaves" ("ordinal" BIGSERIAL NOT NULL, "txid" bigint NOT NULL, "leaf" bytea NOT NULL, "verb" text NOT NULL, "about" text NOT NULL, "actor" text NOT NULL, "subject" bytea, "digest" bytea, "stored_at" bigint NOT NULL, CONSTRAINT "PK_c7eb418e62c74f540d2ee504b63" PRIMARY KEY ("ordinal"))`,
    );
    await runner.query(
      `CREATE TABLE "desk"."audit_sequencer" ("name" text NOT NULL, "holder" text NOT NULL, "until" bigint NOT NULL, "segment" bigint NOT NULL, "size" bigint NOT NULL, "frontier" bytea NOT NULL, "cursors" text NOT NULL, CONSTRAINT "PK_3d3767d1e9e4dc395419fdf5bba" PRIMARY KEY ("name"))`,
    );
    await runner.query(
      `CREATE TABLE "desk"."audit_segments" ("segment" bigint NOT NULL, "opened_at" bigint NOT NULL, "closed_at" bigint, "size" bigint, "root" bytea, "drop_asked_at" bigint, "dropped_at" bigint, CONSTRAINT "PK_6425007a7d29774a1856f87cd58" PRIMARY KEY ("segment"))`,
    );
    await runner.query(
      `CREATE TABLE "desk"."audit_numbered" ("segment" bigint NOT NULL, "number" bigint NOT NULL, "leaf" bytea NOT NULL, "source" bigint NOT NULL, "ordinal" bigint NOT NULL, CONSTRAINT "PK_70acc1c79be9f62c6922d180787" PRIMARY KEY ("segment", "number"))`,
    );
    await runner.query(
      `CREATE UNIQUE INDEX "IDX_521f38dfeb5701165f6c57f30e" ON "desk"."audit_numbered" ("source", "ordinal") `,
    );
    await runner.query(
      `CREATE TABLE "desk"."audit_checkpoints" ("segment" bigint NOT NULL, "size" bigint NOT NULL, "root" bytea NOT NULL, "at" bigint NOT NULL, "note" text NOT NULL, CONSTRAINT "PK_b99fee0b4067a7d8510cd5c5e63" PRIMARY KEY ("segment", "size"))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE "desk"."audit_checkpoints"`);
    await runner.query(`DROP INDEX "desk"."IDX_521f38dfeb5701165f6c57f30e"`);
    await runner.query(`DROP TABLE "desk"."audit_numbered"`);
    await runner.query(`DROP TABLE "desk"."audit_segments"`);
    await runner.query(`DROP TABLE "desk"."audit_sequencer"`);
    await runner.query(`DROP TABLE "desk"."audit_leaves"`);
  }
}
