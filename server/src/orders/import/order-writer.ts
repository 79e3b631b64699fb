import { createHmac, createSecretKey, type KeyObject } from 'node:crypto';
import { newId } from '@candour/shared/ids.js';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditTrail } from '../../audit/audit.service.js';
import type { Actor } from '../../core/access/actor.js';
import { Clock } from '../../core/clock.js';
import { Database, type Tx } from '../../core/database/database.js';
import { eachTextOf } from '../../core/database/rows.js';
import type { DataKey } from '../../core/vault/sealing.js';
import { Vault } from '../../core/vault/vault.js';
import { OrderCustomers, type AssignedPerson } from '../../customers/order-customers.service.js';
import { anonymisedId } from '../anonymised.js';
import { NAME_WORD, nameWords } from '../order-names.rules.js';
import { extrasAnchor, orderNumberKey } from '../orders.rules.js';
import type { IncomingOrder } from './incoming.rules.js';
import { partRowsOf } from './order-part-rows.js';
import { OrderTables, type OrderRows } from './order-tables.js';

/** An order of a file, with what of its source is kept. */
export interface ReadOrder {
  readonly order: IncomingOrder;
  readonly raw: string;
}

export interface Written {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
}

export interface WriteContext {
  readonly actor: Actor;
  /** The file it stands in; absent where its shop told of it. */
  readonly importId?: string;
  readonly policyVersion: string;
  /** What else the unit writes: how far the import came. */
  also(tx: Tx, written: Written): Promise<void>;
}

interface Stored {
  id: string;
  externalId: string;
  updatedAt: number;
  content: Buffer;
}

interface Change extends ReadOrder {
  readonly id: string;
  readonly content: Buffer;
  readonly stored: Stored | undefined;
}

/** Tries of a batch that another import or a merge overtook. */
const TRIES = 8;
/** Changes when the mapping of sources changes, so that a repeated import takes them in again. */
const MAPPING = '5';

