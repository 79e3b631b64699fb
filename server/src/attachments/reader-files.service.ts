import type { Attachment } from '@candour/shared/attachments.js';
import { Refused } from '@candour/shared/errors.js';
import { Inject, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { IsNull, Not } from 'typeorm';
import type { VisitorActor } from '../core/access/actor.js';
import { Database } from '../core/database/database.js';
import type { Download, Part } from '../core/files/file-answer.js';
import { AttachmentRecord } from './attachment.entity.js';
import { AttachmentsService } from './attachments.service.js';
import { DownloadsService } from './downloads.service.js';
import { UploadGate } from './upload-gate.js';

/** One conversation that somebody was let into by a link or a code, and whose customer they speak for. */
export interface OneConversation {
  readonly actor: VisitorActor;
  readonly conversationId: string;
}

/**
 * The files of one conversation for whoever may reach this one alone: whatever else its customer may read stays shut,
 * and what another browser of theirs has not sent is not there.
 */
@Injectable()
export class ReaderFilesService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(AttachmentsService) private readonly attachments: AttachmentsService,
    @Inject(DownloadsService) private readonly downloads: DownloadsService,
    @Inject(UploadGate) private readonly gate: UploadGate,
  ) {}

  /** @throws Refused `not-found` also for a file of another conversation, or of none yet. */
  async file(one: OneConversation, id: string, part?: Part): Promise<Download> {
    await this.require(one, id, true);
    return this.downloads.file(one.actor, id, part);
  }

  /** @throws Refused `not-found`. */
  async preview(one: OneConversation, id: string): Promise<Download> {
    await this.require(one, id, true);
    return this.downloads.preview(one.actor, id);
  }

  /** The body is the file itself. @throws Refused as `UploadGate.pass` and `AttachmentsService.upload` do. */
  upload({ actor, conversationId }: OneConversation, name: string, request: Request): Promise<Attachment> {
    return this.gate.pass(actor, conversationId, request, (body) =>
      this.attachments.upload(actor, conversationId, name, body),
    );
  }

  /** Takes back what was not sent. @throws Refused `not-found`, `file-gone`. */
  async discard(one: OneConversation, id: string): Promise<void> {
    await this.require(one, id, false);
    await this.attachments.discard(one.actor, id);
  }

  private async require({ conversationId }: OneConversation, id: string, sent: boolean): Promise<void> {
    const where = { id, conversationId, note: false, messageId: sent ? Not(IsNull()) : IsNull() };
    if (!(await this.database.read((em) => em.existsBy(AttachmentRecord, where)))) throw new Refused('not-found');
  }
}
