import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import type { Tx } from '../core/database/database.js';
import { Enclosures } from '../conversations/enclosures.service.js';
import { CustomerParts, type CustomerPart } from '../customers/customer-parts.service.js';
import { PrivacyRequestRow, RequestSuggestionRow } from './requests.entity.js';

/** What becomes of requests when their conversation goes, or when a visitor turns out to be a customer. */
@Injectable()
export class RequestParts implements CustomerPart, OnModuleInit {
  constructor(
    private readonly parts: CustomerParts,
    private readonly enclosures: Enclosures,
  ) {}

  onModuleInit(): void {
    this.parts.register(this);
    this.enclosures.alsoRemove((tx, conversationIds) => this.conversationsGo(tx, conversationIds));
  }

  async merge(tx: Tx, from: string, to: string): Promise<void> {
    await tx.em.update(PrivacyRequestRow, { customerId: from }, { customerId: to });
    await tx.em.update(RequestSuggestionRow, { customerId: from }, { customerId: to });
  }

  /** A request is somebody's as long as its file stands. */
  async uses(em: EntityManager, customerIds: readonly string[]): Promise<readonly string[]> {
    const rows = await em
      .createQueryBuilder(PrivacyRequestRow, 'r')
      .select('DISTINCT r.customerId', 'customerId')
      .where({ customerId: In([...customerIds]) })
      .getRawMany<{ customerId: string }>();
    return rows.map(({ customerId }) => customerId);
  }

  private async conversationsGo(tx: Tx, conversationIds: readonly string[]): Promise<void> {
    const where = { conversationId: In([...conversationIds]) };
    await tx.em.delete(RequestSuggestionRow, where);
    await tx.em.update(PrivacyRequestRow, where, { conversationId: null });
  }
}
