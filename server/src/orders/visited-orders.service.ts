import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { Vault } from '../core/vault/vault.js';
import { OrderLineRecord, OrderRecord } from './order.entity.js';

/** What of an order is needed at a customer's door. */
export interface VisitedOrder {
  readonly name: string | undefined;
  readonly address: string | undefined;
  readonly lines: readonly { readonly title: string; readonly quantity: number }[];
}

/** Orders for whoever goes to their customer, for an actor who was checked before. No sums, no payments, no contact. */
@Injectable()
export class VisitedOrdersService {
  constructor(private readonly vault: Vault) {}

  /** In a constant number of statements; one that was anonymised is absent. */
  async of(em: EntityManager, ids: readonly string[]): Promise<Map<string, VisitedOrder>> {
    if (ids.length === 0) return new Map();
    const orders = (await em.findBy(OrderRecord, { id: In([...ids]) })).filter(({ customerId }) => customerId !== null);
    const lines = Map.groupBy(
      await em.find(OrderLineRecord, { where: { orderId: In([...ids]) }, order: { position: 'ASC' } }),
      ({ orderId }) => orderId,
    );
    const keys = await this.vault.keys(orders.flatMap(({ keyId }) => keyId ?? []));
    return new Map(
      orders.map((order) => {
        const key = keys.get(order.keyId ?? '');
        const open = (column: 'name' | 'address'): string | undefined => {
          const sealed = order[column];
          return key && sealed ? this.vault.open(key, { table: 'orders', row: order.id, column }, sealed) : undefined;
        };
        const shown = (lines.get(order.id) ?? []).map(({ title, quantity }) => ({ title, quantity }));
        return [order.id, { name: open('name'), address: open('address'), lines: shown }];
      }),
    );
  }
}
