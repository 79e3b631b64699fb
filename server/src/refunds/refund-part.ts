import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CustomerParts } from '../customers/customer-parts.service.js';
import { RefundRecord } from './refund.entity.js';

/** When two customers become one, the refunds of the first are the second's. */
@Injectable()
export class RefundPart implements OnModuleInit {
  constructor(private readonly parts: CustomerParts) {}

  onModuleInit(): void {
    this.parts.register({
      merge: async (tx, from, to) => {
        await tx.em.update(RefundRecord, { customerId: from }, { customerId: to });
      },
      // A refund is of an order, which says itself whose it is.
      uses: () => Promise.resolve([]),
    });
  }
}