/** Writes a batch of orders of one source: once each, whatever was read before. */
@Injectable()
export class OrderWriter {
  private readonly tables: OrderTables;
  private readonly digestKey: KeyObject;

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Vault) private readonly vault: Vault,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(OrderCustomers) private readonly customers: OrderCustomers,
    @Inject(AuditTrail) private readonly trail: AuditTrail,
  ) {
    this.tables = new OrderTables(database.engine);
    this.digestKey = createSecretKey(vault.derive('content of imported orders'));
  }

  /**
   * The batch names each order once. One that is stored in the same or a later state is left as it is, and so is one
   * that was anonymised: an old file brings nobody back (policy R37).
   */
  async write(batch: readonly ReadOrder[], context: WriteContext): Promise<Written> {
    for (let tried = 1; tried <= TRIES; tried++) {
      const written = await this.attempt(batch, context);
      if (written) return written;
    }
    throw new Error('A batch of orders was overtaken again and again.');
  }

  private async attempt(batch: readonly ReadOrder[], context: WriteContext): Promise<Written | undefined> {
    const stored = await this.database.read((em) => this.stored(em, batch));
    const changes = batch.flatMap((read) => this.changeOf(read, stored) ?? []);
    const people = await this.customers.prepare(
      changes.map(({ order }) => order),
      context.policyVersion,
    );
    const owners = people.people.map(({ customerId }) => customerId);
    const [booking, extras] = await Promise.all([
      this.vault.keysFor(owners, 'bookkeeping'),
      this.vault.keysFor(owners, 'order'),
    ]);
    const fresh: OrderRows[] = [];
    const changed: OrderRows[] = [];
    changes.forEach((change, i) => {
      const person = people.people[i]!;
      const keys = { booking: booking.get(person.customerId), extras: extras.get(person.customerId) };
      (change.stored ? changed : fresh).push(this.rowsOf(change, person, keys, context.policyVersion));
    });
    const written = { created: fresh.length, updated: changed.length, unchanged: batch.length - changes.length };
    return this.database.write(async (tx) => {
      if (!same(stored, await this.stored(tx.em, batch))) return undefined;
      if (!(await this.customers.apply(tx, people))) return undefined;
      await this.tables.write(tx, fresh, changed);
      await this.trail.record(
        tx,
        ...changes.map(({ id, stored: before, content }) => ({
          actor: context.actor,
          verb: before ? ('order.updated' as const) : ('order.imported' as const),
          about: [
            { type: 'order' as const, id },
            ...(context.importId === undefined ? [] : [{ type: 'import' as const, id: context.importId }]),
          ],
          digest: content,
        })),
      );
      await context.also(tx, written);
      return written;
    });
  }

  private async stored(em: EntityManager, batch: readonly ReadOrder[]): Promise<Map<string, Stored>> {
    const [first] = batch;
    if (!first) return new Map();
    const rows = await em.query<Stored[]>(
      `SELECT id, external_id AS "externalId", source_updated_at AS "updatedAt", content FROM orders
       WHERE shop = $1 AND external_id IN (SELECT j.value FROM ${eachTextOf(this.database.engine, '$2')})`,
      [first.order.source, JSON.stringify(batch.flatMap(({ order }) => [order.externalId, this.anonymisedId(order)]))],
    );
    return new Map(rows.map((row) => [row.externalId, row]));
  }

  private changeOf(read: ReadOrder, stored: ReadonlyMap<string, Stored>): Change | undefined {
    if (stored.has(this.anonymisedId(read.order))) return undefined;
    const before = stored.get(read.order.externalId);
    if (before && before.updatedAt > read.order.updatedAt) return undefined;
    const content = createHmac('sha256', this.digestKey).update(MAPPING).update(read.raw).digest();
    if (before?.content.equals(content)) return undefined;
    return { ...read, id: before?.id ?? newId(this.clock.now()), content, stored: before };
  }

  private anonymisedId({ source, externalId }: IncomingOrder): string {
    return anonymisedId(this.vault, source, externalId);
  }

  private rowsOf(
    { id, order, raw, content }: Change,
    person: AssignedPerson,
    { booking, extras }: { booking: DataKey | undefined; extras: DataKey | undefined },
    policyVersion: string,
  ): OrderRows {
    if (!booking || !extras) throw new Error('A customer was given no key.');
    const seal = (table: 'orders' | 'order_extras', key: DataKey, column: string, text: string | undefined) =>
      text === undefined ? null : this.vault.seal(key, { table, row: id, column }, text);
    const { customerId, emailIndex, phoneIndex } = person;
    const named = order.name !== undefined || order.address !== undefined;
    return {
      order: {
        id,
        shop: order.source,
        external_id: order.externalId,
        number: order.number,
        number_key: orderNumberKey(order.number),
        customer_id: customerId,
        source_updated_at: order.updatedAt,
        content,
        currency: order.currency,
        subtotal: order.subtotal,
        discount: order.discount,
        shipping: order.shipping,
        tax: order.tax,
        total: order.total,
        taxes_included: order.taxesIncluded,
        payment_status: order.paymentStatus,
        fulfilment_status: order.fulfilmentStatus,
        placed_at: order.placedAt,
        delivered_at: order.deliveredAt ?? null,
        ended_at: order.endedAt ?? null,
        country: order.country ?? null,
        title: order.lines[0]?.title ?? '',
        line_count: order.lines.length,
        promotions: JSON.stringify(order.promotions ?? []),
        name: seal('orders', booking, 'name', order.name),
        address: seal('orders', booking, 'address', order.address),
        key_id: named ? booking.id : null,
        policy_version: policyVersion,
        anchor_at: order.placedAt,
      },
      extras: {
        id,
        customer_id: customerId,
        email: seal('order_extras', extras, 'email', order.email),
        phone: seal('order_extras', extras, 'phone', order.phone),
        note: seal('order_extras', extras, 'note', order.note),
        raw: seal('order_extras', extras, 'raw', raw),
        email_index: emailIndex ?? null,
        phone_index: phoneIndex ?? null,
        key_id: extras.id,
        policy_version: policyVersion,
        anchor_at: extrasAnchor(order),
      },
      names: nameWords(order.name ?? '').map((word) => ({
        order_id: id,
        word: this.vault.blindIndex(NAME_WORD, word),
        placed_at: order.placedAt,
      })),
      ...partRowsOf(id, order),
    };
  }
}

function same(before: ReadonlyMap<string, Stored>, now: ReadonlyMap<string, Stored>): boolean {
  return (
    before.size === now.size &&
    [...before].every(([externalId, row]) => now.get(externalId)?.content.equals(row.content) === true)
  );
}
