import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import type { Tx } from '../core/database/database.js';
import { Events } from '../core/events.js';
import { CustomerParts, type CustomerPart } from '../customers/customer-parts.service.js';
import { CustomerMerged } from '../customers/customers.events.js';
import { ConversationKeys } from './conversation-keys.js';
import { ConversationRecord } from './conversation.entity.js';

/** What a merge of customers does to their conversations. */
@Injectable()
export class ConversationPart implements CustomerPart, OnModuleInit {
  constructor(
    private readonly parts: CustomerParts,
    private readonly keys: ConversationKeys,
    private readonly events: Events,
  ) {}

  onModuleInit(): void {
    this.parts.register(this);
    // The digest under which the audit knows the customer is another one now.
    this.events.on(CustomerMerged, () => this.keys.forgetAll());
  }

  /** The visitor's conversations are the customer's, and run under an identified customer's period. */
  async merge(tx: Tx, from: string, to: string): Promise<void> {
    await tx.em.update(
      ConversationRecord,
      { customerId: from, retentionClass: 'chat-unidentified' },
      { retentionClass: 'conversation' },
    );
    await tx.em.update(ConversationRecord, { customerId: from }, { customerId: to });
  }

  async uses(em: EntityManager, customerIds: readonly string[]): Promise<readonly string[]> {
    const rows = await em
      .createQueryBuilder(ConversationRecord, 'c')
      .select('DISTINCT c.customerId', 'customerId')
      .where({ customerId: In([...customerIds]) })
      .getRawMany<{ customerId: string }>();
    return rows.map(({ customerId }) => customerId);
  }
}
