import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { AuditTrail } from '../audit/audit.service.js';
import { system } from '../core/access/actor.js';
import { Database, type Tx } from '../core/database/database.js';
import type { ProviderRefund } from '../providers/payment-provider.js';
import { ProviderNews, type NewsHandler } from '../providers/provider-news.service.js';
import { RefundMoves } from './refund-moves.service.js';
import { RefundRecord } from './refund.entity.js';
import { eventOf } from './refund.rules.js';

/** What a provider tells of a refund by itself, whatever the worker knows of it. */
@Injectable()
export class RefundNews implements NewsHandler, OnModuleInit {
  private readonly log = new Logger(RefundNews.name);

  constructor(
    private readonly database: Database,
    private readonly audit: AuditTrail,
    private readonly moves: RefundMoves,
    private readonly news: ProviderNews,
  ) {}

  onModuleInit(): void {
    this.news.on(this);
  }

  async prepare(told: ProviderRefund): Promise<((tx: Tx) => Promise<void>) | undefined> {
    const known = await this.database.read((em) => this.find(em, told));
    if (!known?.customerId) {
      // Somebody gave money back at the provider itself: the shop will tell.
      this.log.warn({ fault: 'A refund is told of that nobody here asked for.', reference: told.reference });
      return undefined;
    }
    if (known.amount !== told.amount || known.currency !== told.currency) {
      this.log.error({ fault: 'A refund is told of with another sum.', refund: known.id });
      return undefined;
    }
    const subject = await this.audit.subject(known.customerId);
    return async (tx) => {
      const row = await this.find(tx.em, told);
      if (!row) return;
      const failure = told.status === 'failed' ? (told.reason ?? 'failed') : null;
      const also = { reference: told.reference, failure };
      await this.moves.apply(tx, row, eventOf[told.status], { actor: system('refunds'), subject, also });
    };
  }

  private find(em: Tx['em'], { refundId, reference }: ProviderRefund): Promise<RefundRecord | null> {
    return em.findOneBy(RefundRecord, refundId === undefined ? { reference } : { id: refundId });
  }
}
