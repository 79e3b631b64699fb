import { DAY, HOUR } from '@candour/shared/instant.js';
import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { AuditTrail } from '../audit/audit.service.js';
import { system } from '../core/access/actor.js';
import { Clock } from '../core/clock.js';
import { Database } from '../core/database/database.js';
import { DataKeyRow } from '../core/vault/data-key.entity.js';
import { Vault, type KeyFamily, type KeyFacts } from '../core/vault/vault.js';
import { keyColumns } from './completeness.js';
import { Keepers } from './keepers.js';

/** Between a key's retirement and its end: whoever was given it before has long stored what it sealed. */
export const KEY_GRACE = HOUR;
/** Younger keys may still wait for their first record. */
const ORPHAN_AGE = DAY;
const PAGE = 200;

/** Shreds the data keys that nothing stored needs any more, keys last. */
@Injectable()
export class KeySweep {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    private readonly keepers: Keepers,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Retires the keys of owners whose last record of a family has gone, and their audit salt with the last of all. */
  async retireUnused(families: readonly KeyFamily[], ownerIds: readonly string[]): Promise<void> {
    for (const family of new Set<KeyFamily>([...families, 'subject'])) {
      for (let from = 0; from < ownerIds.length; from += PAGE) {
        const some = ownerIds.slice(from, from + PAGE);
        const used = await this.database.read((em) => this.usedBy(em, family, some));
        const free = some.filter((ownerId) => !used.has(ownerId));
        if (free.length > 0) await this.vault.retire(family, free);
      }
    }
  }

  /** Finds keys without a record: a crash cut a deletion off before its keys, or a key was never used. */
  async retireOrphans(): Promise<void> {
    const madeBefore = this.clock.now() - ORPHAN_AGE;
    let last = '';
    for (;;) {
      const page = await this.vault.live(madeBefore, last, PAGE);
      const byFamily = new Map<KeyFamily, Set<string>>();
      for (const { family, ownerId } of page) {
        byFamily.set(family, (byFamily.get(family) ?? new Set()).add(ownerId));
      }
      for (const [family, owners] of byFamily) {
        const used = await this.database.readLong((em) => this.usedBy(em, family, [...owners]));
        const free = [...owners].filter((ownerId) => !used.has(ownerId));
        if (free.length > 0) await this.vault.retire(family, free);
      }
      const end = page.at(-1);
      if (!end || page.length < PAGE) return;
      last = end.id;
    }
  }

  /**
   * Destroys what was retired an hour ago or earlier. Asks every sealed table itself before, whatever its keeper
   * said, and takes the retirement back where a row still needs the key. Answers how many were destroyed.
   */
  async shredRetired(): Promise<number> {
    let shredded = 0;
    for (;;) {
      const keys = await this.vault.retired(this.clock.now() - KEY_GRACE, PAGE);
      if (keys.length === 0) return shredded;
      const needed = await this.database.readLong((em) => neededKeys(em, keys));
      if (needed.size > 0) await this.vault.revive([...needed]);
      const free = keys.flatMap(({ id }) => (needed.has(id) ? [] : id));
      if (free.length === 0) continue;
      const digest = this.audit.digest(free);
      await this.database.write((tx) =>
        this.audit.record(tx, { actor: system('key-sweep'), verb: 'keys.shredded', about: [], digest }),
      );
      shredded += await this.vault.shredRetired(free);
    }
  }

  /** A family that no keeper knows is in use: better a key too many than a record that nobody can read. */
  private async usedBy(em: EntityManager, family: KeyFamily, ownerIds: readonly string[]): Promise<Set<string>> {
    const used = new Set<string>();
    let known = false;
    for (const { swept } of this.keepers.all()) {
      for (const record of swept) {
        const asked = family === 'subject' ? record.families : record.families.filter((name) => name === family);
        for (const name of asked) {
          known = true;
          for (const ownerId of await record.sealedOwners(em, name, ownerIds)) used.add(ownerId);
        }
      }
    }
    return known ? used : new Set(ownerIds);
  }
}

async function neededKeys(em: EntityManager, keys: readonly KeyFacts[]): Promise<Set<string>> {
  const ids = keys.map(({ id }) => id);
  const needed = new Set<string>();
  for (const entity of em.connection.entityMetadatas) {
    if (entity.target === DataKeyRow) continue;
    for (const { propertyName } of keyColumns(entity)) {
      const rows = await em
        .createQueryBuilder(entity.target, 'sealed')
        .select(`sealed.${propertyName}`, 'key')
        .distinct(true)
        .where({ [propertyName]: In(ids) })
        .getRawMany<{ key: string }>();
      for (const { key } of rows) needed.add(key);
    }
  }
  return needed;
}
