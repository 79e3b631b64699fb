import type { Currency } from '@candour/shared/money.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { RefundRecord } from './refund.entity.js';

/** A refund that was paid back the way it came. */
export interface SettledRefund {
  readonly id: string;
  readonly orderId: string;
  /** Minor units. */
  readonly amount: number;
  readonly currency: Currency;
  /** No real money moved. */
  readonly sandbox: boolean;
  readonly settledAt: number;
}

/** Refunds that are paid, for whoever tells others of them. */
@Injectable()
export class SettledRefundsService {
  /** Paid at or after an instant, the first first. By the index of the sweep: it begins when they are settled. */
  async since(em: EntityManager, since: number, limit: number): Promise<SettledRefund[]> {
    const rows = await em
      .createQueryBuilder(RefundRecord, 'r')
      .where(`r.retentionClass = 'bookkeeping' AND r.anchorAt >= :since`, { since })
      .andWhere(`r.state = 'succeeded' AND r.method = 'original' AND r.customerId IS NOT NULL`)
      .orderBy('r.anchorAt')
      .addOrderBy('r.id')
      .limit(limit)
      .getMany();
    return rows.map(({ id, orderId, amount, currency, sandbox, anchorAt }) => ({
      ...{ id, orderId, amount, currency, sandbox },
      settledAt: anchorAt ?? since,
    }));
  }
}
