import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Tx } from '../core/database/database.js';
import { OrdersService } from '../orders/orders.service.js';
import type { Facts } from '../policy/facts.rules.js';
import { factsOf } from './conversation-facts.rules.js';
import type { ConversationRecord } from './conversation.entity.js';
import { jointFacts } from './joined.rules.js';
import { partsOf } from './reach.service.js';

/** What a later feature knows that bears on how long conversations are kept, and keeps beside them. */
export interface Bearing {
  /** In a constant number of statements; a conversation that it knows nothing of is absent. */
  facts(em: EntityManager, conversationIds: readonly string[]): Promise<ReadonlyMap<string, Facts>>;
  /** Removes its rows of conversations that go, in the unit that removes them. */
  removed(tx: Tx, conversationIds: readonly string[]): Promise<void>;
}

/** All facts that the policy decides about conversations with: their own, their order's, and those of later features. */
@Injectable()
export class BearingsService {
  private readonly bearings: Bearing[] = [];

  constructor(private readonly orders: OrdersService) {}

  register(bearing: Bearing): void {
    this.bearings.push(bearing);
  }

  /** Of conversations that were merged: what bears on one bears on all of it. */
  async facts(em: EntityManager, records: readonly ConversationRecord[]): Promise<Map<string, Facts>> {
    const parts = await partsOf(em, records);
    const others = [...parts.values()].flat();
    const known = new Map([...records, ...others].map((one) => [one.id, one]));
    const alone = await this.factsOfEach(em, [...known.values()]);
    if (others.length === 0) return alone;
    return new Map(
      records.map(({ id }) => {
        const of = (parts.get(id) ?? []).flatMap((one) => alone.get(one.id) ?? []);
        const own = alone.get(id) ?? {};
        return [id, of.length === 0 ? own : jointFacts(own, of)];
      }),
    );
  }

  private async factsOfEach(em: EntityManager, records: readonly ConversationRecord[]): Promise<Map<string, Facts>> {
    const deliveries = await this.orders.deliveries(
      em,
      records.flatMap(({ orderId }) => orderId ?? []),
    );
    const facts = new Map(records.map((one) => [one.id, factsOf(one, deliveries.get(one.orderId ?? ''))]));
    for (const bearing of this.bearings) {
      for (const [id, more] of await bearing.facts(em, [...facts.keys()])) facts.set(id, together(facts.get(id), more));
    }
    return facts;
  }

  async removed(tx: Tx, conversationIds: readonly string[]): Promise<void> {
    for (const bearing of this.bearings) await bearing.removed(tx, conversationIds);
  }
}

/** Both hold: lists are joined, what one alone knows is taken. */
function together(one: Facts = {}, other: Facts): Facts {
  return {
    ...one,
    ...other,
    ...(one.events || other.events ? { events: { ...one.events, ...other.events } } : {}),
    ...(one.holds || other.holds ? { holds: [...(one.holds ?? []), ...(other.holds ?? [])] } : {}),
    ...(one.matters || other.matters ? { matters: [...(one.matters ?? []), ...(other.matters ?? [])] } : {}),
    ...(one.training || other.training ? { training: { ...one.training, ...other.training } } : {}),
  };
}
