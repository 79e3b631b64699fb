import { Module } from '@nestjs/common';
import { OrdersModule } from '../orders/orders.module.js';
import { ConnectorsKeeper } from './connectors.keeper.js';
import { ShopCall } from './shop-call.js';
import { ShopNews } from './shop-news.service.js';
import { ShopWebhooksController } from './shop-webhooks.controller.js';
import { ShopsLoop } from './shops.loop.js';
import { WooApi } from './woo-api.js';
import { WooPoll } from './woo-poll.worker.js';

/** The shops themselves: what they tell, what the desk reads of them, and what it tells them. */
@Module({
  imports: [OrdersModule],
  controllers: [ShopWebhooksController],
  providers: [ConnectorsKeeper, ShopCall, ShopNews, ShopsLoop, WooApi, WooPoll],
})
export class ConnectorsModule {}
