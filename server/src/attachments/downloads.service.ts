import { Refused } from '@candour/shared/errors.js';
import { Inject, Injectable } from '@nestjs/common';
import { AccessTrail } from '../audit/access-trail.service.js';
import type { Actor } from '../core/access/actor.js';
import { Database } from '../core/database/database.js';
import type { Download, Part } from '../core/files/file-answer.js';
import { Files } from '../core/files/files.service.js';
import { ConversationsService } from '../conversations/conversations.service.js';
import { AttachmentRecord } from './attachment.entity.js';
import { AttachmentViews } from './attachment-views.js';
import { authorOf } from './attachments.service.js';

/** Hands files out to whoever may read their conversation. */
@Injectable()
export class DownloadsService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(ConversationsService) private readonly conversations: ConversationsService,
    @Inject(Files) private readonly files: Files,
    @Inject(AttachmentViews) private readonly views: AttachmentViews,
    @Inject(AccessTrail) private readonly readings: AccessTrail,
  ) {}

  /**
   * Opening a file stands in the audit by itself (policy R8); its preview is part of reading the conversation.
   * @throws Refused `not-found`, `not-allowed`.
   */
  async file(actor: Actor, id: string, part?: Part): Promise<Download> {
    const record = await this.record(id);
    const { customerId } = await this.readable(actor, record);
    const about = [{ type: 'conversation', id: record.conversationId } as const];
    const entry = record.messageId === null ? [] : [{ type: 'entry', id: record.messageId } as const];
    await this.readings.note({
      actor,
      verb: 'attachment.read',
      purpose: 'P5',
      about: [...about, ...entry],
      customerId,
      rows: [id],
    });
    return this.download(record, { id: record.fileId, size: record.size }, record.type, part);
  }

  /** @throws Refused `not-found` also where it has none. */
  async preview(actor: Actor, id: string): Promise<Download> {
    const record = await this.record(id);
    if (record.previewId === null || record.previewSize === null) throw new Refused('not-found');
    await this.readable(actor, record);
    await this.conversations.opened(actor, record.conversationId);
    return this.download(record, { id: record.previewId, size: record.previewSize }, 'image/webp');
  }

  private async record(id: string): Promise<AttachmentRecord> {
    const record = await this.database.read((em) => em.findOneBy(AttachmentRecord, { id }));
    if (!record) throw new Refused('not-found');
    return record;
  }

  /** What is not sent is its author's; what came with a note is the staff's. */
  private async readable(actor: Actor, record: AttachmentRecord): Promise<{ customerId: string }> {
    const conversation = await this.conversations.requireReadable(actor, record.conversationId);
    const unsent = record.messageId === null && record.authorId !== authorOf(actor);
    if (unsent || (record.note && actor.kind !== 'staff')) throw new Refused('not-found');
    return conversation;
  }

  private async download(
    record: AttachmentRecord,
    file: { id: string; size: number },
    type: string,
    part?: Part,
  ): Promise<Download> {
    const key = await this.views.key(record.keyId);
    if (!key) throw new Refused('not-found');
    const { start, end } = boundsOf(file.size, part);
    const content = await this.files.read(key, file, start, end);
    return { name: this.views.name(key, record), type, size: file.size, start, end, content };
  }
}

/** Where a part begins and ends; the whole where it lies outside. */
function boundsOf(size: number, part: Part | undefined): { start: number; end: number } {
  if (!part) return { start: 0, end: size };
  const start = 'last' in part ? Math.max(0, size - part.last) : part.start;
  const end = 'last' in part ? size : Math.min(size, part.end ?? size);
  return start < end ? { start, end } : { start: 0, end: size };
}
