import { Module } from '@nestjs/common';
import { ConversationsModule } from '../conversations/conversations.module.js';
import { HoursModule } from '../hours/hours.module.js';
import { SlaController } from './sla.controller.js';
import { SlaKeeper } from './sla.keeper.js';
import { SlaService } from './sla.service.js';

/** Targets, and what is due by them. */
@Module({
  imports: [ConversationsModule, HoursModule],
  controllers: [SlaController],
  providers: [SlaKeeper, SlaService],
  exports: [SlaService],
})
export class SlaModule {}
