import type { FulfilmentStatus, OrderSource } from '@candour/shared/orders.js';
import type { ShipmentState } from '@candour/shared/shipments.js';
import { Injectable } from '@nestjs/common';
import { In, IsNull, Not, type EntityManager } from 'typeorm';
import { OrderLineRecord, OrderRecord } from './order.entity.js';
import { ShipmentRecord } from './shipments/shipment.entity.js';

/** An order as those see it who ask its shop to change it. */
export interface ChangedOrder {
  readonly id: string;
  readonly source: OrderSource;
  /** The shop's own id of it. */
  readonly externalId: string;
  readonly customerId: string;
  readonly fulfilmentStatus: FulfilmentStatus;
  readonly shipments: readonly ShipmentState[];
  readonly lines: readonly { readonly id: string; readonly externalId: string | null; readonly quantity: number }[];
}

/** Orders that are to be changed, for an actor who was checked before. */
@Injectable()
export class ChangedOrdersService {
  /** Undefined where there is none any more. */
  async of(em: EntityManager, id: string): Promise<ChangedOrder | undefined> {
    const order = await em.findOneBy(OrderRecord, { id, customerId: Not(IsNull()) });
    if (!order?.customerId) return undefined;
    const { shop: source, externalId, customerId, fulfilmentStatus } = order;
    const lines = await em.find(OrderLineRecord, { where: { orderId: id }, order: { position: 'ASC' }, take: 1000 });
    const shipments = await em.find(ShipmentRecord, { where: { orderId: id }, take: 200 });
    return {
      ...{ id, source, externalId, customerId, fulfilmentStatus },
      shipments: shipments.map(({ state }) => state),
      lines: lines.map((one) => ({ id: one.id, externalId: one.externalId, quantity: one.quantity })),
    };
  }

  /** Which shop each comes from, and its id there; anonymised ones are absent. */
  async sources(
    em: EntityManager,
    ids: readonly string[],
  ): Promise<Map<string, Pick<ChangedOrder, 'source' | 'externalId' | 'customerId'>>> {
    if (ids.length === 0) return new Map();
    const rows = await em.find(OrderRecord, {
      select: { id: true, shop: true, externalId: true, customerId: true },
      where: { id: In([...ids]), customerId: Not(IsNull()) },
    });
    return new Map(
      rows.flatMap(({ id, shop, externalId, customerId }) =>
        customerId === null ? [] : [[id, { source: shop, externalId, customerId }] as const],
      ),
    );
  }
}
