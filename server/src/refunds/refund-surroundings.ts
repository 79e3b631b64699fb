import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../core/clock.js';
import { CONFIG, type Config } from '../core/config/config.js';
import { Database } from '../core/database/database.js';
import { Vault } from '../core/vault/vault.js';
import { CreditLedgerService } from '../credit/credit-ledger.service.js';
import { PaymentsService } from '../orders/payments/payments.service.js';
import { PricedOrdersService } from '../orders/priced-orders.service.js';
import { PolicyService } from '../policy/policy.service.js';
import { ProvidersService } from '../providers/providers.service.js';

/** The money of orders, and who gives it back. */
@Injectable()
export class RefundMoney {
  constructor(
    readonly orders: PricedOrdersService,
    readonly payments: PaymentsService,
    readonly providers: ProvidersService,
    readonly credit: CreditLedgerService,
    @Inject(CONFIG) readonly config: Config,
  ) {}
}

/** What refunds stand on: the desk's stores, the orders' money, those who pay. */
@Injectable()
export class RefundSurroundings {
  constructor(
    readonly database: Database,
    readonly clock: Clock,
    readonly vault: Vault,
    readonly policy: PolicyService,
    readonly money: RefundMoney,
  ) {}

  /** For how long an approved refund can be taken back before it leaves the house, in milliseconds. */
  get undo(): number {
    return this.money.config.refundUndo;
  }
  get orders(): PricedOrdersService {
    return this.money.orders;
  }
  get payments(): PaymentsService {
    return this.money.payments;
  }
  get credit(): CreditLedgerService {
    return this.money.credit;
  }
  get providers(): ProvidersService {
    return this.money.providers;
  }
}
