import type { ReadConversation, WriteOn } from '@candour/shared/contact.js';
import { statusForCustomer, type Level, type Sent } from '@candour/shared/conversations.js';
import { Refused } from '@candour/shared/errors.js';
import { Injectable } from '@nestjs/common';
import { AttachmentsService } from '../attachments/attachments.service.js';
import type { OneConversation } from '../attachments/reader-files.service.js';
import { Limiter } from '../core/http/limiter.js';
import { ConversationsService } from '../conversations/conversations.service.js';
import { IdentityService } from '../conversations/identity.service.js';
import { ConversationUnitsService, type ConversationRecord } from '../conversations/conversation-units.service.js';
import { Reach } from '../conversations/reach.service.js';
import { PostingService, PostingSurroundings } from '../conversations/posting.service.js';
import type { PassUse } from './contact.entity.js';
import { rates } from './contact.rules.js';
import { ReadingTokens } from './reading-tokens.js';

/** What readers share, in one. */
@Injectable()
export class ReaderLimits {
  constructor(
    readonly limiter: Limiter,
    readonly surroundings: PostingSurroundings,
    readonly reach: Reach,
    readonly attachments: AttachmentsService,
  ) {}
}

/** In the name of whoever began it, and for this one alone. */
interface Reader extends OneConversation {
  readonly record: ConversationRecord;
  readonly use: PassUse;
}

/** Where it takes a customer's words, which is asked again by the log itself. */
const over: ReadonlySet<string> = new Set(['closed', 'spam']);

/** One conversation, read and written on by its customer on a page of the help centre. */
@Injectable()
export class ReadersService {
  constructor(
    private readonly tokens: ReadingTokens,
    private readonly units: ConversationUnitsService,
    private readonly conversations: ConversationsService,
    private readonly posting: PostingService,
    private readonly identity: IdentityService,
    private readonly limits: ReaderLimits,
  ) {}

  /** @throws Refused `token-invalid`, `token-expired`. */
  async read(token: string, since: number): Promise<ReadConversation> {
    const { record, use, actor } = await this.readerOf(token);
    const page = await this.conversations.since(actor, { conversationId: record.id, seq: since });
    const last = page.entries.at(-1)?.seq;
    // A copy may be read by anybody to whom it was sent: that says nothing of what its customer has read.
    if (last !== undefined && use === 'conversation') await this.conversations.markRead(actor, record.id, last);
    const { id: conversationId, number, topic, language, createdAt, status } = record;
    return {
      ...{ conversationId, number, topic, language, createdAt, status: statusForCustomer(status) },
      level: record.level as Level,
      mayWrite: use === 'conversation' && !over.has(status),
      codeWanted: use === 'conversation' && (await this.identity.codeWanted(conversationId)),
      ...page,
    };
  }

  /** @throws Refused `token-invalid`, `token-expired`, `not-allowed`, `conversation-closed`, `too-many-requests`, `file-gone`. */
  async write(token: string, { clientId, text, attachments }: WriteOn): Promise<Sent> {
    const { record, actor } = await this.writerOf(token);
    this.limits.limiter.take(`reader ${record.id}`, rates.messages);
    const message = { conversationId: record.id, clientId, text, kind: 'message' } as const;
    return attachments
      ? this.limits.attachments.send(actor, { ...message, attachments })
      : this.posting.post(actor, message);
  }

  /** The code that an agent sent, typed here instead of in the chat. @throws Refused as the chat does. */
  async prove(token: string, code: string): Promise<Level> {
    const { record, actor } = await this.writerOf(token);
    this.limits.limiter.take(`reader ${record.id}`, rates.messages);
    return this.identity.verifyCode(actor, record.id, code);
  }

  /** @throws Refused `token-invalid`, `token-expired`, `not-allowed` for a link that only reads. */
  async writerOf(token: string): Promise<Reader> {
    const reader = await this.readerOf(token);
    if (reader.use !== 'conversation') throw new Refused('not-allowed');
    return reader;
  }

  /** @throws Refused `token-invalid`, `token-expired`. */
  async readerOf(token: string): Promise<Reader> {
    const { conversationId, use } = this.tokens.read(token);
    const named = await this.limits.surroundings.database.read((em) => this.units.rowIn(em, conversationId));
    if (!named) throw new Refused('token-invalid');
    // One that was merged goes on in another, where those who read the one may read the other. A copy is of this one.
    const record = use === 'conversation' ? await this.limits.reach.onwards(named) : named;
    return { record, use, conversationId: record.id, actor: { kind: 'visitor', visitorId: record.visitorId } };
  }
}
