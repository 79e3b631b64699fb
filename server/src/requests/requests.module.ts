import { Module } from '@nestjs/common';
import { ConversationsModule } from '../conversations/conversations.module.js';
import { CustomersModule } from '../customers/customers.module.js';
import { SearchModule } from '../search/search.module.js';
import { StaffModule } from '../staff/staff.module.js';
import { TicketsModule } from '../tickets/tickets.module.js';
import { LoggedRequestsService } from './logged-requests.service.js';
import { RequestBearing } from './request-bearing.js';
import { RequestParts } from './request-parts.js';
import { RequestReader } from './request-reader.service.js';
import { RequestReaderLoop } from './request-reader.loop.js';
import { RequestsController, SuggestionsController } from './requests.controller.js';
import { RequestsKeeper } from './requests.keeper.js';
import { RequestsService } from './requests.service.js';
import { SuggestionsService, SuggestionSurroundings } from './suggestions.service.js';

/** Privacy requests: spotted in what customers write, opened by people, and their clocks. */
@Module({
  imports: [ConversationsModule, CustomersModule, SearchModule, StaffModule, TicketsModule],
  controllers: [RequestsController, SuggestionsController],
  providers: [
    LoggedRequestsService,
    RequestBearing,
    RequestParts,
    RequestReader,
    RequestReaderLoop,
    RequestsKeeper,
    RequestsService,
    SuggestionsService,
    SuggestionSurroundings,
  ],
  exports: [LoggedRequestsService, RequestReader, RequestsService, SuggestionsService],
})
export class RequestsModule {}
