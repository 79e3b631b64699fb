import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Tx } from '../core/database/database.js';
import { CustomerParts, type CustomerPart } from '../customers/customer-parts.service.js';
import { SurveyRow } from './survey.entity.js';

/** What a visitor said follows them to the customer they turn out to be, as the keys that seal it do. */
@Injectable()
export class SurveyPart implements CustomerPart, OnModuleInit {
  constructor(private readonly parts: CustomerParts) {}

  onModuleInit(): void {
    this.parts.register(this);
  }

  async merge(tx: Tx, from: string, to: string): Promise<void> {
    await tx.em.update(SurveyRow, { customerId: from }, { customerId: to });
  }

  /** A rating goes on its own date, and keeps no customer. */
  uses(): Promise<readonly string[]> {
    return Promise.resolve([]);
  }
}
