import { Module } from '@nestjs/common';
import { ConversationsModule } from '../conversations/conversations.module.js';
import { RoutingService } from './routing.service.js';

/** Presence, teams, and who gets which chat. */
@Module({
  imports: [ConversationsModule],
  providers: [RoutingService],
  exports: [RoutingService],
})
export class RoutingModule {}
