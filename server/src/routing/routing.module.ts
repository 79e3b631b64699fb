import { Module } from '@nestjs/common';
import { ConversationsModule } from '../conversations/conversations.module.js';
import { HoursModule } from '../hours/hours.module.js';
import { StaffModule } from '../staff/staff.module.js';
import { Absences } from './absences.js';
import { CallbacksController } from './callbacks.controller.js';
import { CallbacksService } from './callbacks.service.js';
import { Dispatcher } from './dispatcher.js';
import { ExpertsService } from './experts.service.js';
import { Leavers } from './leavers.js';
import { OffersService } from './offers.service.js';
import { Places, PlacesSurroundings } from './places.js';
import { PresenceService } from './presence.service.js';
import { Quiet } from './quiet.js';
import { Roster } from './roster.js';
import { RoutingController } from './routing.controller.js';
import { RoutingKeeper } from './routing.keeper.js';
import { Looks, RoutingLoop } from './routing.loop.js';
import { RoutingParts, RoutingService } from './routing.service.js';
import { RoutingView } from './routing-view.js';
import { RoutingSettings } from './settings.js';
import { TeamsService } from './teams.service.js';
import { TicketDealer, TicketSurroundings } from './ticket-dealer.js';

/** Presence, teams, and who gets which chat. */
@Module({
  imports: [ConversationsModule, HoursModule, StaffModule],
  controllers: [CallbacksController, RoutingController],
  providers: [
    Absences,
    CallbacksService,
    Dispatcher,
    ExpertsService,
    Leavers,
    Looks,
    OffersService,
    Places,
    PlacesSurroundings,
    PresenceService,
    Quiet,
    Roster,
    RoutingKeeper,
    RoutingLoop,
    RoutingParts,
    RoutingService,
    RoutingSettings,
    RoutingView,
    TeamsService,
    TicketDealer,
    TicketSurroundings,
  ],
  exports: [ExpertsService, OffersService, PresenceService, RoutingService, TeamsService],
})
export class RoutingModule {}
