import { Module } from '@nestjs/common';
import { ConversationsModule } from '../conversations/conversations.module.js';
import { CustomersModule } from '../customers/customers.module.js';
import { HoursModule } from '../hours/hours.module.js';
import { OrdersModule } from '../orders/orders.module.js';
import { ClaimsService } from './claims.service.js';
import { ExchangesService } from './exchanges.service.js';
import { ReturnMovesService } from './return-moves.service.js';
import { ReturnBooks, ReturnSurroundings } from './return-surroundings.js';
import { ClaimsController, ReturnsController } from './returns.controller.js';
import { ReturnsKeeper } from './returns.keeper.js';
import { ReturnsService } from './returns.service.js';

/** Goods that come back, what is wrong with those that do not, and what carriers answer for. */
@Module({
  imports: [ConversationsModule, CustomersModule, HoursModule, OrdersModule],
  controllers: [ReturnsController, ClaimsController],
  providers: [
    ClaimsService,
    ExchangesService,
    ReturnBooks,
    ReturnMovesService,
    ReturnsKeeper,
    ReturnsService,
    ReturnSurroundings,
  ],
  exports: [ReturnMovesService, ReturnsService],
})
export class ReturnsModule {}
