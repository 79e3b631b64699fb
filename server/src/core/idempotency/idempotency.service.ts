import { createHmac, createSecretKey, type KeyObject } from 'node:crypto';
import { Refused } from '@candour/shared/errors.js';
import { newId } from '@candour/shared/ids.js';
import { DAY } from '@candour/shared/instant.js';
import { Injectable } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { LessThan, type EntityManager } from 'typeorm';
import type { Actor } from '../access/actor.js';
import { Clock } from '../clock.js';
import { Database, type Tx } from '../database/database.js';
import { Vault } from '../vault/vault.js';
import { IdempotencyRecord } from './idempotency.entity.js';

/** How long a key is known; what comes again after it is a new ask. */
export const KEYS_KEPT = 7 * DAY;
const KEY = /^[A-Za-z0-9_-]{8,100}$/;

/** Asks that must not be done twice, each with a key that its sender made. */
@Injectable()
export class Idempotency {
  private readonly digestKey: KeyObject;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    vault: Vault,
  ) {
    this.digestKey = createSecretKey(vault.derive('bodies of idempotent asks'));
  }

  /**
   * Does it, or answers what it made when the same ask came before. The record stands in the unit that does it: a crash
   * leaves both or neither. Of two at the same time one waits for the other and then finds it.
   * @param made does it within the unit, and gives the ids of what was made
   * @throws Refused `key-missing` without a fitting key, `key-reused` for the same key with another body, and
   * `key-in-flight` where the other one has not ended yet.
   */
  async once(
    actor: Actor,
    key: string | undefined,
    body: unknown,
    made: (tx: Tx) => Promise<readonly string[]>,
  ): Promise<{ readonly ids: readonly string[]; readonly again: boolean }> {
    if (key === undefined || !KEY.test(key)) throw new Refused('key-missing');
    const who = nameOf(actor);
    const digest = createHmac('sha256', this.digestKey).update(JSON.stringify(body)).digest();
    try {
      return await this.database.write(async (tx) => {
        const before = await this.known(tx.em, who, key, digest);
        if (before) return { ids: before, again: true };
        const ids = await made(tx);
        const at = this.clock.now();
        const record = { id: newId(at), actor: who, key, body: digest, result: ids, at };
        await tx.em.insert(IdempotencyRecord, record);
        return { ids, again: false };
      });
    } catch (error) {
      if (error instanceof Refused) throw error;
      // On PostgreSQL the second of two waits at the unique index, and fails there when the first is through.
      const before = await this.database.read((em) => this.known(em, who, key, digest));
      if (before) return { ids: before, again: true };
      throw isTaken(error) ? new Refused('key-in-flight') : error;
    }
  }

  /** Forgets keys that are too old to come again. Answers how many. */
  @Cron('29 4 * * *', { timeZone: 'UTC' })
  async sweep(): Promise<number> {
    const before = this.clock.now() - KEYS_KEPT;
    const { affected } = await this.database.write((tx) => tx.em.delete(IdempotencyRecord, { at: LessThan(before) }));
    return affected ?? 0;
  }

  private async known(
    em: EntityManager,
    actor: string,
    key: string,
    digest: Buffer,
  ): Promise<readonly string[] | undefined> {
    const row = await em.findOneBy(IdempotencyRecord, { actor, key });
    if (row && !row.body.equals(digest)) throw new Refused('key-reused');
    return row?.result;
  }
}

function nameOf(actor: Actor): string {
  if (actor.kind === 'staff') return `staff:${actor.id}`;
  return actor.kind === 'visitor' ? `visitor:${actor.visitorId}` : `system:${actor.name}`;
}

const isTaken = (error: unknown): boolean =>
  typeof error === 'object' &&
  error !== null &&
  'code' in error &&
  (error.code === '23505' || error.code === 'SQLITE_CONSTRAINT');
