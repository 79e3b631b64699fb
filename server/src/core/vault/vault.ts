import { createHmac, randomBytes } from 'node:crypto';
import { newId } from '@candour/shared/ids.js';
import { In, IsNull, LessThanOrEqual, MoreThan, Not, type FindManyOptions } from 'typeorm';
import type { Clock } from '../clock.js';
import type { Database } from '../database/database.js';
import { eachTextOf, RowSet } from '../database/rows.js';
import { AgingCache } from './aging-cache.js';
import { DataKeyRow } from './data-key.entity.js';
import type { MasterKey } from './master-key.js';
import { open, seal, secretOf, type DataKey, type Place } from './sealing.js';

/**
 * What one owner's records are sealed with, apart: a family is shredded when its last record has gone, and
 * invoices outlive chats. `subject` is the salt of the owner's hash in the audit.
 */
export const keyFamilies = ['conversation', 'contact', 'order', 'bookkeeping', 'mail', 'staff', 'subject'] as const;
export type KeyFamily = (typeof keyFamilies)[number];

/** Keys kept in memory by id and as many by owner, some 700 bytes each, where nothing else is said. */
const CACHE = 50_000;

/** A key without its bytes. */
export interface KeyFacts {
  readonly id: string;
  readonly ownerId: string;
  readonly family: KeyFamily;
}

export class Vault {
  private readonly wrapping: Buffer;
  private readonly blinding: Buffer;
  private readonly byId: AgingCache<DataKey>;
  private readonly byOwner: AgingCache<Promise<DataKey>>;
  private readonly rows: RowSet;
  private readonly create: (row: DataKeyRow) => Promise<void>;

  constructor(
    private readonly store: Database,
    private readonly master: MasterKey,
    private readonly clock: Clock,
    cached = CACHE,
  ) {
    this.byId = new AgingCache(clock, cached);
    this.byOwner = new AgingCache(clock, cached);
    this.wrapping = master.derive('wrap data keys');
    this.blinding = master.derive('blind index');
    this.rows = new RowSet(store.engine, 'data_keys', {
      id: 'text',
      owner_id: 'text',
      family: 'text',
      wrapped: 'bytes',
      created_at: 'int',
      shredded_at: 'int',
    });
    this.create = store.coalesce(async (tx, rows) => {
      await tx.em.insert(DataKeyRow, [...rows]);
      return rows.map(() => undefined);
    });
  }

  /** The owner's key of a family, made and committed in the key store before it is given out. */
  keyFor(ownerId: string, family: KeyFamily): Promise<DataKey> {
    const slot = `${ownerId}|${family}`;
    const known = this.byOwner.get(slot);
    if (known) return known;
    const found = this.findOrMake(ownerId, family);
    this.byOwner.set(slot, found);
    found.catch(() => this.byOwner.delete(slot));
    return found;
  }

  /** The keys of many owners, in a constant number of statements for each 500 of them. */
  async keysFor(ownerIds: Iterable<string>, family: KeyFamily): Promise<Map<string, DataKey>> {
    const keys = new Map<string, DataKey>();
    const missing: string[] = [];
    for (const ownerId of new Set(ownerIds)) {
      const known = this.byOwner.get(`${ownerId}|${family}`);
      if (known) keys.set(ownerId, await known);
      else missing.push(ownerId);
    }
    for (let i = 0; i < missing.length; i += 500) {
      for (const [ownerId, key] of await this.findOrMakeMany(missing.slice(i, i + 500), family)) {
        keys.set(ownerId, key);
        this.byOwner.set(`${ownerId}|${family}`, Promise.resolve(key));
      }
    }
    return keys;
  }

  /** Keys by id. One that was shredded, or never was, is absent. */
  async keys(ids: Iterable<string>): Promise<Map<string, DataKey>> {
    const found = new Map<string, DataKey>();
    const missing: string[] = [];
    for (const id of new Set(ids)) {
      const known = this.byId.get(id);
      if (known) found.set(id, known);
      else missing.push(id);
    }
    for (let i = 0; i < missing.length; i += 500) {
      const rows = await this.store.read((em) =>
        em.query<Pick<DataKeyRow, 'id' | 'wrapped'>[]>(
          `SELECT k.id, k.wrapped FROM ${eachTextOf(this.store.engine, '$1')} JOIN data_keys k ON k.id = j.value
           WHERE k.wrapped IS NOT NULL`,
          [JSON.stringify(missing.slice(i, i + 500))],
        ),
      );
      for (const row of rows) found.set(row.id, this.unwrap(row));
    }
    return found;
  }

