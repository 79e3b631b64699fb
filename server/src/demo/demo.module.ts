import { Module } from '@nestjs/common';
import { ConversationsModule } from '../conversations/conversations.module.js';
import { CustomersModule } from '../customers/customers.module.js';
import { OrdersModule } from '../orders/orders.module.js';
import { PolicyModule } from '../policy/policy.module.js';
import { RoutingModule } from '../routing/routing.module.js';
import { StaffModule } from '../staff/staff.module.js';
import { DemoBooks } from './demo-books.js';
import { DemoChats } from './demo-chats.js';
import { DemoHistory } from './demo-history.js';
import { DemoLoader } from './demo-loader.js';
import { DemoService } from './demo.service.js';
import { ShopController } from './shop.controller.js';

/** The demonstration: a shop, its customers, and a past. Only where `DEMO` is on. */
@Module({
  imports: [ConversationsModule, CustomersModule, OrdersModule, PolicyModule, RoutingModule, StaffModule],
  controllers: [ShopController],
  providers: [DemoBooks, DemoChats, DemoHistory, DemoLoader, DemoService],
})
export class DemoModule {}
