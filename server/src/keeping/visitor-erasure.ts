import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../audit/audit.service.js';
import type { Tx } from '../core/database/database.js';
import { CustomerParts } from '../customers/customer-parts.service.js';
import { CustomersService } from '../customers/customers.service.js';

/** A visitor is known only by what they said: their record goes with the last thing that it stood for. */
@Injectable()
export class VisitorErasure {
  constructor(
    private readonly customers: CustomersService,
    private readonly parts: CustomerParts,
    readonly audit: AuditTrail,
  ) {}

  /** To be called in the unit that removed something of theirs. An identified customer stays. */
  async afterLast(tx: Tx, customerId: string): Promise<void> {
    if ((await this.parts.uses(tx.em, [customerId])).has(customerId)) return;
    await this.customers.removeVisitor(tx, customerId);
  }
}
