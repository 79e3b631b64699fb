import { Module } from '@nestjs/common';
import { ConversationsModule } from '../conversations/conversations.module.js';
import { HoursModule } from '../hours/hours.module.js';
import { StaffModule } from '../staff/staff.module.js';
import { RepliesController } from './replies.controller.js';
import { RepliesKeeper } from './replies.keeper.js';
import { RepliesService } from './replies.service.js';
import { ReplyFactsReader } from './reply-facts.js';
import { ScheduledController } from './scheduled.controller.js';
import { ScheduledLoop } from './scheduled.loop.js';
import { ScheduledRepliesService, ScheduleSurroundings } from './scheduled-replies.service.js';
import { ScheduledSender, SenderSurroundings } from './scheduled-sender.service.js';
import { StartingSetLoader } from './starting-set.loader.js';

/** What is said often, and what is said later. */
@Module({
  imports: [ConversationsModule, HoursModule, StaffModule],
  controllers: [RepliesController, ScheduledController],
  providers: [
    RepliesKeeper,
    RepliesService,
    ReplyFactsReader,
    ScheduledLoop,
    ScheduledRepliesService,
    ScheduledSender,
    ScheduleSurroundings,
    SenderSurroundings,
    StartingSetLoader,
  ],
  exports: [RepliesService, ScheduledRepliesService],
})
export class RepliesModule {}
