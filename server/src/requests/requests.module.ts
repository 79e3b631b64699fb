import { Module } from '@nestjs/common';
import { ConversationsModule } from '../conversations/conversations.module.js';
import { CustomersModule } from '../customers/customers.module.js';
import { SearchModule } from '../search/search.module.js';
import { StaffModule } from '../staff/staff.module.js';
import { RequestParts } from './request-parts.js';
import { RequestReader } from './request-reader.js';
import { RequestReaderLoop } from './request-reader.loop.js';
import { RequestsController, SuggestionsController } from './requests.controller.js';
import { RequestsKeeper } from './requests.keeper.js';
import { RequestsService } from './requests.service.js';
import { SuggestionsService, SuggestionSurroundings } from './suggestions.service.js';

/** Privacy requests: spotted in what customers write, opened by people, and their clocks. */
@Module({
  imports: [ConversationsModule, CustomersModule, SearchModule, StaffModule],
  controllers: [RequestsController, SuggestionsController],
  providers: [
    RequestParts,
    RequestReader,
    RequestReaderLoop,
    RequestsKeeper,
    RequestsService,
    SuggestionsService,
    SuggestionSurroundings,
  ],
  exports: [RequestsService, SuggestionsService],
})
export class RequestsModule {}
