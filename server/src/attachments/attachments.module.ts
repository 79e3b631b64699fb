import { Module } from '@nestjs/common';
import { ConversationsModule } from '../conversations/conversations.module.js';
import { AttachmentSource } from './attachment-source.js';
import { AttachmentViews } from './attachment-views.js';
import { AttachmentsController } from './attachments.controller.js';
import { AttachmentsKeeper } from './attachments.keeper.js';
import { AttachmentsService, AttachmentSurroundings } from './attachments.service.js';
import { ChatAttachmentsController } from './chat-attachments.controller.js';
import { DownloadsService } from './downloads.service.js';
import { Intake } from './intake.js';
import { Pictures } from './pictures.js';
import { ReaderFilesService } from './reader-files.service.js';
import { UploadGate } from './upload-gate.js';

@Module({
  imports: [ConversationsModule],
  controllers: [AttachmentsController, ChatAttachmentsController],
  providers: [
    AttachmentSource,
    AttachmentSurroundings,
    AttachmentViews,
    AttachmentsKeeper,
    AttachmentsService,
    DownloadsService,
    Intake,
    Pictures,
    ReaderFilesService,
    UploadGate,
  ],
  exports: [AttachmentsService, ReaderFilesService],
})
export class AttachmentsModule {}
