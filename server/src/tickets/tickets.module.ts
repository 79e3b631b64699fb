import { Module } from '@nestjs/common';
import { ConversationsModule } from '../conversations/conversations.module.js';
import { HoursModule } from '../hours/hours.module.js';
import { OrdersModule } from '../orders/orders.module.js';
import { StaffModule } from '../staff/staff.module.js';
import { BulkService } from './bulk.service.js';
import { TicketClock } from './clock.service.js';
import { DeedsService } from './deeds.service.js';
import { FieldsController } from './fields.controller.js';
import { FieldsService } from './fields.service.js';
import { LinkKindsService } from './link-kinds.service.js';
import { LinksService } from './links.service.js';
import { MannersService } from './manners.service.js';
import { SafetyService } from './safety.service.js';
import { TicketSurroundings } from './surroundings.js';
import { TicketsController } from './tickets.controller.js';
import { TicketsKeeper } from './tickets.keeper.js';
import { ViewsController } from './views.controller.js';
import { ViewsService } from './views.service.js';

/** What is done to tickets, what they are asked for and linked to, and the lists that people keep. */
@Module({
  imports: [ConversationsModule, HoursModule, OrdersModule, StaffModule],
  controllers: [TicketsController, ViewsController, FieldsController],
  providers: [
    BulkService,
    DeedsService,
    FieldsService,
    LinkKindsService,
    LinksService,
    MannersService,
    SafetyService,
    TicketClock,
    TicketSurroundings,
    TicketsKeeper,
    ViewsService,
  ],
  exports: [BulkService, DeedsService, FieldsService, LinkKindsService],
})
export class TicketsModule {}
