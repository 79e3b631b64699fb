import { DAY } from '@candour/shared/instant.js';
import { Inject, Injectable } from '@nestjs/common';
import { In, IsNull, Not, type EntityManager } from 'typeorm';
import { Database, type Tx } from '../core/database/database.js';
import { eachTextOf, RowSet } from '../core/database/rows.js';
import { Vault, type KeyFamily } from '../core/vault/vault.js';
import { evidenceColumns } from '../policy/evidence.js';
import { SellersService } from '../policy/sellers.service.js';
import {
  Keeper,
  notPersonal,
  personal,
  type Candidate,
  type DueAsk,
  type PersonalColumn,
  type RecordKeeper,
  type SweptRecord,
} from '../privacy/record-keeper.js';
import { dueRows, evidenceIn } from '../privacy/swept-rows.js';
import { SweptExtras } from './swept-extras.js';
import { anonymisedId } from './anonymised.js';
import { ImportRecord } from './import/import.entity.js';
import { InboundEvent } from './inbound/inbound-event.entity.js';
import { PaymentRecord } from './payments/payment.entity.js';
import { ShipmentRecord } from './shipments/shipment.entity.js';
import { OrderName } from './order-name.entity.js';
import { OrderExtras, OrderLineRecord, OrderRecord } from './order.entity.js';

const contact: PersonalColumn = { category: 'C1', source: 'provided', purposes: ['P2'], treatment: 'seal' };
const emptied: PersonalColumn = { ...contact, treatment: 'delete' };
const booked: PersonalColumn = { ...contact, category: 'C3', treatment: 'keep' };
const bought: PersonalColumn = { ...contact, treatment: 'keep' };

@Keeper()
@Injectable()
export class OrdersKeeper implements RecordKeeper {
  readonly name = 'orders';

  readonly personal = [
    personal(OrderRecord, {
      whose: 'customer',
      owner: 'customerId',
      retention: ['bookkeeping'],
      columns: {
        customerId: emptied,
        externalId: emptied,
        number: emptied,
        numberKey: emptied,
        content: emptied,
        name: contact,
        address: contact,
        country: bought,
        title: bought,
        promotions: booked,
        subtotal: booked,
        discount: booked,
        shipping: booked,
        tax: booked,
        total: booked,
        paymentStatus: booked,
        fulfilmentStatus: bought,
        placedAt: bought,
        deliveredAt: bought,
        endedAt: bought,
        sourceUpdatedAt: bought,
      },
    }),
    personal(OrderExtras, {
      whose: 'customer',
      owner: 'customerId',
      retention: ['order-extras'],
      columns: {
        customerId: emptied,
        email: contact,
        phone: contact,
        note: contact,
        raw: contact,
        emailIndex: emptied,
        phoneIndex: emptied,
      },
    }),
    personal(OrderName, {
      whose: 'customer',
      owner: 'orderId',
      retention: ['order-extras'],
      columns: { word: emptied, placedAt: bought },
    }),
    personal(OrderLineRecord, {
      whose: 'customer',
      owner: 'orderId',
      retention: ['bookkeeping'],
      columns: {
        externalId: emptied,
        sku: bought,
        title: bought,
        quantity: bought,
        unitPrice: booked,
        discount: booked,
        tax: booked,
        total: booked,
        allocations: booked,
        taxLines: booked,
        finalSale: bought,
        madeToOrder: bought,
        assembled: bought,
      },
    }),
    personal(PaymentRecord, {
      whose: 'customer',
      owner: 'orderId',
      retention: ['bookkeeping'],
      columns: {
        reference: emptied,
        brand: emptied,
        last4: emptied,
        provider: booked,
        method: booked,
        captured: booked,
        refundReserved: booked,
        refundedOutside: booked,
      },
    }),
    personal(ShipmentRecord, {
      whose: 'customer',
      owner: 'orderId',
      retention: ['bookkeeping'],
      columns: {
        externalId: emptied,
        tracking: emptied,
        appointmentFrom: emptied,
        appointmentUntil: emptied,
        carrier: bought,
        kind: bought,
        state: bought,
        lines: bought,
        shippedAt: bought,
        deliveredAt: bought,
      },
    }),
  ];

  readonly notPersonal = [
    notPersonal(
      OrderRecord,
      ['id', 'shop', 'currency', 'taxesIncluded', 'lineCount', 'keyId'],
      'Numbers and states of the record, the shop it came from.',
    ),
    notPersonal(OrderExtras, ['id', 'keyId'], 'Numbers of the record.'),
    notPersonal(OrderName, ['orderId'], 'Number of the order.'),
    notPersonal(OrderLineRecord, ['id', 'orderId', 'position'], 'Numbers of the record.'),
    notPersonal(PaymentRecord, ['id', 'orderId', 'position', 'currency'], 'Numbers of the record.'),
    notPersonal(ShipmentRecord, ['id', 'orderId', 'position'], 'Numbers of the record.'),
    notPersonal(InboundEvent, 'all', 'That an event came, by its number and a digest; gone after 90 days.'),
    notPersonal(ImportRecord, 'all', 'How a file was taken in, by whom of the staff; nothing of its content.'),
    notPersonal(OrderRecord, evidenceColumns, 'Evidence about the record.'),
    notPersonal(OrderExtras, evidenceColumns, 'Evidence about the record.'),
  ];

  readonly swept: readonly SweptRecord[];

  constructor(
    @Inject(Database) database: Database,
    @Inject(SellersService) sellers: SellersService,
    @Inject(Vault) vault: Vault,
  ) {
    this.swept = [new SweptOrders(database, sellers, vault), new SweptExtras()];
  }
}

