import { newId } from '@candour/shared/ids.js';
import type { Language } from '@candour/shared/words.js';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../core/clock.js';
import { Database, type Tx } from '../core/database/database.js';
import { eachTextOf, RowSet, type Cell } from '../core/database/rows.js';
import { Vault } from '../core/vault/vault.js';
import { regionOf } from './contact.js';
import { CustomersService } from './customers.service.js';
import { sealedContact } from './sealed-contact.js';

/** The person an order of the shop belongs to. */
export interface OrderPerson {
  readonly name?: string | undefined;
  readonly email?: string | undefined;
  readonly phone?: string | undefined;
  /** ISO 3166-1 alpha-2, for phone numbers in national spelling. */
  readonly country?: string | undefined;
  readonly language: Language;
  readonly placedAt: number;
}

export interface AssignedPerson {
  readonly customerId: string;
  readonly emailIndex: string | undefined;
  readonly phoneIndex: string | undefined;
}

/** Whose the orders of a batch are, to be put down in a unit by `apply`. */
export interface AssignedPeople {
  /** In the order of the people asked for. */
  readonly people: readonly AssignedPerson[];
  readonly fresh: readonly (readonly Cell[])[];
  /** Indexes that led to nobody when the customers of `fresh` were made. */
  readonly unclaimed: readonly string[];
  /** Known customers, and when they were last active. */
  readonly known: ReadonlyMap<string, number>;
}

interface Found {
  id: string;
  emailIndex: string | null;
  phoneIndex: string | null;
}

/** Finds or makes the customers of many orders at once, in a constant number of statements. */
@Injectable()
export class OrderCustomers {
  private readonly rows: RowSet;
  private readonly activity: RowSet;

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Vault) private readonly vault: Vault,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(CustomersService) private readonly customers: CustomersService,
  ) {
    this.rows = new RowSet(
      database.engine,
      'customers',
      {
        id: 'text',
        name: 'bytes',
        email: 'bytes',
        phone: 'bytes',
        key_id: 'text',
        email_index: 'text',
        phone_index: 'text',
        language: 'text',
        created_at: 'int',
        policy_version: 'text',
        anchor_at: 'int',
      },
      {
        kind: "'identified'",
        category: "'C1'",
        source: "'provided'",
        purpose: "'P2'",
        retention_class: "'account'",
      },
    );
    this.activity = new RowSet(database.engine, 'customers', { id: 'text', anchor_at: 'int' });
  }

  /**
   * An order belongs to the customer with its e-mail; without an e-mail to the one with its phone number; else to a
   * new one. Outside a unit: keys are made.
   */
  async prepare(people: readonly OrderPerson[], policyVersion: string): Promise<AssignedPeople> {
    const indexed = people.map((person) => ({
      person,
      emailIndex: person.email === undefined ? undefined : this.customers.emailIndex(person.email),
      phoneIndex:
        person.phone === undefined
          ? undefined
          : this.customers.phoneIndex(person.phone, person.country ?? regionOf(person.language)),
    }));
    const sought = indexed.flatMap(({ emailIndex, phoneIndex }) => emailIndex ?? phoneIndex ?? []);
    const claimed = new Map<string, string>();
    for (const row of await this.database.read((em) => this.lookUp(em, sought))) {
      for (const index of [row.emailIndex, row.phoneIndex]) {
        if (index !== null && !claimed.has(index)) claimed.set(index, row.id);
      }
    }
    const now = this.clock.now();
    const known = new Map<string, number>();
    const made = new Map<string, { id: string; by: (typeof indexed)[number]; at: number }>();
    const unclaimed: string[] = [];
    const assigned = indexed.map((by): AssignedPerson => {
      const { emailIndex, phoneIndex, person } = by;
      const index = emailIndex ?? phoneIndex;
      let customerId = index === undefined ? undefined : claimed.get(index);
      if (customerId === undefined) {
        customerId = newId(now);
        made.set(customerId, { id: customerId, by, at: person.placedAt });
        if (index !== undefined) {
          claimed.set(index, customerId);
          unclaimed.push(index);
        }
      } else {
        const fresh = made.get(customerId);
        if (fresh) fresh.at = Math.max(fresh.at, person.placedAt);
        else known.set(customerId, Math.max(known.get(customerId) ?? 0, person.placedAt));
      }
      return { customerId, emailIndex, phoneIndex };
    });
    const keys = await this.vault.keysFor(made.keys(), 'contact');
    const fresh = [...made.values()].map(({ id, by: { person, emailIndex, phoneIndex }, at }): Cell[] => {
      const { name, email, phone } = person;
      const sealed = sealedContact(this.vault, keys.get(id), id, { name, email, phone, emailIndex, phoneIndex });
      return [
        id,
        sealed.name,
        sealed.email,
        sealed.phone,
        sealed.keyId,
        sealed.emailIndex,
        sealed.phoneIndex,
        person.language,
        now,
        policyVersion,
        at,
      ];
    });
    return { people: assigned, fresh, unclaimed, known };
  }

  /** Puts the people down. False, before anything is written: they changed meanwhile and are to be prepared again. */
  async apply(tx: Tx, { fresh, unclaimed, known }: AssignedPeople): Promise<boolean> {
    if ((await this.lookUp(tx.em, unclaimed)).length > 0) return false;
    const ids = [...known.keys()];
    const rows = await tx.em.query<{ id: string; at: number }[]>(
      `SELECT id, anchor_at AS at FROM customers
       WHERE merged_into IS NULL AND id IN (SELECT j.value FROM ${eachTextOf(this.database.engine, '$1')})`,
      [JSON.stringify(ids)],
    );
    if (rows.length < ids.length) return false;
    await this.rows.insert(tx.em, fresh);
    const later = rows.flatMap(({ id, at }): Cell[][] => {
      const active = known.get(id) ?? at;
      return active > at ? [[id, active]] : [];
    });
    await this.activity.update(tx.em, later);
    return true;
  }

  private async lookUp(em: EntityManager, indexes: readonly string[]): Promise<Found[]> {
    if (indexes.length === 0) return [];
    const engine = this.database.engine;
    // The address of one who was merged leads to whom they were merged into.
    const columns = 'w.id AS id, c.email_index AS "emailIndex", c.phone_index AS "phoneIndex"';
    const by = (column: string): string =>
      `SELECT ${columns} FROM customers c JOIN customers w ON w.id = COALESCE(c.merged_into, c.id)
       WHERE c.${column} IN (SELECT j.value FROM ${eachTextOf(engine, '$1')}) AND c.kind = 'identified'
         AND w.merged_into IS NULL AND w.account_closed_at IS NULL`;
    return em.query<Found[]>(`${by('email_index')} UNION ${by('phone_index')} ORDER BY id`, [JSON.stringify(indexes)]);
  }
}
