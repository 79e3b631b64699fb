import { Module } from '@nestjs/common';
import { ConversationsModule } from '../conversations/conversations.module.js';
import { OrdersModule } from '../orders/orders.module.js';
import { StaffModule } from '../staff/staff.module.js';
import { OwnVisitsService } from './own-visits.service.js';
import { OwnVisitsController, VisitsController } from './visits.controller.js';
import { VisitsKeeper } from './visits.keeper.js';
import { VisitsService, VisitSurroundings } from './visits.service.js';

/** Visits at the customer's home: planned beside a conversation, done by installers on a screen of their own. */
@Module({
  imports: [ConversationsModule, OrdersModule, StaffModule],
  controllers: [VisitsController, OwnVisitsController],
  providers: [OwnVisitsService, VisitsKeeper, VisitsService, VisitSurroundings],
  exports: [VisitsService],
})
export class VisitsModule {}
