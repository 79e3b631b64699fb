import { Module } from '@nestjs/common';
import { ConversationsModule } from '../conversations/conversations.module.js';
import { Idempotency } from '../core/idempotency/idempotency.service.js';
import { CustomersModule } from '../customers/customers.module.js';
import { OrdersModule } from '../orders/orders.module.js';
import { RefundsModule } from '../refunds/refunds.module.js';
import { StaffModule } from '../staff/staff.module.js';
import { ChangeDoor } from './change-door.js';
import { ChangeOutbox } from './change-outbox.js';
import { ChangesWorker } from './changes.worker.js';
import { ConnectedShops } from './connected-shops.js';
import { ConnectorsController } from './connectors.controller.js';
import { ConnectorsService } from './connectors.service.js';
import { ConnectorsKeeper } from './connectors.keeper.js';
import { AskedChangesController, OrderChangesController } from './order-changes.controller.js';
import { ChangeTrails, OrderChangesService } from './order-changes.service.js';
import { RefundsTold } from './refunds-told.js';
import { ShopCall } from './shop-call.js';
import { ShopNews } from './shop-news.service.js';
import { ShopWebhooksController } from './shop-webhooks.controller.js';
import { ShopifyShop } from './shopify-shop.js';
import { ShopsLoop } from './shops.loop.js';
import { WooApi } from './woo-api.js';
import { WooPoll } from './woo-poll.worker.js';
import { WooShop } from './woo-shop.js';

/** The shops themselves: what they tell, what the desk reads of them, and what it tells them. */
@Module({
  imports: [ConversationsModule, CustomersModule, OrdersModule, RefundsModule, StaffModule],
  controllers: [ShopWebhooksController, ConnectorsController, OrderChangesController, AskedChangesController],
  providers: [
    ChangeDoor,
    ChangeOutbox,
    ChangesWorker,
    ChangeTrails,
    ConnectedShops,
    ConnectorsKeeper,
    ConnectorsService,
    Idempotency,
    OrderChangesService,
    RefundsTold,
    ShopCall,
    ShopifyShop,
    ShopNews,
    ShopsLoop,
    WooApi,
    WooPoll,
    WooShop,
  ],
})
export class ConnectorsModule {}
