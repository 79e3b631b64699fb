import { Module } from '@nestjs/common';
import { Idempotency } from '../core/idempotency/idempotency.service.js';
import { ConversationsModule } from '../conversations/conversations.module.js';
import { CustomersModule } from '../customers/customers.module.js';
import { OrdersModule } from '../orders/orders.module.js';
import { StaffModule } from '../staff/staff.module.js';
import { CreditController } from './credit.controller.js';
import { CreditKeeper } from './credit.keeper.js';
import { CreditLedgerService } from './credit-ledger.service.js';
import { CreditService, CreditSurroundings } from './credit.service.js';

/** Store credit: what customers took instead of money, and goodwill. */
@Module({
  imports: [ConversationsModule, CustomersModule, OrdersModule, StaffModule],
  controllers: [CreditController],
  providers: [CreditKeeper, CreditLedgerService, CreditService, CreditSurroundings, Idempotency],
  exports: [CreditLedgerService],
})
export class CreditModule {}
