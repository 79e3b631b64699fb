import { Module } from '@nestjs/common';
import { ConversationsModule } from '../conversations/conversations.module.js';
import { HoursModule } from '../hours/hours.module.js';
import { RepliesModule } from '../replies/replies.module.js';
import { AutomationLoop, LoopParts } from './automation.loop.js';
import { AutomationRunner } from './automation.runner.js';
import { AutomationsController } from './automations.controller.js';
import { AutomationsService } from './automations.service.js';
import { MacrosController } from './macros.controller.js';
import { MacrosKeeper } from './macros.keeper.js';
import { MacrosService, MacroSurroundings } from './macros.service.js';
import { Offices } from './offices.js';
import { TicketActions } from './ticket-actions.js';

/** Several actions on a ticket as one, by a person's click or by the desk itself. */
@Module({
  imports: [ConversationsModule, HoursModule, RepliesModule],
  controllers: [MacrosController, AutomationsController],
  providers: [
    AutomationLoop,
    AutomationRunner,
    AutomationsService,
    LoopParts,
    MacrosKeeper,
    MacrosService,
    MacroSurroundings,
    Offices,
    TicketActions,
  ],
  exports: [AutomationsService, MacrosService],
})
export class MacrosModule {}
