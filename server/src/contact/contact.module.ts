import { Module } from '@nestjs/common';
import { AttachmentsModule } from '../attachments/attachments.module.js';
import { ConversationsModule } from '../conversations/conversations.module.js';
import { CustomersModule } from '../customers/customers.module.js';
import { HoursModule } from '../hours/hours.module.js';
import { AnswerMailer } from './answer-mailer.js';
import { ContactController } from './contact.controller.js';
import { ContactKeeper } from './contact.keeper.js';
import { FormsService } from './forms.service.js';
import { Letters } from './letters.js';
import { LinksService } from './links.service.js';
import { PassesService } from './passes.service.js';
import { ReaderFilesController } from './reader-files.controller.js';
import { ReaderLimits, ReadersService } from './readers.service.js';
import { ReadingTokens } from './reading-tokens.js';
import { Proofs, TrackingService } from './tracking.service.js';

/** Reaching the desk, and one's conversation, without the chat: the form, mailed links, number and code. */
@Module({
  imports: [AttachmentsModule, ConversationsModule, CustomersModule, HoursModule],
  controllers: [ContactController, ReaderFilesController],
  providers: [
    AnswerMailer,
    ContactKeeper,
    FormsService,
    Letters,
    LinksService,
    PassesService,
    Proofs,
    ReaderLimits,
    ReadersService,
    ReadingTokens,
    TrackingService,
  ],
  exports: [FormsService, LinksService],
})
export class ContactModule {}
