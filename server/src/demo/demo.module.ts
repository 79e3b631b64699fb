import { Module } from '@nestjs/common';
import { AttachmentsModule } from '../attachments/attachments.module.js';
import { HandoverModule } from '../handover/handover.module.js';
import { HoursModule } from '../hours/hours.module.js';
import { MergingModule } from '../merging/merging.module.js';
import { NoticesModule } from '../notices/notices.module.js';
import { RequestsModule } from '../requests/requests.module.js';
import { VisitsModule } from '../visits/visits.module.js';
import { ContactModule } from '../contact/contact.module.js';
import { GreetingsModule } from '../greetings/greetings.module.js';
import { MacrosModule } from '../macros/macros.module.js';
import { RepliesModule } from '../replies/replies.module.js';
import { SurveysModule } from '../surveys/surveys.module.js';
import { TicketsModule } from '../tickets/tickets.module.js';
import { ConversationsModule } from '../conversations/conversations.module.js';
import { CustomersModule } from '../customers/customers.module.js';
import { OrdersModule } from '../orders/orders.module.js';
import { PolicyModule } from '../policy/policy.module.js';
import { RoutingModule } from '../routing/routing.module.js';
import { StaffModule } from '../staff/staff.module.js';
import { DemoBooks } from './demo-books.js';
import { DemoColleagues } from './demo-colleagues.js';
import { DemoCare } from './demo-care.js';
import { DemoChats } from './demo-chats.js';
import { DemoContact } from './demo-contact.js';
import { DemoDesk } from './demo-desk.js';
import { DemoHistory } from './demo-history.js';
import { DemoLoader } from './demo-loader.js';
import { DemoMatters } from './demo-matters.js';
import { DemoTickets } from './demo-tickets.js';
import { DemoWork } from './demo-work.js';
import { DemoService } from './demo.service.js';
import { ShopController } from './shop.controller.js';

/** The demonstration: a shop, its customers, and a past. Only where `DEMO` is on. */
@Module({
  imports: [
    AttachmentsModule,
    HandoverModule,
    HoursModule,
    MergingModule,
    NoticesModule,
    ContactModule,
    RequestsModule,
    VisitsModule,
    ConversationsModule,
    CustomersModule,
    GreetingsModule,
    OrdersModule,
    PolicyModule,
    RoutingModule,
    StaffModule,
    MacrosModule,
    RepliesModule,
    SurveysModule,
    TicketsModule,
  ],
  controllers: [ShopController],
  providers: [
    DemoBooks,
    DemoCare,
    DemoChats,
    DemoColleagues,
    DemoContact,
    DemoDesk,
    DemoHistory,
    DemoLoader,
    DemoMatters,
    DemoService,
    DemoTickets,
    DemoWork,
  ],
})
export class DemoModule {}
