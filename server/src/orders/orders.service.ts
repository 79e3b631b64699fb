import type { OrderMatch } from '@candour/shared/customers.js';
import { Refused } from '@candour/shared/errors.js';
import type { Order, OrderSearch, OrderSummary } from '@candour/shared/orders.js';
import type { Page } from '@candour/shared/paging.js';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { In, IsNull, Not, type EntityManager } from 'typeorm';
import { AccessTrail } from '../audit/access-trail.service.js';
import { requireAccess } from '../core/access/access.js';
import type { Actor } from '../core/access/actor.js';
import { writeCursor } from '../core/database/cursor.js';
import { Database } from '../core/database/database.js';
import { Vault } from '../core/vault/vault.js';
import { CustomerParts } from '../customers/customer-parts.service.js';
import { CustomersService } from '../customers/customers.service.js';
import { OrderExtras, OrderLineRecord, OrderRecord } from './order.entity.js';
import { OrderFinder, ownersOfExtras, type Known } from './order-finder.js';
import { lineOf, moneyOf, paymentOf, shipmentOf, summaryOf } from './order-view.js';
import { PaymentRecord } from './payments/payment.entity.js';
import { deliveryOf } from './orders.rules.js';
import { ShipmentRecord } from './shipments/shipment.entity.js';

/** Most orders that are shown beside a conversation. */
const MATCHES = 20;

/** An order that may be a person's. Whether it may be told is the conversation's to say. */
export type FoundMatch = Omit<OrderMatch, 'disclose'>;

/** What the policy asks of an order that other records are about. */
export interface OrderFacts {
  /** Null: awaited; undefined: not known, and no more to come. */
  readonly delivered: number | null | undefined;
  /** Where it goes to (ISO 3166-1 alpha-2). */
  readonly country: string | undefined;
}