/** The order itself: books are kept, then the person is taken out of them. */
class SweptOrders implements SweptRecord {
  readonly table = 'orders';
  readonly retentionClasses = ['bookkeeping'] as const;
  readonly families: readonly KeyFamily[] = ['bookkeeping'];
  private readonly marks: RowSet;

  constructor(
    private readonly database: Database,
    private readonly sellers: SellersService,
    private readonly vault: Vault,
  ) {
    this.marks = new RowSet(database.engine, 'orders', { id: 'text', external_id: 'text' });
  }

  async due(em: EntityManager, ask: DueAsk): Promise<readonly Candidate[]> {
    const rows = await dueRows(em, OrderRecord, ask);
    const countries = rows.length > 0 ? await this.sellers.countries(em) : undefined;
    const parts = await this.partsOf(
      em,
      rows.map(({ id }) => id),
    );
    return rows.map((row) => ({
      id: row.id,
      evidence: evidenceIn(row),
      facts: {
        events: { booked: row.anchorAt },
        sellerCountry: countries?.get(row.currency),
        ...(row.country === null ? {} : { residence: row.country }),
      },
      label: row.number,
      rows: 2 + row.lineCount + (parts.get(row.id) ?? 0),
      ...(row.keyId !== null && row.customerId !== null ? { ownerId: row.customerId } : {}),
    }));
  }

  /** How many payments and shipments go with each order. */
  private async partsOf(em: EntityManager, ids: readonly string[]): Promise<Map<string, number>> {
    if (ids.length === 0) return new Map();
    const these = `(SELECT j.value FROM ${eachTextOf(this.database.engine, '$1')})`;
    const rows = await em.query<{ id: string; parts: number }[]>(
      `SELECT order_id AS id, COUNT(*) AS parts FROM (
         SELECT order_id FROM payments WHERE order_id IN ${these}
         UNION ALL SELECT order_id FROM shipments WHERE order_id IN ${these}) AS p
       GROUP BY order_id`,
      [JSON.stringify(ids)],
    );
    return new Map(rows.map(({ id, parts }) => [id, Number(parts)]));
  }

  async remove(tx: Tx, ids: readonly string[]): Promise<number> {
    const these = `(SELECT j.value FROM ${eachTextOf(this.database.engine, '$1')})`;
    const parameters = [JSON.stringify(ids)];
    const [counted] = await tx.em.query<{ rows: number }[]>(
      `SELECT (SELECT COUNT(*) FROM orders WHERE id IN ${these})
            + (SELECT COUNT(*) FROM order_extras WHERE id IN ${these})
            + (SELECT COUNT(*) FROM order_lines WHERE order_id IN ${these})
            + (SELECT COUNT(*) FROM payments WHERE order_id IN ${these})
            + (SELECT COUNT(*) FROM shipments WHERE order_id IN ${these}) AS rows`,
      parameters,
    );
    for (const part of ['order_lines', 'order_names', 'payments', 'shipments']) {
      await tx.em.query(`DELETE FROM ${part} WHERE order_id IN ${these}`, parameters);
    }
    await tx.em.query(`DELETE FROM order_extras WHERE id IN ${these}`, parameters);
    await tx.em.query(`DELETE FROM orders WHERE id IN ${these}`, parameters);
    return Number(counted?.rows ?? 0);
  }

  /** Amounts, goods and days stay for the books' sums; nothing leads to the person or to the shop's order. */
  async anonymise(tx: Tx, ids: readonly string[]): Promise<number> {
    const these = `(SELECT j.value FROM ${eachTextOf(this.database.engine, '$1')})`;
    const parameters = [JSON.stringify(ids)];
    const where = { id: In([...ids]), customerId: Not(IsNull()) };
    const known = await tx.em.find(OrderRecord, { select: { id: true, shop: true, externalId: true }, where });
    await tx.em.query(`DELETE FROM order_extras WHERE id IN ${these}`, parameters);
    await tx.em.query(`DELETE FROM order_names WHERE order_id IN ${these}`, parameters);
    await tx.em.query(`UPDATE order_lines SET external_id = NULL WHERE order_id IN ${these}`, parameters);
    await tx.em.query(
      `UPDATE payments SET reference = NULL, brand = NULL, last4 = NULL WHERE order_id IN ${these}`,
      parameters,
    );
    await tx.em.query(
      `UPDATE shipments SET external_id = NULL, tracking = NULL, appointment_from = NULL, appointment_until = NULL,
              shipped_at = shipped_at - shipped_at % ${DAY}, delivered_at = delivered_at - delivered_at % ${DAY}
       WHERE order_id IN ${these}`,
      parameters,
    );
    const days = ['placed_at', 'delivered_at', 'ended_at', 'source_updated_at']
      .map((column) => `${column} = ${column} - ${column} % ${DAY}`)
      .join(', ');
    await tx.em.query(
      `UPDATE orders SET customer_id = NULL, name = NULL, address = NULL, key_id = NULL, anchor_at = NULL,
              number = '', number_key = '', ${days}
       WHERE id IN ${these}`,
      parameters,
    );
    await this.marks.update(
      tx.em,
      known.map(({ id, shop, externalId }) => [id, anonymisedId(this.vault, shop, externalId)]),
    );
    const empty = { content: Buffer.alloc(0) };
    await tx.em.update(OrderRecord, { id: In([...ids]) }, empty);
    return ids.length;
  }

  async sealedOwners(em: EntityManager, _family: KeyFamily, owners: readonly string[]): Promise<readonly string[]> {
    const rows = await em.find(OrderRecord, {
      select: { id: true, customerId: true },
      where: { customerId: In([...owners]), keyId: Not(IsNull()) },
    });
    return [...new Set(rows.flatMap(({ customerId }) => customerId ?? []))];
  }
}
