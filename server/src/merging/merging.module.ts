import { Module } from '@nestjs/common';
import { ConversationsModule } from '../conversations/conversations.module.js';
import { CustomersModule } from '../customers/customers.module.js';
import { StaffModule } from '../staff/staff.module.js';
import { PrivacyModule } from '../privacy/privacy.module.js';
import { CustomerMergesService } from './customer-merges.service.js';
import { CustomerPagesService, CustomerSources } from './customer-pages.service.js';
import { CustomersController } from './customers.controller.js';
import { GoingOnService } from './going-on.service.js';
import { MergeViews } from './merge-views.js';
import { MergesService } from './merges.service.js';
import { MergingController } from './merging.controller.js';
import { MergingKeeper } from './merging.keeper.js';
import { MergingSurroundings } from './surroundings.js';

/** Two conversations, or two customers, that are one. */
@Module({
  imports: [ConversationsModule, CustomersModule, PrivacyModule, StaffModule],
  controllers: [CustomersController, MergingController],
  providers: [
    CustomerMergesService,
    CustomerPagesService,
    CustomerSources,
    GoingOnService,
    MergeViews,
    MergesService,
    MergingKeeper,
    MergingSurroundings,
  ],
  exports: [CustomerMergesService, CustomerPagesService, GoingOnService, MergesService],
})
export class MergingModule {}
