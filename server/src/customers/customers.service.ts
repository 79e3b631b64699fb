import type { Contact, Customer } from '@candour/shared/customers.js';
import { Refused } from '@candour/shared/errors.js';
import { newId } from '@candour/shared/ids.js';
import type { Language } from '@candour/shared/words.js';
import { Inject, Injectable } from '@nestjs/common';
import { In, IsNull, type EntityManager } from 'typeorm';
import { AuditTrail } from '../audit/audit.service.js';
import type { Actor } from '../core/access/actor.js';
import { Clock } from '../core/clock.js';
import { Database, type Tx } from '../core/database/database.js';
import { Vault } from '../core/vault/vault.js';
import { normaliseEmail, normalisePhone, regionOf, shopRegions } from './contact.js';
import { CustomerParts } from './customer-parts.service.js';
import { CustomerRecord, KeyMove, type CustomerKind } from './customer.entity.js';
import { byId, namedRows } from './customer-rows.js';
import { CustomerMerged } from './customers.events.js';
import { sealedContact, type ContactColumns } from './sealed-contact.js';

/** A customer whose key exists already, to be inserted in a unit. */
export interface PreparedCustomer {
  readonly id: string;
  readonly row: CustomerRecord;
}

export interface PreparedContact {
  readonly id: string;
  readonly columns: ContactColumns;
}

export interface Named {
  readonly kind: CustomerKind;
  readonly name: string;
}

export interface NewVisitor {
  readonly language: Language;
  /** Version of the policy that was shown (R5). */
  readonly policyVersion: string;
  /** What they say of themselves, unverified. */
  readonly contact?: Contact | undefined;
}

export interface Identification {
  /** The visitor. */
  readonly from: string;
  /** The identified customer they turned out to be. */
  readonly to: string;
  readonly actor: Actor;
  /** `AuditTrail.subject(to)`, asked before the unit. */
  readonly subject: Uint8Array;
}

