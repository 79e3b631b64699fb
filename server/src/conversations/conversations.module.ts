import { Module } from '@nestjs/common';
import { CustomersModule } from '../customers/customers.module.js';
import { StaffModule } from '../staff/staff.module.js';
import { BearingsService } from './bearings.service.js';
import { BesideService } from './beside.service.js';
import { Claims } from './claims.js';
import { CodeSending } from './code-sending.js';
import { ContactService } from './contact.service.js';
import { CustomerPanels } from './customer-panels.js';
import { Lifting } from './lifting.js';
import { OrderLinking } from './order-linking.js';
import { People } from './people.js';
import { ChatPartsService } from './chat-parts.service.js';
import { ConversationPeopleService } from './conversation-people.service.js';
import { ConversationUnitsService } from './conversation-units.service.js';
import { ChatService, ChatSurroundings } from './chat.service.js';
import { ConversationKeys } from './conversation-keys.js';
import { ConversationPart } from './conversation-part.js';
import { ConversationsController } from './conversations.controller.js';
import { ConversationsService } from './conversations.service.js';
import { Dues } from './dues.js';
import { DueTargetsService } from './due-targets.service.js';
import { DueStands } from './due-stands.js';
import { DueWatch } from './due-watch.js';
import { Enclosures } from './enclosures.service.js';
import { EntryMasking } from './entry-masking.js';
import { EntryReader } from './entry-reader.js';
import { FactLog } from './facts.js';
import { FilingService } from './filing.service.js';
import { HandBackService } from './hand-back.service.js';
import { HandlingService } from './handling.service.js';
import { IdentityService } from './identity.service.js';
import { InboxService } from './inbox.service.js';
import { JoiningService } from './joining.service.js';
import { MessageLog } from './message-log.js';
import { Moving } from './moving.service.js';
import { OverdueService } from './overdue.service.js';
import { PostingService, PostingSurroundings } from './posting.service.js';
import { QueueHooks } from './queue-hooks.service.js';
import { QueueReader } from './queue-reader.service.js';
import { QueueService } from './queue.service.js';
import { Reach } from './reach.service.js';
import { HoursModule } from '../hours/hours.module.js';
import { OrdersModule } from '../orders/orders.module.js';
import { ConversationsKeeper } from './conversations.keeper.js';
import { SearchFeed } from './search-feed.js';
import { SilenceService } from './silence.service.js';
import { StartGateService } from './start-gate.service.js';
import { StartingService } from './starting.service.js';
import { VisitorTokens } from './visitor-tokens.js';
import { WhyService } from './why.service.js';

@Module({
  imports: [CustomersModule, HoursModule, OrdersModule, StaffModule],
  controllers: [ConversationsController],
  providers: [
    People,
    OrderLinking,
    Lifting,
    CustomerPanels,
    ContactService,
    CodeSending,
    Claims,
    BearingsService,
    BesideService,
    ChatPartsService,
    ChatService,
    ChatSurroundings,
    ConversationKeys,
    ConversationPart,
    ConversationPeopleService,
    ConversationUnitsService,
    ConversationsService,
    Enclosures,
    Dues,
    DueTargetsService,
    DueStands,
    DueWatch,
    EntryMasking,
    EntryReader,
    FactLog,
    FilingService,
    HandBackService,
    HandlingService,
    IdentityService,
    InboxService,
    JoiningService,
    MessageLog,
    OverdueService,
    Moving,
    PostingService,
    PostingSurroundings,
    QueueHooks,
    QueueReader,
    QueueService,
    Reach,
    SearchFeed,
    SilenceService,
    StartGateService,
    StartingService,
    VisitorTokens,
    WhyService,
    ConversationsKeeper,
  ],
  exports: [
    BearingsService,
    BesideService,
    ChatPartsService,
    ChatService,
    ConversationPeopleService,
    ConversationUnitsService,
    ConversationsService,
    Enclosures,
    DueTargetsService,
    FactLog,
    FilingService,
    HandlingService,
    IdentityService,
    InboxService,
    JoiningService,
    Moving,
    OverdueService,
    PostingService,
    QueueHooks,
    QueueReader,
    Reach,
    StartGateService,
    StartingService,
    QueueService,
    PostingSurroundings,
  ],
})
export class ConversationsModule {}
