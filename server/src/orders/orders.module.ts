import { Module } from '@nestjs/common';
import { CustomersModule } from '../customers/customers.module.js';
import { ImportsController } from './import/imports.controller.js';
import { ImportsService } from './import/imports.service.js';
import { InboundEvents } from './inbound/inbound-events.service.js';
import { MirrorService } from './import/mirror.service.js';
import { OrderWriter } from './import/order-writer.js';
import { ChangedOrdersService } from './changed-orders.service.js';
import { OrderFinder } from './order-finder.js';
import { OrdersController } from './orders.controller.js';
import { OrdersKeeper } from './orders.keeper.js';
import { OrdersService } from './orders.service.js';
import { PaymentsService } from './payments/payments.service.js';
import { PricedOrdersService } from './priced-orders.service.js';
import { ReturnedOrdersService } from './returned-orders.service.js';
import { VisitedOrdersService } from './visited-orders.service.js';

/** The shop's orders, mirrored. */
@Module({
  imports: [CustomersModule],
  controllers: [OrdersController, ImportsController],
  providers: [
    InboundEvents,
    ChangedOrdersService,
    PricedOrdersService,
    OrderFinder,
    OrdersService,
    PaymentsService,
    ReturnedOrdersService,
    OrdersKeeper,
    OrderWriter,
    MirrorService,
    ImportsService,
    VisitedOrdersService,
  ],
  exports: [
    ChangedOrdersService,
    InboundEvents,
    PaymentsService,
    PricedOrdersService,
    OrdersService,
    ImportsService,
    MirrorService,
    ReturnedOrdersService,
    VisitedOrdersService,
  ],
})
export class OrdersModule {}
