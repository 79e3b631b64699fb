import { Module } from '@nestjs/common';
import { Idempotency } from '../core/idempotency/idempotency.service.js';
import { ConversationsModule } from '../conversations/conversations.module.js';
import { CustomersModule } from '../customers/customers.module.js';
import { CreditModule } from '../credit/credit.module.js';
import { OrdersModule } from '../orders/orders.module.js';
import { ProvidersModule } from '../providers/providers.module.js';
import { ReturnsModule } from '../returns/returns.module.js';
import { StaffModule } from '../staff/staff.module.js';
import { RefundBooks } from './refund-books.service.js';
import { RefundMoves } from './refund-moves.service.js';
import { RefundNews } from './refund-news.js';
import { RefundPart } from './refund-part.js';
import { RefundPagesService } from './refund-pages.service.js';
import { RefundMoney, RefundSurroundings } from './refund-surroundings.js';
import { RefundableController, RefundsController } from './refunds.controller.js';
import { RefundsKeeper } from './refunds.keeper.js';
import { RefundsLoop } from './refunds.loop.js';
import { RefundsService } from './refunds.service.js';
import { SettledRefundsService } from './settled-refunds.service.js';
import { RefundsWorker } from './refunds.worker.js';

/** Money that goes back: asked for, agreed to, handed to its provider, settled. */
@Module({
  imports: [
    ConversationsModule,
    CreditModule,
    CustomersModule,
    OrdersModule,
    ProvidersModule,
    ReturnsModule,
    StaffModule,
  ],
  controllers: [RefundsController, RefundableController],
  providers: [
    Idempotency,
    RefundBooks,
    RefundMoney,
    RefundMoves,
    RefundNews,
    RefundPagesService,
    RefundPart,
    RefundSurroundings,
    RefundsKeeper,
    RefundsLoop,
    RefundsService,
    RefundsWorker,
    SettledRefundsService,
  ],
  exports: [SettledRefundsService, RefundsService],
})
export class RefundsModule {}
