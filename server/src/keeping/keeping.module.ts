import { Module } from '@nestjs/common';
import { ConversationsModule } from '../conversations/conversations.module.js';
import { CustomersModule } from '../customers/customers.module.js';
import { PrivacyModule } from '../privacy/privacy.module.js';
import { KeepingKeeper } from './keeping.keeper.js';
import { KeepingService } from './keeping.service.js';
import { TranscriptErasure } from './transcript-erasure.js';
import { VisitorErasure } from './visitor-erasure.js';
import { Wishes } from './wishes.js';

/** The customer's own hand on what is kept of their chat: see, delete, withdraw. */
@Module({
  imports: [ConversationsModule, CustomersModule, PrivacyModule],
  providers: [KeepingKeeper, KeepingService, TranscriptErasure, VisitorErasure, Wishes],
  exports: [KeepingService, TranscriptErasure],
})
export class KeepingModule {}
