import { Module } from '@nestjs/common';
import { ReturnPart } from './return-part.js';
import { ContactModule } from '../contact/contact.module.js';
import { ConversationsModule } from '../conversations/conversations.module.js';
import { CustomersModule } from '../customers/customers.module.js';
import { HoursModule } from '../hours/hours.module.js';
import { OrdersModule } from '../orders/orders.module.js';
import { ClaimsService } from './claims.service.js';
import { ExchangesService } from './exchanges.service.js';
import { OwnReturnsController } from './own-returns.controller.js';
import { OwnReturnsService, ReturnProofs } from './own-returns.service.js';
import { ReturnMovesService } from './return-moves.service.js';
import { ReturnBooks, ReturnSurroundings } from './return-surroundings.js';
import { ClaimsController, ReturnsController } from './returns.controller.js';
import { ReturnsKeeper } from './returns.keeper.js';
import { ReturnsService } from './returns.service.js';
import { WithdrawalsService } from './withdrawals.service.js';

/** Goods that come back, what is wrong with those that do not, and what carriers answer for. */
@Module({
  imports: [ContactModule, ConversationsModule, CustomersModule, HoursModule, OrdersModule],
  controllers: [ReturnsController, ClaimsController, OwnReturnsController],
  providers: [
    ReturnPart,
    ClaimsService,
    ExchangesService,
    OwnReturnsService,
    ReturnBooks,
    ReturnMovesService,
    ReturnProofs,
    ReturnsKeeper,
    ReturnsService,
    ReturnSurroundings,
    WithdrawalsService,
  ],
  exports: [ReturnMovesService, ReturnsService],
})
export class ReturnsModule {}