/** Who the people are. Names and addresses are sealed; people are found by blind index. */
@Injectable()
export class CustomersService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Vault) private readonly vault: Vault,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(CustomerParts) private readonly parts: CustomerParts,
    @Inject(AuditTrail) private readonly trail: AuditTrail,
  ) {}

  emailIndex(email: string): string {
    return this.vault.blindIndex('email', normaliseEmail(email));
  }

  /** Undefined where it is no phone number. `region`: ISO 3166-1 alpha-2 of a national spelling. */
  phoneIndex(phone: string, region: string): string | undefined {
    const number = normalisePhone(phone, region);
    return number === undefined ? undefined : this.vault.blindIndex('phone', number);
  }

  /** What a phone number may be kept under, when nobody knows in which of the shop's countries it was written. */
  phoneIndexes(phone: string): string[] {
    return [...new Set(shopRegions.flatMap((region) => this.phoneIndex(phone, region) ?? []))];
  }

  /** The same for a number spelled as where the language is spoken. */
  phoneIndexSpoken(phone: string, language: Language): string | undefined {
    return this.phoneIndex(phone, regionOf(language));
  }

  /** Makes a visitor and their key, outside a unit; `insert` puts them down in one. */
  async prepareVisitor({ language, policyVersion, contact = {} }: NewVisitor): Promise<PreparedCustomer> {
    const now = this.clock.now();
    const id = newId(now);
    const row: CustomerRecord = {
      id,
      kind: 'visitor',
      ...(await this.sealContact(id, contact, language)),
      language,
      createdAt: now,
      mergedInto: null,
      accountClosedAt: null,
      policyVersion,
      category: 'C1',
      source: 'provided',
      purpose: 'P5',
      retentionClass: 'chat-unidentified',
      anchorAt: now,
    };
    return { id, row };
  }

  async insert(tx: Tx, prepared: PreparedCustomer): Promise<void> {
    await tx.em.insert(CustomerRecord, prepared.row);
  }

  /** Seals what a visitor says of themselves later, outside a unit; `changeContact` puts it down in one. */
  async prepareContact(customerId: string, contact: Contact, language: Language): Promise<PreparedContact> {
    return { id: customerId, columns: await this.sealContact(customerId, contact, language) };
  }

  /** Changes a visitor's own words about themselves. The record of an identified customer is never touched by a claim. */
  async changeContact(tx: Tx, { id, columns }: PreparedContact): Promise<void> {
    const given = Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== null));
    if (Object.keys(given).length === 0) return;
    await tx.em.update(CustomerRecord, { id, kind: 'visitor', mergedInto: IsNull() }, given);
  }

  /** Removes the record of a visitor of whom nothing else is kept; an identified customer stays. */
  async removeVisitor(tx: Tx, id: string): Promise<void> {
    await tx.em.delete(CustomerRecord, { id, kind: 'visitor' });
  }

  /** Identified customers with this address, oldest first; rarely more than one, never more than ten. */
  findByEmail(email: string): Promise<string[]> {
    return this.database.read(async (em) => {
      const rows = await em.find(CustomerRecord, {
        select: { id: true, mergedInto: true },
        where: { emailIndex: this.emailIndex(email), kind: 'identified' },
        order: { createdAt: 'ASC', id: 'ASC' },
        take: 10,
      });
      return [...new Set(rows.map(({ id, mergedInto }) => mergedInto ?? id))];
    });
  }

  /** The same as `findByEmail`, to stand in a statement of somebody else. @param index where the address's index stands */
  emailOwners(index: string): string {
    return `SELECT COALESCE(merged_into, id) FROM customers WHERE email_index = ${index} AND kind = 'identified'`;
  }

  /** The customers as people may see them, by the id asked for; a merged visitor shows the customer they became. */
  async view(ids: readonly string[]): Promise<Map<string, Customer>> {
    const rows = await this.rows(ids);
    const keys = await this.vault.keys([...rows.values()].flatMap(({ keyId }) => keyId ?? []));
    const views = new Map<string, Customer>();
    for (const [asked, row] of rows) {
      const key = row.keyId === null ? undefined : keys.get(row.keyId);
      const open = (column: 'name' | 'email' | 'phone'): Partial<Customer> => {
        const sealed = row[column];
        if (!key || !sealed) return {};
        return { [column]: this.vault.open(key, { table: 'customers', row: row.id, column }, sealed) };
      };
      const { id, kind, language, createdAt } = row;
      views.set(asked, { id, kind, ...open('name'), ...open('email'), ...open('phone'), language, createdAt });
    }
    return views;
  }

  /** Those of them whom the desk knows, not a browser alone. */
  async identified(em: EntityManager, ids: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await byId(em, ids);
    return new Set([...rows.values()].flatMap(({ id, kind }) => (kind === 'identified' ? id : [])));
  }

  /** Names only, for lists; who has not said one is absent. */
  async names(ids: readonly string[]): Promise<Map<string, string>> {
    return new Map([...(await this.named(ids))].map(([id, { name }]) => [id, name]));
  }

  /** The same, with what kind of customer each is: the name of an identified one is shown to who may know it. */
  async named(ids: readonly string[]): Promise<Map<string, Named>> {
    if (ids.length === 0) return new Map();
    const { rows: list, sql } = namedRows[this.database.engine];
    const rows = list.read(await this.database.read((em) => em.query(sql, [JSON.stringify([...new Set(ids)])])));
    const keys = await this.vault.keys(rows.map(({ keyId }) => keyId));
    const names = new Map<string, Named>();
    for (const { asked, id, kind, keyId, name } of rows) {
      const key = keys.get(keyId);
      if (!key) continue;
      names.set(asked, { kind, name: this.vault.open(key, { table: 'customers', row: id, column: 'name' }, name) });
    }
    return names;
  }

  /**
   * A visitor is now known to be this customer: everything of theirs is the customer's, in this one unit. What they
   * claimed of themselves goes. The keys follow after the commit, also after a crash.
   * @throws Refused `not-found`, or `move-refused` where `from` is no visitor or `to` is not identified.
   */
  async identify(tx: Tx, { from, to: proved, actor, subject }: Identification): Promise<void> {
    const to = await this.current(tx.em, proved);
    if (from === to) return;
    const rows = await tx.em.findBy(CustomerRecord, { id: In([from, to]) });
    const visitor = rows.find(({ id }) => id === from);
    const customer = rows.find(({ id }) => id === to);
    if (!visitor || !customer) throw new Refused('not-found');
    if (visitor.mergedInto === to) return;
    if (visitor.kind !== 'visitor' || visitor.mergedInto !== null || customer.kind !== 'identified') {
      throw new Refused('move-refused');
    }
    const now = this.clock.now();
    const emptied = { name: null, email: null, phone: null, keyId: null, emailIndex: null, phoneIndex: null };
    await tx.em.update(CustomerRecord, { id: from }, { ...emptied, mergedInto: to });
    await this.touch(tx, to, now);
    await this.parts.merge(tx, from, to);
    const move = { id: newId(now), fromOwner: from, toOwner: to, createdAt: now };
    await tx.em.insert(KeyMove, { ...move, kind: 'given', madeFor: null });
    await this.trail.record(tx, { actor, verb: 'customer.identified', about: [], subject });
    tx.tell(new CustomerMerged(from, to));
  }

  /** The customer was active: dormancy counts from here (policy R35). */
  async touch(tx: Tx, customerId: string, at: number): Promise<void> {
    await tx.em.query('UPDATE customers SET anchor_at = $1 WHERE id = $2 AND anchor_at < $3', [at, customerId, at]);
  }

  /** Whom this customer was merged into meanwhile; else themselves. */
  async current(em: EntityManager, id: string): Promise<string> {
    const row = await em.findOne(CustomerRecord, { select: { id: true, mergedInto: true }, where: { id } });
    return row?.mergedInto ?? id;
  }

  private async rows(ids: readonly string[]): Promise<Map<string, CustomerRecord>> {
    return this.database.read(async (em) => {
      const found = await byId(em, ids);
      const merged = [...found.values()].flatMap(({ mergedInto }) => mergedInto ?? []);
      const targets = await byId(em, merged);
      for (const [asked, row] of found) {
        const target = row.mergedInto === null ? undefined : targets.get(row.mergedInto);
        if (target) found.set(asked, target);
      }
      return found;
    });
  }

  private async sealContact(id: string, contact: Contact, language: Language): Promise<ContactColumns> {
    const { name, email, phone } = contact;
    const needed = name !== undefined || email !== undefined || phone !== undefined;
    const key = needed ? await this.vault.keyFor(id, 'contact') : undefined;
    return sealedContact(this.vault, key, id, {
      name,
      email,
      phone,
      emailIndex: email === undefined ? undefined : this.emailIndex(email),
      phoneIndex: phone === undefined ? undefined : this.phoneIndex(phone, regionOf(language)),
    });
  }
}
