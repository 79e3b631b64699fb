import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CustomerParts } from '../customers/customer-parts.service.js';
import { ClaimRecord, FreightClaimRecord, ReturnRecord } from './return.entity.js';

/** When two customers become one, the returns and claims of the first are the second's. */
@Injectable()
export class ReturnPart implements OnModuleInit {
  constructor(private readonly parts: CustomerParts) {}

  onModuleInit(): void {
    this.parts.register({
      merge: async (tx, from, to) => {
        await tx.em.update(ClaimRecord, { customerId: from }, { customerId: to });
        await tx.em.update(FreightClaimRecord, { customerId: from }, { customerId: to });
        await tx.em.update(ReturnRecord, { customerId: from }, { customerId: to });
      },
      // A return is of an order, which says itself whose it is.
      uses: () => Promise.resolve([]),
    });
  }
}