@Injectable()
export class OrdersService implements OnModuleInit {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Vault) private readonly vault: Vault,
    @Inject(OrderFinder) private readonly finder: OrderFinder,
    @Inject(CustomersService) private readonly customers: CustomersService,
    @Inject(CustomerParts) private readonly parts: CustomerParts,
    @Inject(AccessTrail) private readonly readings: AccessTrail,
  ) {}

  onModuleInit(): void {
    this.parts.register({
      merge: async (tx, from, to) => {
        await tx.em.update(OrderRecord, { customerId: from }, { customerId: to });
        await tx.em.update(OrderExtras, { customerId: from }, { customerId: to });
      },
      uses: (em, customerIds) => ownersOfExtras(this.database, em, customerIds),
    });
  }

  /**
   * By order number, e-mail or phone; without words the newest. Each look stands in the audit (policy R8).
   * @throws Refused `not-allowed`, `cursor-invalid`.
   */
  async search(actor: Actor, ask: OrderSearch): Promise<Page<OrderSummary>> {
    requireAccess(actor, 'order.find', 'P2', { categories: ['C1'] });
    const hits = await this.finder.search(ask);
    const shown = hits.slice(0, ask.limit);
    const rows = shown.map(({ id }) => id);
    // Nothing is answered before the look is down; meanwhile what is answered is opened.
    const [names] = await Promise.all([
      this.customers.names(shown.flatMap(({ customerId }) => customerId ?? [])),
      this.readings.note({ actor, verb: 'order.searched', purpose: 'P2', rows, query: this.readings.asked(ask.q) }),
    ]);
    const last = shown.at(-1);
    const next = hits.length > ask.limit && last ? writeCursor({ at: last.placedAt, id: last.id }) : undefined;
    return {
      rows: shown.map((row) => summaryOf(row, names.get(row.customerId ?? ''))),
      ...(next === undefined ? {} : { next }),
    };
  }

  /** One order, whole. The reading stands in the audit (policy R8). @throws Refused `not-found`. */
  async get(actor: Actor, id: string): Promise<Order> {
    requireAccess(actor, 'order.find', 'P2', { categories: ['C1'] });
    const { order, extras, lines, payments, shipments } = await this.database.read(async (em) => ({
      order: await em.findOneBy(OrderRecord, { id, customerId: Not(IsNull()) }),
      extras: await em.findOneBy(OrderExtras, { id }),
      lines: await em.find(OrderLineRecord, { where: { orderId: id }, order: { position: 'ASC' }, take: 1000 }),
      payments: await em.find(PaymentRecord, { where: { orderId: id }, order: { position: 'ASC' }, take: 100 }),
      shipments: await em.find(ShipmentRecord, { where: { orderId: id }, order: { position: 'ASC' }, take: 200 }),
    }));
    if (!order?.customerId) throw new Refused('not-found');
    const { customerId } = order;
    await this.readings.note({ actor, verb: 'order.read', purpose: 'P2', about: [{ type: 'order', id }], customerId });
    const names = await this.customers.names([order.customerId]);
    const keys = await this.vault.keys([order.keyId, extras?.keyId].filter((key) => typeof key === 'string'));
    const open = (table: string, keyId: string | null | undefined, column: string, sealed?: Buffer | null) => {
      const key = keyId ? keys.get(keyId) : undefined;
      return key && sealed ? { [column]: this.vault.open(key, { table, row: id, column }, sealed) } : {};
    };
    const money = moneyOf(order.currency);
    return {
      ...summaryOf(order, names.get(order.customerId)),
      externalId: order.externalId,
      currency: order.currency,
      taxesIncluded: order.taxesIncluded,
      subtotal: money(order.subtotal),
      discount: money(order.discount),
      shipping: money(order.shipping),
      tax: money(order.tax),
      lines: lines.map((line) => lineOf(line, money)),
      payments: payments.map(paymentOf),
      shipments: shipments.map(shipmentOf),
      promotions: [...order.promotions],
      ...open('orders', order.keyId, 'address', order.address),
      ...open('order_extras', extras?.keyId, 'email', extras?.email),
      ...open('order_extras', extras?.keyId, 'phone', extras?.phone),
      ...open('order_extras', extras?.keyId, 'note', extras?.note),
      sourceUpdatedAt: order.sourceUpdatedAt,
      ...(order.deliveredAt === null ? {} : { deliveredAt: order.deliveredAt }),
    };
  }

  /** Many at once, by id; anonymised and unknown ones are absent. */
  async summaries(ids: readonly string[]): Promise<Map<string, OrderSummary>> {
    const rows: OrderRecord[] = [];
    for (let from = 0; from < ids.length; from += 500) {
      const chunk = ids.slice(from, from + 500);
      rows.push(
        ...(await this.database.read((em) => em.findBy(OrderRecord, { id: In(chunk), customerId: Not(IsNull()) }))),
      );
    }
    const names = await this.customers.names(rows.flatMap(({ customerId }) => customerId ?? []));
    return new Map(rows.map((row) => [row.id, summaryOf(row, names.get(row.customerId ?? ''))]));
  }

  /** Orders that may be this person's, newest first, at most twenty. The caller has checked the access. */
  async matches(known: Known): Promise<FoundMatch[]> {
    const found = await this.finder.matches(known, MATCHES);
    const summaries = await this.summaries(found.map(({ id }) => id));
    return found.flatMap(({ id, by }) => {
      const order = summaries.get(id);
      return order ? [{ order, by }] : [];
    });
  }

  /** What the policy asks of these orders; absent where there is no such order. */
  async deliveries(em: EntityManager, ids: readonly string[]): Promise<Map<string, OrderFacts>> {
    if (ids.length === 0) return new Map();
    const rows = await em.find(OrderRecord, { where: { id: In([...ids]) } });
    return new Map(rows.map((row) => [row.id, { delivered: deliveryOf(row), country: row.country ?? undefined }]));
  }

  /** When this customer placed the first order that is still theirs; undefined where there is none. */
  async firstPlaced(customerId: string): Promise<number | undefined> {
    const [first] = await this.database.read((em) =>
      em.find(OrderRecord, {
        select: { id: true, placedAt: true },
        where: { customerId },
        order: { placedAt: 'ASC', id: 'ASC' },
        take: 1,
      }),
    );
    return first?.placedAt;
  }

  /** The e-mail kept with the order, where a code may be sent to; undefined where there is none any more. */
  async emailOf(id: string): Promise<string | undefined> {
    const extras = await this.database.read((em) => em.findOneBy(OrderExtras, { id }));
    if (!extras?.email) return undefined;
    const key = (await this.vault.keys([extras.keyId])).get(extras.keyId);
    return key && this.vault.open(key, { table: 'order_extras', row: id, column: 'email' }, extras.email);
  }
}
