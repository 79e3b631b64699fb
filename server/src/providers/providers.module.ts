import { Module } from '@nestjs/common';
import { OrdersModule } from '../orders/orders.module.js';
import { ProviderNews } from './provider-news.service.js';
import { ProvidersService } from './providers.service.js';
import { SandboxProcess } from './sandbox-process.js';
import { SandboxProvider } from './sandbox-provider.js';
import { PaymentWebhooksController } from './webhooks.controller.js';

/** Those who give money back, and what they tell. */
@Module({
  imports: [OrdersModule],
  controllers: [PaymentWebhooksController],
  providers: [ProviderNews, ProvidersService, SandboxProcess, SandboxProvider],
  exports: [ProviderNews, ProvidersService],
})
export class ProvidersModule {}
