import type { Attachment } from '@candour/shared/attachments.js';
import { FILES_PER_MESSAGE } from '@candour/shared/file-types.js';
import type { SendAttached, SendAttachedFromDesk, Sent } from '@candour/shared/conversations.js';
import { Refused } from '@candour/shared/errors.js';
import { newId } from '@candour/shared/ids.js';
import { Inject, Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { requireAccess } from '../core/access/access.js';
import type { Actor, VisitorActor } from '../core/access/actor.js';
import { Clock } from '../core/clock.js';
import { Database, type Tx } from '../core/database/database.js';
import { Files } from '../core/files/files.service.js';
import type { Bytes } from '../core/files/sealed-chunks.js';
import { inspect, maskText } from '../core/guard/guard.rules.js';
import { replyScope, type Enclosed } from '../conversations/conversation-units.service.js';
import { ConversationsService } from '../conversations/conversations.service.js';
import { PostingService } from '../conversations/posting.service.js';
import { PolicyService } from '../policy/policy.service.js';
import { AttachmentRecord } from './attachment.entity.js';
import { AttachmentViews } from './attachment-views.js';
import { cleanName } from './file-names.rules.js';
import { Intake, type TakenIn } from './intake.js';

/** Files of one conversation, and their bytes. */
const FILES_MAX = 200;
const BYTES_MAX = 500 * 1024 * 1024;
/** Files that one person has uploaded to a conversation and not sent. */
const UNSENT_MAX = 2 * FILES_PER_MESSAGE;

/** What taking files in stands on, in one. */
@Injectable()
export class AttachmentSurroundings {
  constructor(
    @Inject(Database) readonly database: Database,
    @Inject(Clock) readonly clock: Clock,
    @Inject(PolicyService) readonly policy: PolicyService,
    @Inject(Files) readonly files: Files,
  ) {}
}

/** Files on their way into a message: uploaded, taken back, sent. */
@Injectable()
export class AttachmentsService {
  constructor(
    @Inject(ConversationsService) private readonly conversations: ConversationsService,
    @Inject(PostingService) private readonly posting: PostingService,
    @Inject(Intake) private readonly intake: Intake,
    @Inject(AttachmentViews) private readonly views: AttachmentViews,
    @Inject(AttachmentSurroundings) private readonly around: AttachmentSurroundings,
  ) {}

  /**
   * Takes one file in, as it comes. It waits for its message six hours.
   * @throws Refused `not-found`, `not-allowed`, `conversation-closed`, `too-many-files`, and as `Intake.take` does.
   */
  async upload(actor: Actor, conversationId: string, name: string, content: Bytes): Promise<Attachment> {
    await this.requireReply(actor, conversationId);
    await this.around.database.read((em) => requireRoom({ em }, actor, conversationId, 0));
    const key = await this.views.keyOf(conversationId);
    const taken = await this.intake.take(key, content);
    try {
      const record = this.recordOf(actor, conversationId, taken, key.id);
      const clean = cleanName(maskText(name, inspect(name).spans).text, taken.type);
      record.name = this.views.sealName(key, record.id, clean);
      await this.around.database.write(async (tx) => {
        await requireRoom(tx, actor, conversationId, record.size);
        await this.around.files.take(tx, filesOf(record));
        await tx.em.insert(AttachmentRecord, record);
      });
      return this.views.viewOf(record, clean);
    } catch (error) {
      await this.intake.letGo(taken.file, taken.preview);
      throw error;
    }
  }

  /** Takes back a file that was not sent. One that is gone already is no error. @throws Refused `file-gone` where it was sent. */
  async discard(actor: Actor, id: string): Promise<void> {
    await this.around.database.write(async (tx) => {
      const record = await tx.em.findOneBy(AttachmentRecord, { id });
      if (!record || record.authorId !== authorOf(actor)) return;
      if (record.messageId !== null) throw new Refused('file-gone');
      await this.around.files.drop(tx, filesOf(record));
      await tx.em.delete(AttachmentRecord, { id });
    });
  }

  /**
   * Posts a message with files that its sender uploaded before, all in one unit. A repeated clientId is answered like
   * the first.
   * @throws Refused `file-gone` where one expired or stands in another message, and as `PostingService.post` does.
   */
  async send(
    actor: Actor,
    ask: SendAttached | SendAttachedFromDesk,
    from?: string,
    /** What else goes down with it, such as who is named in a note. */
    more?: Enclosed,
  ): Promise<Sent> {
    const { attachments: ids, ...message } = ask;
    if (new Set(ids).size < ids.length) throw new Refused('bad-input');
    const { conversationId } = message;
    const where = { id: In(ids), conversationId, authorId: authorOf(actor) };
    const found = await this.around.database.read((em) => em.findBy(AttachmentRecord, where));
    if (found.length < ids.length) throw new Refused('file-gone');
    const records = [...found].sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
    const named = await this.views.of(records);
    return this.posting.post(actor, message, from, {
      attachments: records.flatMap(({ id }) => named.get(id) ?? []),
      detail: {
        ...more?.detail,
        attachments: records.map(({ id, digest }) => ({ id, digest: digest.toString('base64url') })),
      },
      bind: async (tx, message) => {
        const messageId = message.id;
        const note = message.kind === 'note';
        const { affected } = await tx.em.update(
          AttachmentRecord,
          { ...where, messageId: IsNull() },
          { messageId, note },
        );
        if (affected !== ids.length) throw new Refused('file-gone');
        await more?.bind(tx, message);
      },
    });
  }

  /** What a browser has uploaded and not sent goes along where its conversation goes on. Their key goes with them. */
  async follow(
    visitor: VisitorActor,
    { conversationId, attachments }: Pick<SendAttached, 'conversationId' | 'attachments'>,
    onwards: { readonly actor: VisitorActor; readonly conversationId: string },
  ): Promise<void> {
    const where = { id: In(attachments), conversationId, authorId: visitor.visitorId, messageId: IsNull() };
    const there = { conversationId: onwards.conversationId, authorId: onwards.actor.visitorId };
    await this.around.database.write((tx) => tx.em.update(AttachmentRecord, where, there));
  }

  private async requireReply(actor: Actor, conversationId: string): Promise<void> {
    const record = await this.conversations.requireReadable(actor, conversationId);
    requireAccess(actor, 'conversation.reply', 'P5', replyScope(record));
    if (record.status === 'closed') throw new Refused('conversation-closed');
  }

  private recordOf(actor: Actor, conversationId: string, taken: TakenIn, keyId: string): AttachmentRecord {
    const { type, file, preview, width, height } = taken;
    const now = this.around.clock.now();
    return {
      id: newId(now),
      conversationId,
      messageId: null,
      note: false,
      role: actor.kind === 'staff' ? 'staff' : 'customer',
      authorId: authorOf(actor),
      keyId,
      name: Buffer.alloc(0),
      type,
      fileId: file.id,
      size: file.size,
      digest: file.digest,
      previewId: preview?.id ?? null,
      previewSize: preview?.size ?? null,
      width: width ?? null,
      height: height ?? null,
      sensitive: false,
      createdAt: now,
      // It goes with its conversation, whose period is the longest of what it belongs to (decision 0130).
      policyVersion: this.around.policy.version(),
      category: 'C5',
      source: 'provided',
      purpose: 'P5',
      retentionClass: 'attachment',
      anchorAt: null,
    };
  }
}

export const filesOf = ({ fileId, previewId }: Pick<AttachmentRecord, 'fileId' | 'previewId'>): string[] =>
  previewId === null ? [fileId] : [fileId, previewId];

/** @throws Refused `not-allowed` for the desk itself, which attaches nothing. */
export function authorOf(actor: Actor): string {
  if (actor.kind === 'system') throw new Refused('not-allowed');
  return actor.kind === 'staff' ? actor.id : actor.visitorId;
}

/** @throws Refused `too-many-files` where the conversation, or what its author has not sent, is full. */
async function requireRoom({ em }: Pick<Tx, 'em'>, actor: Actor, conversationId: string, size: number): Promise<void> {
  const [held] = await em.query<{ files: number; bytes: number | null; unsent: number }[]>(
    `SELECT count(*) AS files, sum(size) AS bytes,
       coalesce(sum(CASE WHEN message_id IS NULL AND author_id = $1 THEN 1 ELSE 0 END), 0) AS unsent
     FROM attachments WHERE conversation_id = $2`,
    [authorOf(actor), conversationId],
  );
  const { files = 0, bytes = 0, unsent = 0 } = held ?? {};
  const full = Number(files) >= FILES_MAX || Number(bytes) + size > BYTES_MAX || Number(unsent) >= UNSENT_MAX;
  if (full) throw new Refused('too-many-files');
}
