import { Inject, Injectable } from '@nestjs/common';
import { AuditTrail } from '../audit/audit.service.js';
import { CONFIG, type Config } from '../core/config/config.js';
import { CustomersService } from '../customers/customers.service.js';
import { ShopTokensService } from '../customers/shop-token.service.js';
import { Claims } from './claims.js';

/** Where people are known, in one. */
@Injectable()
export class People {
  constructor(
    readonly customers: CustomersService,
    readonly shop: ShopTokensService,
    readonly audit: AuditTrail,
    readonly claims: Claims,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** What a proof of this customer is told with. */
  async known(customerId: string): Promise<{ subject: Buffer; name: string | undefined }> {
    const [subject, names] = await Promise.all([this.audit.subject(customerId), this.customers.names([customerId])]);
    return { subject, name: names.get(customerId) };
  }

  /** The retailer's name, as mails are signed. */
  get sender(): string {
    return this.config.mailFrom.replace(/\s*<.*$/, '');
  }
}
