import { Refused } from '@candour/shared/errors.js';
import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../core/access/actor.js';
import { Database } from '../core/database/database.js';
import { OrdersService } from '../orders/orders.service.js';
import { ConversationKeys } from './conversation-keys.js';
import { ConversationRecord } from './conversation.entity.js';
import { conversationClass } from './evidence.rules.js';
import { FactLog } from './facts.js';
import { People } from './people.js';

/** Which order a conversation is about; its retention period follows. */
@Injectable()
export class OrderLinking {
  constructor(
    private readonly database: Database,
    private readonly orders: OrdersService,
    private readonly keys: ConversationKeys,
    private readonly people: People,
    private readonly facts: FactLog,
  ) {}

  /** @throws Refused `not-found`. */
  async link(staff: StaffActor, record: ConversationRecord, orderId: string | null): Promise<void> {
    const order = orderId === null ? undefined : (await this.orders.summaries([orderId])).get(orderId);
    if (orderId !== null && !order) throw new Refused('not-found');
    const customer = (await this.people.customers.view([record.customerId])).get(record.customerId);
    const { subject } = await this.keys.of(record.id);
    await this.database.write(async (tx) => {
      const current = await tx.em.findOneByOrFail(ConversationRecord, { id: record.id });
      await this.facts.add(tx, current, {
        code: 'order-linked',
        subject,
        by: { id: staff.id, name: staff.name },
        ...(order ? { params: { number: order.number } } : {}),
      });
      const retentionClass = conversationClass({ identified: customer?.kind === 'identified', orderId });
      await tx.em.update(ConversationRecord, { id: record.id }, { orderId, retentionClass, head: current.head });
    });
  }
}
