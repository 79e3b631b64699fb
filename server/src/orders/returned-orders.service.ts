import type { Currency } from '@candour/shared/money.js';
import { Injectable } from '@nestjs/common';
import { In, IsNull, Not, type EntityManager } from 'typeorm';
import { OrderExtras, OrderLineRecord, OrderRecord } from './order.entity.js';
import { deliveryOf, orderNumberKey } from './orders.rules.js';
import { ShipmentRecord } from './shipments/shipment.entity.js';

/** Orders of one number that are looked through. */
const SAME_NUMBER = 50;

export interface ReturnedLine {
  readonly id: string;
  readonly title: string;
  readonly ordered: number;
  /** Units that are in the customer's hands, as far as the shop tells. */
  readonly delivered: number;
  readonly unitPrice: number;
  /** For all units, after discounts and with tax. */
  readonly paid: number;
  readonly finalSale: boolean;
  readonly madeToOrder: boolean;
  readonly assembled: boolean;
}

/** What of an order a return asks. */
export interface ReturnedOrder {
  readonly id: string;
  readonly number: string;
  readonly customerId: string;
  readonly currency: Currency;
  readonly country: string | undefined;
  /** Null: awaited; undefined: the shop never told. The day it was sent is not the day it came. */
  readonly deliveredAt: number | null | undefined;
  readonly hasFreight: boolean;
  readonly shipmentIds: readonly string[];
  readonly lines: readonly ReturnedLine[];
}

/** Orders as returns and claims see them, for an actor who was checked before. */
@Injectable()
export class ReturnedOrdersService {
  /** Undefined where there is none any more. */
  async of(em: EntityManager, id: string): Promise<ReturnedOrder | undefined> {
    const order = await em.findOneBy(OrderRecord, { id, customerId: Not(IsNull()) });
    if (!order?.customerId) return undefined;
    const lines = await em.find(OrderLineRecord, { where: { orderId: id }, order: { position: 'ASC' }, take: 1000 });
    const shipments = await em.find(ShipmentRecord, { where: { orderId: id }, take: 200 });
    return {
      id,
      number: order.number,
      customerId: order.customerId,
      currency: order.currency,
      country: order.country ?? undefined,
      deliveredAt: order.deliveredAt ?? (deliveryOf(order) === null ? null : undefined),
      hasFreight: shipments.some(({ kind }) => kind === 'freight'),
      shipmentIds: shipments.map((shipment) => shipment.id),
      lines: lines.map((line) => ({
        id: line.id,
        title: line.title,
        ordered: line.quantity,
        delivered: deliveredOf(order, line, shipments),
        unitPrice: line.unitPrice,
        paid: line.total + (order.taxesIncluded ? 0 : line.tax),
        finalSale: line.finalSale,
        madeToOrder: line.madeToOrder,
        assembled: line.assembled,
      })),
    };
  }

  /** Numbers as the shop writes them, by id. */
  async numbers(em: EntityManager, ids: readonly string[]): Promise<Map<string, string>> {
    if (ids.length === 0) return new Map();
    const rows = await em.find(OrderRecord, { select: { id: true, number: true }, where: { id: In([...ids]) } });
    return new Map(rows.map(({ id, number }) => [id, number]));
  }

  /** The order of this number that is kept with this e-mail, by its blind index; the newest of several. */
  async byNumber(em: EntityManager, number: string, emailIndex: string): Promise<string | undefined> {
    const numberKey = orderNumberKey(number);
    if (numberKey === '') return undefined;
    const named = await em.find(OrderRecord, {
      select: { id: true, placedAt: true },
      where: { numberKey, customerId: Not(IsNull()) },
      order: { placedAt: 'DESC', id: 'DESC' },
      take: SAME_NUMBER,
    });
    const ids = named.map(({ id }) => id);
    const theirs = await em.find(OrderExtras, { select: { id: true }, where: { id: In(ids), emailIndex } });
    return ids.find((id) => theirs.some((extras) => extras.id === id));
  }
}

const arrived = new Set(['delivered', 'delivered_with_exception']);
const untold = new Set(['pending', 'info_received']);

/** Most shops say that goods were sent, and never that they came: then what was sent counts as there. */
function deliveredOf(order: OrderRecord, line: OrderLineRecord, shipments: readonly ShipmentRecord[]): number {
  if (order.deliveredAt !== null || order.fulfilmentStatus === 'delivered') return line.quantity;
  const goods = shipments.filter(({ kind }) => kind !== 'assembly');
  if (order.fulfilmentStatus === 'fulfilled' && goods.every(({ state }) => untold.has(state))) return line.quantity;
  const came = goods
    .filter(({ state }) => arrived.has(state))
    .flatMap((shipment) => shipment.lines)
    .filter(({ lineId }) => lineId === line.id)
    .reduce((sum, { quantity }) => sum + quantity, 0);
  return Math.min(line.quantity, came);
}
