import { HOUR } from '@candour/shared/instant.js';
import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { In, IsNull, LessThan, type EntityManager } from 'typeorm';
import type { Attachment } from '@candour/shared/attachments.js';
import { Clock } from '../core/clock.js';
import { Database, type Tx } from '../core/database/database.js';
import { FileOrphans } from '../core/files/file-orphans.js';
import { Files } from '../core/files/files.service.js';
import { Enclosures, type EnclosureSource } from '../conversations/enclosures.service.js';
import { AttachmentRecord } from './attachment.entity.js';
import { AttachmentViews } from './attachment-views.js';
import { filesOf } from './attachments.service.js';

/** An upload without its message goes after that. */
export const UNSENT_LASTS = 6 * HOUR;
const BATCH = 200;

/** The attachments of messages, for the log that names them; what goes with a conversation; what was never sent. */
@Injectable()
export class AttachmentSource implements EnclosureSource, OnModuleInit {
  private readonly log = new Logger(AttachmentSource.name);

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Files) private readonly files: Files,
    @Inject(AttachmentViews) private readonly views: AttachmentViews,
    @Inject(Enclosures) private readonly enclosures: Enclosures,
    @Inject(FileOrphans) private readonly orphans: FileOrphans,
  ) {}

  onModuleInit(): void {
    this.enclosures.register(this);
    this.orphans.register(held);
  }

  async of(ids: readonly string[]): Promise<ReadonlyMap<string, Attachment>> {
    return this.views.of(await this.database.read((em) => em.findBy(AttachmentRecord, { id: In([...ids]) })));
  }

  async remove(tx: Tx, conversationIds: readonly string[]): Promise<void> {
    const where = { conversationId: In([...conversationIds]) };
    const going = await tx.em.find(AttachmentRecord, { where, select: { id: true, fileId: true, previewId: true } });
    if (going.length === 0) return;
    await this.files.drop(tx, going.flatMap(filesOf));
    await tx.em.delete(AttachmentRecord, where);
  }

  @Cron('27 * * * *', { timeZone: 'UTC' })
  async hourly(): Promise<void> {
    try {
      while ((await this.removeUnsent()) === BATCH);
    } catch (error) {
      this.log.error({ fault: 'Unsent files stayed.', error: error instanceof Error ? error.stack : 'unknown' });
    }
  }

  /** Uploads whose message never came. Answers how many went. */
  removeUnsent(): Promise<number> {
    const createdAt = LessThan(this.clock.now() - UNSENT_LASTS);
    return this.database.write(async (tx) => {
      const going = await tx.em.find(AttachmentRecord, {
        where: { messageId: IsNull(), createdAt },
        select: { id: true, fileId: true, previewId: true },
        order: { createdAt: 'ASC' },
        take: BATCH,
      });
      if (going.length === 0) return 0;
      await this.files.drop(tx, going.flatMap(filesOf));
      await tx.em.delete(AttachmentRecord, { id: In(going.map(({ id }) => id)) });
      return going.length;
    });
  }
}

async function held(em: EntityManager, ids: readonly string[]): Promise<string[]> {
  const some = In([...ids]);
  const records = await em.find(AttachmentRecord, {
    where: [{ fileId: some }, { previewId: some }],
    select: { id: true, fileId: true, previewId: true },
  });
  return records.flatMap(filesOf);
}
