import { Module } from '@nestjs/common';
import { OrdersModule } from '../orders/orders.module.js';
import { ProviderNews } from './provider-news.service.js';
import { ProvidersService } from './providers.service.js';
import { SandboxProcess } from './sandbox-process.js';
import { SandboxProvider } from './sandbox-provider.js';
import { StripeProvider } from './stripe-provider.js';
import { PaymentWebhooksController } from './webhooks.controller.js';

/** Those who give money back, and what they tell. */
@Module({
  imports: [OrdersModule],
  controllers: [PaymentWebhooksController],
  // In this order: a payment that a real provider knows is never given to the simulated one.
  providers: [ProviderNews, ProvidersService, StripeProvider, SandboxProcess, SandboxProvider],
  exports: [ProviderNews, ProvidersService],
})
export class ProvidersModule {}