  seal(key: DataKey, place: Place, text: string): Buffer {
    return seal(key, place, text);
  }

  /** @throws Error when the value was changed or moved. */
  open(key: DataKey, place: Place, sealed: Uint8Array): string {
    return open(key, place, sealed);
  }

  /** The owner's pseudonym in the audit: cannot be made again once the owner's `subject` key is shredded. */
  async subjectDigest(ownerId: string): Promise<Buffer> {
    const key = await this.keyFor(ownerId, 'subject');
    return createHmac('sha256', secretOf(key.bytes)).update(ownerId).digest();
  }

  /** Keyed look-up value of a normalised e-mail, phone or number; finds a person without storing them in clear. */
  blindIndex(kind: string, normalised: string): string {
    return createHmac('sha256', secretOf(this.blinding)).update(`${kind}\0${normalised}`).digest('base64url');
  }

  /** A 256-bit key for one use outside the database (visitor tokens, session ids). */
  derive(label: string): Buffer {
    return this.master.derive(label);
  }

  /**
   * When two customers become one, the keys of the first belong to the second. The salt of the first stays behind: the
   * second goes on under the pseudonym it has.
   */
  async reassign(fromOwner: string, toOwner: string): Promise<void> {
    const which = { ownerId: fromOwner, family: Not('subject' as const) };
    await this.store.write((tx) => tx.em.update(DataKeyRow, which, { ownerId: toOwner }));
    this.forgetOwner(fromOwner);
  }

  /**
   * The same where it may be undone: the keys belong to the second and go with them, but seal nothing new, so that
   * what is written from now on needs no key of the first. Safe to run twice.
   */
  async lend(fromOwner: string, toOwner: string): Promise<void> {
    await this.store.write(async (tx) => {
      const which = { ownerId: fromOwner, family: Not('subject' as const) };
      await tx.em.update(DataKeyRow, { ...which, cameFrom: IsNull() }, { cameFrom: fromOwner });
      await tx.em.update(DataKeyRow, which, { ownerId: toOwner });
    });
    this.forgetOwner(fromOwner);
  }

  /** Undoes `lend`. @param madeFor owners whose keys go back: `owner`, and those whose keys they had been lent. */
  async giveBack(owner: string, fromHolder: string, madeFor: readonly string[]): Promise<void> {
    await this.store.write(async (tx) => {
      const which = { ownerId: fromHolder, cameFrom: In([...madeFor]) };
      await tx.em.update(DataKeyRow, which, { ownerId: owner });
      await tx.em.update(DataKeyRow, { ownerId: owner, cameFrom: owner }, { cameFrom: null });
    });
    this.forgetOwner(owner);
  }

  /** Destroys an owner's keys, of one family or of all. What they sealed cannot be read by anyone any more. */
  async shred(ownerId: string, family?: KeyFamily): Promise<number> {
    const which = { ownerId, ...(family ? { family } : {}), wrapped: Not(IsNull()) };
    const gone = await this.store.write(async (tx) => {
      const rows = await tx.em.findBy(DataKeyRow, which);
      await tx.em.update(DataKeyRow, which, { wrapped: null, shreddedAt: this.clock.now() });
      return rows;
    });
    for (const row of gone) this.byId.delete(row.id);
    this.forgetOwner(ownerId);
    return gone.length;
  }

  /**
   * The first step of shredding while people write: from now on these owners get a new key of the family, what the
   * old ones sealed can still be read. Whoever was given an old key has long stored its row when it is shredded.
   */
  async retire(family: KeyFamily, ownerIds: readonly string[]): Promise<number> {
    const which = { family, ownerId: In([...ownerIds]), wrapped: Not(IsNull()), retiredAt: IsNull() };
    const done = await this.store.write((tx) => tx.em.update(DataKeyRow, which, { retiredAt: this.clock.now() }));
    for (const ownerId of ownerIds) this.byOwner.delete(`${ownerId}|${family}`);
    return done.affected ?? 0;
  }

  /** Keys retired at or before `before` that can still open something, oldest first. */
  retired(before: number, limit: number): Promise<KeyFacts[]> {
    const where = { retiredAt: LessThanOrEqual(before), wrapped: Not(IsNull()) };
    return this.facts({ where, order: { retiredAt: 'ASC', id: 'ASC' }, take: limit });
  }

