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
    await runner.query(
      `CREATE TABLE "desk"."conversations" ("policy_version" text NOT NULL, "category" text NOT NULL, "source" text NOT NULL, "purpose" text NOT NULL, "retention_class" text NOT NULL, "anchor_at" bigint, "id" text NOT NULL, "number" bigint NOT NULL, "start_digest" text NOT NULL, "customer_id" text NOT NULL, "visitor_id" text NOT NULL, "key_id" text NOT NULL, "status" text NOT NULL, "channel" text NOT NULL, "topic" text NOT NULL, "language" text NOT NULL, "assignee_id" text, "head" bigint NOT NULL, "last_message_seq" bigint NOT NULL, "customer_read_seq" bigint NOT NULL, "staff_read_seq" bigint NOT NULL, "created_at" bigint NOT NULL, "last_at" bigint NOT NULL, "last_by" text NOT NULL, "waiting_since" bigint, "resolved_at" bigint, "order_id" text, "level" bigint NOT NULL, "verified_by" text, "verified_at" bigint, "claimed" bytea, CONSTRAINT "UQ_a687dc55048bcde5fff8541f82b" UNIQUE ("number"), CONSTRAINT "UQ_cf6277a5152714dd601784e063b" UNIQUE ("start_digest"), CONSTRAINT "PK_ee34f4f7ced4ec8681f26bf04ef" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "IDX_f8f897401fd91b6b2e8534c226" ON "desk"."conversations" ("order_id") `);
    await runner.query(`CREATE INDEX "IDX_5e69b83b44d285e714d9349a8f" ON "desk"."conversations" ("visitor_id") `);
    await runner.query(`CREATE INDEX "IDX_c9f0434c15cacf894e996f6908" ON "desk"."conversations" ("customer_id") `);
    await runner.query(
      `CREATE INDEX "IDX_2169597f5484892720ac89e647" ON "desk"."conversations" ("assignee_id", "status", "last_at", "id") `,
    );
    await runner.query(
      `CREATE INDEX "IDX_d5e3251e5930547e01dca1d1e9" ON "desk"."conversations" ("status", "last_at", "id") `,
    );
    await runner.query(
      `CREATE INDEX "IDX_a6b346f1129ffeb6d3cd9b24c6" ON "desk"."conversations" ("status", "waiting_since", "id") `,
    );
    await runner.query(
      `CREATE INDEX "IDX_1567d2c41bc456551bb98e23ea" ON "desk"."conversations" ("retention_class", "anchor_at", "id") `,
    );
    await runner.query(
      `CREATE TABLE "desk"."entries" ("policy_version" text NOT NULL, "category" text NOT NULL, "source" text NOT NULL, "purpose" text NOT NULL, "retention_class" text NOT NULL, "anchor_at" bigint, "ordinal" BIGSERIAL NOT NULL, "txid" bigint NOT NULL, "id" text NOT NULL, "conversation_id" text NOT NULL, "seq" bigint NOT NULL, "kind" text NOT NULL, "role" text NOT NULL, "author_id" text, "client_id" text, "stored_at" bigint NOT NULL, "body" bytea, "key_id" text NOT NULL, "masks" text, "masked_at" bigint, "detail" text, "subject" bytea NOT NULL, "leaf" bytea NOT NULL, CONSTRAINT "PK_1f089a9729babf5976f9edfca7c" PRIMARY KEY ("ordinal"))`,
    );
    await runner.query(
      `CREATE UNIQUE INDEX "IDX_525332d7631ea83065511c44d0" ON "desk"."entries" ("conversation_id", "client_id") `,
    );
    await runner.query(
      `CREATE UNIQUE INDEX "IDX_a17d7616731b0006c316f3de99" ON "desk"."entries" ("conversation_id", "seq") `,
    );
    await runner.query(
      `CREATE TABLE "desk"."counters" ("name" text NOT NULL, "value" bigint NOT NULL, CONSTRAINT "PK_6a570b781e5dc263d6db32bda31" PRIMARY KEY ("name"))`,
    );
    await runner.query(
      `CREATE TABLE "desk"."customers" ("policy_version" text NOT NULL, "category" text NOT NULL, "source" text NOT NULL, "purpose" text NOT NULL, "retention_class" text NOT NULL, "anchor_at" bigint, "id" text NOT NULL, "kind" text NOT NULL, "name" bytea, "email" bytea, "phone" bytea, "key_id" text, "email_index" text, "phone_index" text, "language" text NOT NULL, "created_at" bigint NOT NULL, "merged_into" text, "account_closed_at" bigint, CONSTRAINT "PK_133ec679a801fab5e070f73d3ea" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "IDX_7c4f9377a758798d1dcbcfaf46" ON "desk"."customers" ("phone_index") `);
    await runner.query(`CREATE INDEX "IDX_c9603f9f52b8f8d83760c0b3d7" ON "desk"."customers" ("email_index") `);
    await runner.query(
      `CREATE INDEX "IDX_49c1f445485a1649e7c06de137" ON "desk"."customers" ("retention_class", "anchor_at", "id") `,
    );
    await runner.query(
      `CREATE TABLE "desk"."key_moves" ("id" text NOT NULL, "to_owner" text NOT NULL, "created_at" bigint NOT NULL, CONSTRAINT "PK_3935976606442b11438a4c6d562" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE TABLE "desk"."shop_tokens_used" ("digest" text NOT NULL, "expires_at" bigint NOT NULL, CONSTRAINT "PK_0a84fa10ed0e5abd2f144dcbff5" PRIMARY KEY ("digest"))`,
    );
    await runner.query(`CREATE INDEX "IDX_c29738272e3bc9c5a7b0652cf5" ON "desk"."shop_tokens_used" ("expires_at") `);
    await runner.query(
      `CREATE TABLE "desk"."verification_codes" ("policy_version" text NOT NULL, "category" text NOT NULL, "source" text NOT NULL, "purpose" text NOT NULL, "retention_class" text NOT NULL, "anchor_at" bigint, "id" text NOT NULL, "conversation_id" text NOT NULL, "customer_id" text NOT NULL, "order_id" text, "digest" bytea NOT NULL, "sent_to" bytea NOT NULL, "key_id" text NOT NULL, "created_at" bigint NOT NULL, "expires_at" bigint NOT NULL, "attempts" bigint NOT NULL, "state" text NOT NULL, "decided_at" bigint, CONSTRAINT "PK_18741b6b8bf1680dbf5057421d7" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE INDEX "IDX_34328754490c5f20a3f6fd6fdc" ON "desk"."verification_codes" ("retention_class", "anchor_at", "id") `,
    );
    await runner.query(
      `CREATE INDEX "IDX_cf7ac335771df8056b63a2296e" ON "desk"."verification_codes" ("customer_id", "created_at") `,
    );
    await runner.query(
      `CREATE INDEX "IDX_1c8cdab6d39f1307c2598c40fb" ON "desk"."verification_codes" ("conversation_id", "created_at") `,
    );
    await runner.query(
      `CREATE TABLE "desk"."mails" ("id" text NOT NULL, "owner_id" text NOT NULL, "key_id" text NOT NULL, "recipient" bytea NOT NULL, "recipient_index" text NOT NULL, "subject" bytea NOT NULL, "text" bytea NOT NULL, "hidden" text NOT NULL, "status" text NOT NULL, "attempts" bigint NOT NULL, "created_at" bigint NOT NULL, "expires_at" bigint, "next_attempt_at" bigint, "sent_at" bigint, "error" text, "claimed_by" text, "claimed_until" bigint, "policy_version" text NOT NULL, "category" text NOT NULL, "source" text NOT NULL, "purpose" text NOT NULL, "retention_class" text NOT NULL, "anchor_at" bigint, CONSTRAINT "PK_218248d7dfe1b739f06e2309349" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE INDEX "IDX_e014323fa6b157ee2263969fce" ON "desk"."mails" ("retention_class", "anchor_at", "id") `,
    );
    await runner.query(`CREATE INDEX "IDX_4b3f8d8b60574b5c510e69b63c" ON "desk"."mails" ("owner_id") `);
    await runner.query(`CREATE INDEX "IDX_6c3df53f25736bb10d12a31192" ON "desk"."mails" ("recipient_index", "id") `);
    await runner.query(
      `CREATE INDEX "IDX_b66cd960b09d2f4e599e9259ee" ON "desk"."mails" ("status", "next_attempt_at") `,
    );
    await runner.query(
      `CREATE TABLE "desk"."policy_versions" ("id" text NOT NULL, "number" bigint NOT NULL, "pack" text NOT NULL, "published_at" bigint NOT NULL, "effective_at" bigint NOT NULL, "last_updated" bigint NOT NULL, "status" text NOT NULL, "digest" bytea NOT NULL, CONSTRAINT "UQ_1094cca009e90030e2b3625ba1c" UNIQUE ("number"), CONSTRAINT "PK_125d2970fc66a316f84af16812e" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE TABLE "desk"."retention_sweeps" ("id" text NOT NULL, "slot" text NOT NULL, "by" text NOT NULL, "at" bigint NOT NULL, "started_at" bigint NOT NULL, "finished_at" bigint, "holder" text NOT NULL, "held_until" bigint NOT NULL, "position" text NOT NULL, "deleted" bigint NOT NULL, "anonymised" bigint NOT NULL, "kept" bigint NOT NULL, "rows" bigint NOT NULL, CONSTRAINT "UQ_70454d91cba947e82fdc7f1fe82" UNIQUE ("slot"), CONSTRAINT "PK_69137f523a21c65f1bd2cc6211f" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "IDX_07ea49198a9ce51add77aed0f6" ON "desk"."retention_sweeps" ("finished_at") `);
    await runner.query(
      `CREATE TABLE "desk"."imports" ("id" text NOT NULL, "name" text NOT NULL, "format" text NOT NULL, "status" text NOT NULL, "started_by" text, "started_at" bigint NOT NULL, "active_at" bigint NOT NULL, "finished_at" bigint, "read" bigint NOT NULL, "created" bigint NOT NULL, "updated" bigint NOT NULL, "unchanged" bigint NOT NULL, "failed" bigint NOT NULL, "faults" text NOT NULL, CONSTRAINT "PK_ea10c62f5eb1d75e83d8b5225db" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "IDX_0593ed468c75a73edbdc10ae15" ON "desk"."imports" ("started_at", "id") `);
    await runner.query(
      `CREATE TABLE "desk"."orders" ("policy_version" text NOT NULL, "category" text NOT NULL, "source" text NOT NULL, "purpose" text NOT NULL, "retention_class" text NOT NULL, "anchor_at" bigint, "id" text NOT NULL, "shop" text NOT NULL, "external_id" text NOT NULL, "number" text NOT NULL, "number_key" text NOT NULL, "customer_id" text, "source_updated_at" bigint NOT NULL, "content" bytea NOT NULL, "currency" text NOT NULL, "subtotal" bigint NOT NULL, "discount" bigint NOT NULL, "shipping" bigint NOT NULL, "tax" bigint NOT NULL, "total" bigint NOT NULL, "taxes_included" boolean NOT NULL, "payment_status" text NOT NULL, "fulfilment_status" text NOT NULL, "placed_at" bigint NOT NULL, "delivered_at" bigint, "country" text, "title" text NOT NULL, "line_count" bigint NOT NULL, "name" bytea, "address" bytea, "key_id" text, CONSTRAINT "PK_710e2d4957aa5878dfe94e4ac2f" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE INDEX "IDX_b283d60995401f13270e518034" ON "desk"."orders" ("retention_class", "anchor_at", "id") `,
    );
    await runner.query(`CREATE INDEX "IDX_21c1a450b56ffa7d5a7ef12284" ON "desk"."orders" ("placed_at", "id") `);
    await runner.query(
      `CREATE INDEX "IDX_f8ab0f36a36db369a4d5ad3fa7" ON "desk"."orders" ("customer_id", "placed_at") `,
    );
    await runner.query(`CREATE INDEX "IDX_02240ada769edc56bda613ffc4" ON "desk"."orders" ("number_key") `);
    await runner.query(
      `CREATE UNIQUE INDEX "IDX_1d753c019f0c562ffbc53cf128" ON "desk"."orders" ("shop", "external_id") `,
    );
    await runner.query(
      `CREATE TABLE "desk"."order_extras" ("policy_version" text NOT NULL, "category" text NOT NULL, "source" text NOT NULL, "purpose" text NOT NULL, "retention_class" text NOT NULL, "anchor_at" bigint, "id" text NOT NULL, "customer_id" text NOT NULL, "email" bytea, "phone" bytea, "note" bytea, "raw" bytea NOT NULL, "email_index" text, "phone_index" text, "key_id" text NOT NULL, CONSTRAINT "PK_3e44cb6d62bf53cda93708a1c60" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE INDEX "IDX_64e4f1fd74bc7ac53303cf3066" ON "desk"."order_extras" ("retention_class", "anchor_at", "id") `,
    );
    await runner.query(`CREATE INDEX "IDX_528151b41b4ea832d839526cc8" ON "desk"."order_extras" ("customer_id") `);
    await runner.query(`CREATE INDEX "IDX_2ef99b0b64262d67c6b0b725d8" ON "desk"."order_extras" ("phone_index") `);
    await runner.query(`CREATE INDEX "IDX_b3f30ce4c73ac77a02d539c0fa" ON "desk"."order_extras" ("email_index") `);
    await runner.query(
      `CREATE TABLE "desk"."order_lines" ("id" text NOT NULL, "order_id" text NOT NULL, "position" bigint NOT NULL, "external_id" text, "sku" text, "title" text NOT NULL, "quantity" bigint NOT NULL, "unit_price" bigint NOT NULL, "discount" bigint NOT NULL, "tax" bigint NOT NULL, "total" bigint NOT NULL, CONSTRAINT "PK_627dcd7f1d707de4df241b2da6b" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE UNIQUE INDEX "IDX_887d737613de486d729389fc16" ON "desk"."order_lines" ("order_id", "position") `,
    );
    await runner.query(
      `CREATE TABLE "desk"."sign_in_links" ("id" text NOT NULL, "staff_id" text NOT NULL, "token_hash" text NOT NULL, "created_by" text NOT NULL, "created_at" bigint NOT NULL, "expires_at" bigint NOT NULL, "used_at" bigint, CONSTRAINT "UQ_7e056095bb858289789025d055c" UNIQUE ("token_hash"), CONSTRAINT "PK_2097ee1b62272fac6526b35398e" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "IDX_acf6dc0d357df8aec47a35d4ac" ON "desk"."sign_in_links" ("expires_at") `);
    await runner.query(`CREATE INDEX "IDX_26a13ef5e29028456b042d3122" ON "desk"."sign_in_links" ("staff_id") `);
    await runner.query(
      `CREATE TABLE "desk"."sign_ins" ("id" text NOT NULL, "staff_id" text, "at" bigint NOT NULL, "way" text NOT NULL, CONSTRAINT "PK_4579b825694df5090ed8a003735" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "IDX_a29b1bac217608365041cf3856" ON "desk"."sign_ins" ("at", "id") `);
    await runner.query(`CREATE INDEX "IDX_c924d5cae7ec3138fef058b423" ON "desk"."sign_ins" ("staff_id", "at") `);
    await runner.query(
      `CREATE TABLE "desk"."staff_sessions" ("id" text NOT NULL, "staff_id" text NOT NULL, "signed_in_at" bigint NOT NULL, "seen_at" bigint NOT NULL, CONSTRAINT "PK_b9be2467392ab95efaa3661cce2" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "IDX_123166b4fb84b77ed1145b4ff6" ON "desk"."staff_sessions" ("signed_in_at") `);
    await runner.query(`CREATE INDEX "IDX_99c4811f48ad9ef8108069e28b" ON "desk"."staff_sessions" ("seen_at") `);
    await runner.query(`CREATE INDEX "IDX_ae03d284bbb21fcd9dee7c1b61" ON "desk"."staff_sessions" ("staff_id") `);
    await runner.query(
      `CREATE TABLE "desk"."staff" ("id" text NOT NULL, "key_id" text NOT NULL, "name" bytea NOT NULL, "email" bytea NOT NULL, "email_index" text NOT NULL, "role" text NOT NULL, "skills" text NOT NULL, "password_hash" text, "created_at" bigint NOT NULL, "last_seen_at" bigint, "disabled_at" bigint, CONSTRAINT "UQ_d766b5e3118a06902414b80f70c" UNIQUE ("email_index"), CONSTRAINT "PK_e4ee98bb552756c180aec1e854a" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "IDX_ee1dbcdaeb794988a59e54c5ba" ON "desk"."staff" ("disabled_at", "id") `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX "desk"."IDX_ee1dbcdaeb794988a59e54c5ba"`);
    await runner.query(`DROP TABLE "desk"."staff"`);
    await runner.query(`DROP INDEX "desk"."IDX_ae03d284bbb21fcd9dee7c1b61"`);
    await runner.query(`DROP INDEX "desk"."IDX_99c4811f48ad9ef8108069e28b"`);
    await runner.query(`DROP INDEX "desk"."IDX_123166b4fb84b77ed1145b4ff6"`);
    await runner.query(`DROP TABLE "desk"."staff_sessions"`);
    await runner.query(`DROP INDEX "desk"."IDX_c924d5cae7ec3138fef058b423"`);
    await runner.query(`DROP INDEX "desk"."IDX_a29b1bac217608365041cf3856"`);
    await runner.query(`DROP TABLE "desk"."sign_ins"`);
    await runner.query(`DROP INDEX "desk"."IDX_26a13ef5e29028456b042d3122"`);
    await runner.query(`DROP INDEX "desk"."IDX_acf6dc0d357df8aec47a35d4ac"`);
    await runner.query(`DROP TABLE "desk"."sign_in_links"`);
    await runner.query(`DROP INDEX "desk"."IDX_887d737613de486d729389fc16"`);
    await runner.query(`DROP TABLE "desk"."order_lines"`);
    await runner.query(`DROP INDEX "desk"."IDX_b3f30ce4c73ac77a02d539c0fa"`);
    await runner.query(`DROP INDEX "desk"."IDX_2ef99b0b64262d67c6b0b725d8"`);
    await runner.query(`DROP INDEX "desk"."IDX_528151b41b4ea832d839526cc8"`);
    await runner.query(`DROP INDEX "desk"."IDX_64e4f1fd74bc7ac53303cf3066"`);
    await runner.query(`DROP TABLE "desk"."order_extras"`);
    await runner.query(`DROP INDEX "desk"."IDX_1d753c019f0c562ffbc53cf128"`);
    await runner.query(`DROP INDEX "desk"."IDX_02240ada769edc56bda613ffc4"`);
    await runner.query(`DROP INDEX "desk"."IDX_f8ab0f36a36db369a4d5ad3fa7"`);
    await runner.query(`DROP INDEX "desk"."IDX_21c1a450b56ffa7d5a7ef12284"`);
    await runner.query(`DROP INDEX "desk"."IDX_b283d60995401f13270e518034"`);
    await runner.query(`DROP TABLE "desk"."orders"`);
    await runner.query(`DROP INDEX "desk"."IDX_0593ed468c75a73edbdc10ae15"`);
    await runner.query(`DROP TABLE "desk"."imports"`);
    await runner.query(`DROP INDEX "desk"."IDX_07ea49198a9ce51add77aed0f6"`);
    await runner.query(`DROP TABLE "desk"."retention_sweeps"`);
    await runner.query(`DROP TABLE "desk"."policy_versions"`);
    await runner.query(`DROP INDEX "desk"."IDX_b66cd960b09d2f4e599e9259ee"`);
    await runner.query(`DROP INDEX "desk"."IDX_6c3df53f25736bb10d12a31192"`);
    await runner.query(`DROP INDEX "desk"."IDX_4b3f8d8b60574b5c510e69b63c"`);
    await runner.query(`DROP INDEX "desk"."IDX_e014323fa6b157ee2263969fce"`);
    await runner.query(`DROP TABLE "desk"."mails"`);
    await runner.query(`DROP INDEX "desk"."IDX_1c8cdab6d39f1307c2598c40fb"`);
    await runner.query(`DROP INDEX "desk"."IDX_cf7ac335771df8056b63a2296e"`);
    await runner.query(`DROP INDEX "desk"."IDX_34328754490c5f20a3f6fd6fdc"`);
    await runner.query(`DROP TABLE "desk"."verification_codes"`);
    await runner.query(`DROP INDEX "desk"."IDX_c29738272e3bc9c5a7b0652cf5"`);
    await runner.query(`DROP TABLE "desk"."shop_tokens_used"`);
    await runner.query(`DROP TABLE "desk"."key_moves"`);
    await runner.query(`DROP INDEX "desk"."IDX_49c1f445485a1649e7c06de137"`);
    await runner.query(`DROP INDEX "desk"."IDX_c9603f9f52b8f8d83760c0b3d7"`);
    await runner.query(`DROP INDEX "desk"."IDX_7c4f9377a758798d1dcbcfaf46"`);
    await runner.query(`DROP TABLE "desk"."customers"`);
    await runner.query(`DROP TABLE "desk"."counters"`);
    await runner.query(`DROP INDEX "desk"."IDX_a17d7616731b0006c316f3de99"`);
    await runner.query(`DROP INDEX "desk"."IDX_525332d7631ea83065511c44d0"`);
    await runner.query(`DROP TABLE "desk"."entries"`);
    await runner.query(`DROP INDEX "desk"."IDX_1567d2c41bc456551bb98e23ea"`);
    await runner.query(`DROP INDEX "desk"."IDX_a6b346f1129ffeb6d3cd9b24c6"`);
    await runner.query(`DROP INDEX "desk"."IDX_d5e3251e5930547e01dca1d1e9"`);
    await runner.query(`DROP INDEX "desk"."IDX_2169597f5484892720ac89e647"`);
    await runner.query(`DROP INDEX "desk"."IDX_c9f0434c15cacf894e996f6908"`);
    await runner.query(`DROP INDEX "desk"."IDX_5e69b83b44d285e714d9349a8f"`);
    await runner.query(`DROP INDEX "desk"."IDX_f8f897401fd91b6b2e8534c226"`);
    await runner.query(`DROP TABLE "desk"."conversations"`);
    await runner.query(`DROP TABLE "desk"."audit_checkpoints"`);
    await runner.query(`DROP INDEX "desk"."IDX_521f38dfeb5701165f6c57f30e"`);
    await runner.query(`DROP TABLE "desk"."audit_numbered"`);
    await runner.query(`DROP TABLE "desk"."audit_segments"`);
    await runner.query(`DROP TABLE "desk"."audit_sequencer"`);
    await runner.query(`DROP TABLE "desk"."audit_leaves"`);
  }
}
