import { Module } from '@nestjs/common';
import { ConversationsModule } from '../conversations/conversations.module.js';
import { NoticesModule } from '../notices/notices.module.js';
import { RoutingModule } from '../routing/routing.module.js';
import { StaffModule } from '../staff/staff.module.js';
import { HandoverController } from './handover.controller.js';
import { HandoverConversations, HandoverDesk } from './handover-desk.js';
import { HandoverService } from './handover.service.js';

@Module({
  imports: [ConversationsModule, NoticesModule, RoutingModule, StaffModule],
  controllers: [HandoverController],
  providers: [HandoverConversations, HandoverDesk, HandoverService],
  exports: [HandoverService],
})
export class HandoverModule {}
