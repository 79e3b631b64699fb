import { Module } from '@nestjs/common';
import { ConversationsModule } from '../conversations/conversations.module.js';
import { StaffModule } from '../staff/staff.module.js';
import { MentionsService } from './mentions.service.js';
import { NoticesController } from './notices.controller.js';
import { NoticesKeeper } from './notices.keeper.js';
import { NoticesService } from './notices.service.js';

@Module({
  imports: [ConversationsModule, StaffModule],
  controllers: [NoticesController],
  providers: [MentionsService, NoticesKeeper, NoticesService],
  exports: [MentionsService, NoticesService],
})
export class NoticesModule {}
