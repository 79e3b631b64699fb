import { DAY } from '@candour/shared/instant.js';
import type { Evidence } from '@candour/shared/policy.js';
import { Inject, Injectable } from '@nestjs/common';
import { In, IsNull, Not, type EntityManager, type ObjectLiteral } from 'typeorm';
import { Database, type Tx } from '../core/database/database.js';
import { eachTextOf, RowSet } from '../core/database/rows.js';
import { Vault, type KeyFamily } from '../core/vault/vault.js';
import { evidenceColumns, type WithEvidence } from '../policy/evidence.js';
import { SellersService } from '../policy/sellers.service.js';
import {
  Keeper,
  notPersonal,
  personal,
  type Candidate,
  type DueAsk,
  type EntityClass,
  type PersonalColumn,
  type RecordKeeper,
  type SweptRecord,
} from '../privacy/record-keeper.js';
import { anonymisedId } from './anonymised.js';
import { ImportRecord } from './import/import.entity.js';
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
    notPersonal(OrderLineRecord, ['id', 'orderId', 'position'], 'Numbers of the record.'),
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
    return rows.map((row) => ({
      id: row.id,
      evidence: evidenceOf(row),
      facts: {
        events: { booked: row.anchorAt },
        sellerCountry: countries?.get(row.currency),
        ...(row.country === null ? {} : { residence: row.country }),
      },
      label: row.number,
      rows: 2 + row.lineCount,
      ...(row.keyId !== null && row.customerId !== null ? { ownerId: row.customerId } : {}),
    }));
  }

  async remove(tx: Tx, ids: readonly string[]): Promise<number> {
    const these = `(SELECT j.value FROM ${eachTextOf(this.database.engine, '$1')})`;
    const parameters = [JSON.stringify(ids)];
    const [counted] = await tx.em.query<{ rows: number }[]>(
      `SELECT (SELECT COUNT(*) FROM orders WHERE id IN ${these})
            + (SELECT COUNT(*) FROM order_extras WHERE id IN ${these})
            + (SELECT COUNT(*) FROM order_lines WHERE order_id IN ${these}) AS rows`,
      parameters,
    );
    await tx.em.query(`DELETE FROM order_lines WHERE order_id IN ${these}`, parameters);
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
    await tx.em.query(`UPDATE order_lines SET external_id = NULL WHERE order_id IN ${these}`, parameters);
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

/** E-mail, phone, note and raw order: go 24 months after the delivery. */
class SweptExtras implements SweptRecord {
  readonly table = 'order_extras';
  readonly retentionClasses = ['order-extras'] as const;
  readonly families: readonly KeyFamily[] = ['order'];

  async due(em: EntityManager, ask: DueAsk): Promise<readonly Candidate[]> {
    const rows = await dueRows(em, OrderExtras, ask);
    return rows.map((row) => ({
      id: row.id,
      evidence: evidenceOf(row),
      facts: { events: { delivered: row.anchorAt } },
      label: row.id.slice(-8),
      rows: 1,
      ownerId: row.customerId,
    }));
  }

  async remove(tx: Tx, ids: readonly string[]): Promise<number> {
    const { affected } = await tx.em.delete(OrderExtras, { id: In([...ids]) });
    return affected ?? ids.length;
  }

  async sealedOwners(em: EntityManager, _family: KeyFamily, owners: readonly string[]): Promise<readonly string[]> {
    const rows = await em.find(OrderExtras, {
      select: { id: true, customerId: true },
      where: { customerId: In([...owners]) },
    });
    return [...new Set(rows.map(({ customerId }) => customerId))];
  }
}

async function dueRows<Row extends WithEvidence & ObjectLiteral & { id: string }>(
  em: EntityManager,
  entity: EntityClass<Row>,
  { retentionClass, before, after, limit }: DueAsk,
): Promise<(Row & { anchorAt: number })[]> {
  const query = em
    .createQueryBuilder(entity, 'r')
    .where('r.retentionClass = :retentionClass AND r.anchorAt <= :before', { retentionClass, before })
    .orderBy('r.anchorAt')
    .addOrderBy('r.id')
    .limit(limit);
  if (after) {
    query.andWhere('(r.anchorAt > :at OR (r.anchorAt = :at AND r.id > :id))', { at: after.anchorAt, id: after.id });
  }
  const rows = await query.getMany();
  return rows.filter((row): row is Row & { anchorAt: number } => row.anchorAt !== null);
}

function evidenceOf(row: WithEvidence & { anchorAt: number }): Evidence & { anchorAt: number } {
  const { policyVersion, category, source, purpose, retentionClass, anchorAt } = row;
  return { policyVersion, category, source, purpose, retentionClass, anchorAt };
}
