import { Module } from '@nestjs/common';
import { ConversationsModule } from '../conversations/conversations.module.js';
import { CustomersModule } from '../customers/customers.module.js';
import { StaffModule } from '../staff/staff.module.js';
import { GoingOnService } from './going-on.service.js';
import { MergeViews } from './merge-views.js';
import { MergesService } from './merges.service.js';
import { MergingController } from './merging.controller.js';
import { MergingKeeper } from './merging.keeper.js';
import { MergingSurroundings } from './surroundings.js';

/** Two conversations, or two customers, that are one. */
@Module({
  imports: [ConversationsModule, CustomersModule, StaffModule],
  controllers: [MergingController],
  providers: [GoingOnService, MergeViews, MergesService, MergingKeeper, MergingSurroundings],
  exports: [GoingOnService],
})
export class MergingModule {}