  /** Keys in use that were made at or before `before`, in the order of their ids. */
  live(before: number, after: string, limit: number): Promise<KeyFacts[]> {
    const where = {
      id: MoreThan(after),
      createdAt: LessThanOrEqual(before),
      retiredAt: IsNull(),
      wrapped: Not(IsNull()),
    };
    return this.facts({ where, order: { id: 'ASC' }, take: limit });
  }

  /** Takes a retirement back: something stored needs the keys after all. */
  async revive(keyIds: readonly string[]): Promise<void> {
    await this.store.write((tx) => tx.em.update(DataKeyRow, { id: In([...keyIds]) }, { retiredAt: null }));
  }

  /** Destroys single keys that were retired before. */
  async shredRetired(keyIds: readonly string[]): Promise<number> {
    const which = { id: In([...keyIds]), retiredAt: Not(IsNull()), wrapped: Not(IsNull()) };
    const shreddedAt = this.clock.now();
    const done = await this.store.write((tx) => tx.em.update(DataKeyRow, which, { wrapped: null, shreddedAt }));
    for (const id of keyIds) this.byId.delete(id);
    return done.affected ?? 0;
  }

  private facts(options: FindManyOptions<DataKeyRow>): Promise<KeyFacts[]> {
    return this.store.read((em) =>
      em.find(DataKeyRow, { ...options, select: { id: true, ownerId: true, family: true } }),
    ) as Promise<KeyFacts[]>;
  }

  private forgetOwner(ownerId: string): void {
    for (const family of keyFamilies) this.byOwner.delete(`${ownerId}|${family}`);
  }

  private async findOrMake(ownerId: string, family: KeyFamily): Promise<DataKey> {
    const [row] = await this.store.read((em) =>
      em.find(DataKeyRow, {
        where: { ownerId, family, wrapped: Not(IsNull()), retiredAt: IsNull(), cameFrom: IsNull() },
        order: { createdAt: 'DESC', id: 'DESC' },
        take: 1,
      }),
    );
    if (row) return this.unwrap(row);
    const { key, made } = this.makeKey(ownerId, family);
    await this.create(made);
    this.byId.set(key.id, key);
    return key;
  }

  private async findOrMakeMany(ownerIds: readonly string[], family: KeyFamily): Promise<Map<string, DataKey>> {
    const rows = await this.store.read((em) =>
      em.find(DataKeyRow, {
        where: {
          ownerId: In([...ownerIds]),
          family,
          wrapped: Not(IsNull()),
          retiredAt: IsNull(),
          cameFrom: IsNull(),
        },
        order: { createdAt: 'ASC', id: 'ASC' },
      }),
    );
    const keys = new Map(rows.map((row) => [row.ownerId, this.unwrap(row)]));
    const made = ownerIds
      .filter((ownerId) => !keys.has(ownerId))
      .map((ownerId) => ({ ownerId, ...this.makeKey(ownerId, family) }));
    await this.store.write((tx) =>
      this.rows.insert(
        tx.em,
        made.map(({ made: row }) => [row.id, row.ownerId, row.family, row.wrapped, row.createdAt, row.shreddedAt]),
      ),
    );
    for (const { ownerId, key } of made) {
      keys.set(ownerId, key);
      this.byId.set(key.id, key);
    }
    return keys;
  }

  private makeKey(ownerId: string, family: KeyFamily): { key: DataKey; made: DataKeyRow } {
    const createdAt = this.clock.now();
    const key: DataKey = { id: newId(createdAt), bytes: randomBytes(32) };
    const wrapped = seal({ id: 'master', bytes: this.wrapping }, placeOf(key.id), key.bytes.toString('base64'));
    return {
      key,
      made: { id: key.id, ownerId, family, wrapped, createdAt, cameFrom: null, retiredAt: null, shreddedAt: null },
    };
  }

  private unwrap(row: Pick<DataKeyRow, 'id' | 'wrapped'>): DataKey {
    const known = this.byId.get(row.id);
    if (known) return known;
    if (!row.wrapped) throw new Error('A shredded key cannot be unwrapped.');
    const text = open({ id: 'master', bytes: this.wrapping }, placeOf(row.id), row.wrapped);
    const key: DataKey = { id: row.id, bytes: Buffer.from(text, 'base64') };
    this.byId.set(row.id, key);
    return key;
  }
}

const placeOf = (id: string): Place => ({ table: 'data_keys', row: id, column: 'wrapped' });
