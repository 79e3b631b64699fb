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
    await runner.query(
      `CREATE TABLE "customers" ("policy_version" text NOT NULL, "category" text NOT NULL, "source" text NOT NULL, "purpose" text NOT NULL, "retention_class" text NOT NULL, "anchor_at" bigint, "id" text PRIMARY KEY NOT NULL, "kind" text NOT NULL, "name" blob, "email" blob, "phone" blob, "key_id" text, "email_index" text, "phone_index" text, "language" text NOT NULL, "created_at" bigint NOT NULL, "merged_into" text, "account_closed_at" bigint)`,
    );
    await runner.query(`CREATE INDEX "IDX_7c4f9377a758798d1dcbcfaf46" ON "customers" ("phone_index") `);
    await runner.query(`CREATE INDEX "IDX_c9603f9f52b8f8d83760c0b3d7" ON "customers" ("email_index") `);
    await runner.query(
      `CREATE INDEX "IDX_49c1f445485a1649e7c06de137" ON "customers" ("retention_class", "anchor_at", "id") `,
    );
    await runner.query(
      `CREATE TABLE "key_moves" ("id" text PRIMARY KEY NOT NULL, "to_owner" text NOT NULL, "created_at" bigint NOT NULL)`,
    );
    await runner.query(
      `CREATE TABLE "shop_tokens_used" ("digest" text PRIMARY KEY NOT NULL, "expires_at" bigint NOT NULL)`,
    );
    await runner.query(`CREATE INDEX "IDX_c29738272e3bc9c5a7b0652cf5" ON "shop_tokens_used" ("expires_at") `);
    await runner.query(
      `CREATE TABLE "policy_versions" ("id" text PRIMARY KEY NOT NULL, "number" bigint NOT NULL, "pack" text NOT NULL, "published_at" bigint NOT NULL, "effective_at" bigint NOT NULL, "last_updated" bigint NOT NULL, "status" text NOT NULL, "digest" blob NOT NULL, CONSTRAINT "UQ_1094cca009e90030e2b3625ba1c" UNIQUE ("number"))`,
    );
    await runner.query(
      `CREATE TABLE "retention_sweeps" ("id" text PRIMARY KEY NOT NULL, "slot" text NOT NULL, "by" text NOT NULL, "at" bigint NOT NULL, "started_at" bigint NOT NULL, "finished_at" bigint, "holder" text NOT NULL, "held_until" bigint NOT NULL, "position" text NOT NULL, "deleted" bigint NOT NULL, "anonymised" bigint NOT NULL, "kept" bigint NOT NULL, "rows" bigint NOT NULL, CONSTRAINT "UQ_70454d91cba947e82fdc7f1fe82" UNIQUE ("slot"))`,
    );
    await runner.query(`CREATE INDEX "IDX_07ea49198a9ce51add77aed0f6" ON "retention_sweeps" ("finished_at") `);
    await runner.query(
      `CREATE TABLE "sign_in_links" ("id" text PRIMARY KEY NOT NULL, "staff_id" text NOT NULL, "token_hash" text NOT NULL, "created_by" text NOT NULL, "created_at" bigint NOT NULL, "expires_at" bigint NOT NULL, "used_at" bigint, CONSTRAINT "UQ_7e056095bb858289789025d055c" UNIQUE ("token_hash"))`,
    );
    await runner.query(`CREATE INDEX "IDX_acf6dc0d357df8aec47a35d4ac" ON "sign_in_links" ("expires_at") `);
    await runner.query(`CREATE INDEX "IDX_26a13ef5e29028456b042d3122" ON "sign_in_links" ("staff_id") `);
    await runner.query(
      `CREATE TABLE "sign_ins" ("id" text PRIMARY KEY NOT NULL, "staff_id" text, "at" bigint NOT NULL, "way" text NOT NULL)`,
    );
    await runner.query(`CREATE INDEX "IDX_a29b1bac217608365041cf3856" ON "sign_ins" ("at", "id") `);
    await runner.query(`CREATE INDEX "IDX_c924d5cae7ec3138fef058b423" ON "sign_ins" ("staff_id", "at") `);
    await runner.query(
      `CREATE TABLE "staff_sessions" ("id" text PRIMARY KEY NOT NULL, "staff_id" text NOT NULL, "signed_in_at" bigint NOT NULL, "seen_at" bigint NOT NULL)`,
    );
    await runner.query(`CREATE INDEX "IDX_123166b4fb84b77ed1145b4ff6" ON "staff_sessions" ("signed_in_at") `);
    await runner.query(`CREATE INDEX "IDX_99c4811f48ad9ef8108069e28b" ON "staff_sessions" ("seen_at") `);
    await runner.query(`CREATE INDEX "IDX_ae03d284bbb21fcd9dee7c1b61" ON "staff_sessions" ("staff_id") `);
    await runner.query(
      `CREATE TABLE "staff" ("id" text PRIMARY KEY NOT NULL, "key_id" text NOT NULL, "name" blob NOT NULL, "email" blob NOT NULL, "email_index" text NOT NULL, "role" text NOT NULL, "skills" text NOT NULL, "password_hash" text, "created_at" bigint NOT NULL, "last_seen_at" bigint, "disabled_at" bigint, CONSTRAINT "UQ_d766b5e3118a06902414b80f70c" UNIQUE ("email_index"))`,
    );
    await runner.query(`CREATE INDEX "IDX_ee1dbcdaeb794988a59e54c5ba" ON "staff" ("disabled_at", "id") `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX "IDX_ee1dbcdaeb794988a59e54c5ba"`);
    await runner.query(`DROP TABLE "staff"`);
    await runner.query(`DROP INDEX "IDX_ae03d284bbb21fcd9dee7c1b61"`);
    await runner.query(`DROP INDEX "IDX_99c4811f48ad9ef8108069e28b"`);
    await runner.query(`DROP INDEX "IDX_123166b4fb84b77ed1145b4ff6"`);
    await runner.query(`DROP TABLE "staff_sessions"`);
    await runner.query(`DROP INDEX "IDX_c924d5cae7ec3138fef058b423"`);
    await runner.query(`DROP INDEX "IDX_a29b1bac217608365041cf3856"`);
    await runner.query(`DROP TABLE "sign_ins"`);
    await runner.query(`DROP INDEX "IDX_26a13ef5e29028456b042d3122"`);
    await runner.query(`DROP INDEX "IDX_acf6dc0d357df8aec47a35d4ac"`);
    await runner.query(`DROP TABLE "sign_in_links"`);
    await runner.query(`DROP INDEX "IDX_07ea49198a9ce51add77aed0f6"`);
    await runner.query(`DROP TABLE "retention_sweeps"`);
    await runner.query(`DROP TABLE "policy_versions"`);
    await runner.query(`DROP INDEX "IDX_c29738272e3bc9c5a7b0652cf5"`);
    await runner.query(`DROP TABLE "shop_tokens_used"`);
    await runner.query(`DROP TABLE "key_moves"`);
    await runner.query(`DROP INDEX "IDX_49c1f445485a1649e7c06de137"`);
    await runner.query(`DROP INDEX "IDX_c9603f9f52b8f8d83760c0b3d7"`);
    await runner.query(`DROP INDEX "IDX_7c4f9377a758798d1dcbcfaf46"`);
    await runner.query(`DROP TABLE "customers"`);
    await runner.query(`DROP TABLE "audit_checkpoints"`);
    await runner.query(`DROP INDEX "IDX_521f38dfeb5701165f6c57f30e"`);
    await runner.query(`DROP TABLE "audit_numbered"`);
    await runner.query(`DROP TABLE "audit_segments"`);
    await runner.query(`DROP TABLE "audit_sequencer"`);
    await runner.query(`DROP TABLE "audit_leaves"`);
  }
}
