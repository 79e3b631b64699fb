import { statusForCustomer } from '@candour/shared/conversations.js';
import { newId } from '@candour/shared/ids.js';
import { Refused } from '@candour/shared/errors.js';
import type { ChatConversation, ChatHello, ChatStart, ChatStarted } from '@candour/shared/live.js';
import { topics, type Language } from '@candour/shared/words.js';
import { Injectable } from '@nestjs/common';
import type { VisitorActor } from '../core/access/actor.js';
import { Clock } from '../core/clock.js';
import { Database } from '../core/database/database.js';
import { PolicyService } from '../policy/policy.service.js';
import { StaffService } from '../staff/staff.service.js';
import { ChatPartsService } from './chat-parts.service.js';
import { ConversationRecord } from './conversation.entity.js';
import { takesNoMessage } from './conversation.rules.js';
import { ConversationsService } from './conversations.service.js';
import type { ShopIdentity } from './identity.service.js';
import { IdentityService } from './identity.service.js';
import { Reach } from './reach.service.js';
import { StartGateService } from './start-gate.service.js';
import { StartingService } from './starting.service.js';
import { VisitorTokens } from './visitor-tokens.js';

/** What the chat shows beside the conversation itself. */
@Injectable()
export class ChatSurroundings {
  constructor(
    readonly policy: PolicyService,
    readonly staff: StaffService,
    readonly parts: ChatPartsService,
    readonly clock: Clock,
    readonly gate: StartGateService,
    readonly reach: Reach,
  ) {}
}

/** The customer's side of a chat: recognising the browser, greeting it, beginning. */
@Injectable()
export class ChatService {
  constructor(
    private readonly database: Database,
    private readonly tokens: VisitorTokens,
    private readonly starting: StartingService,
    private readonly conversations: ConversationsService,
    private readonly identity: IdentityService,
    private readonly surroundings: ChatSurroundings,
  ) {}

  /** @throws Refused `token-invalid`, `token-expired`. */
  async visitorOf(token: string | undefined): Promise<VisitorActor | undefined> {
    return token === undefined ? undefined : this.tokens.read(token);
  }

  /** The customer signs out of this browser: it finds nothing again, and nor does whoever sits there next. */
  async forget(visitor: VisitorActor | undefined): Promise<void> {
    if (visitor) await this.tokens.forget(visitor);
  }

  /** What the widget shows first: policy, topics, and the conversation that this browser was in. */
  async hello(
    visitor: VisitorActor | undefined,
    shop: ShopIdentity | undefined,
    language: Language,
  ): Promise<ChatHello> {
    const { policy, parts } = this.surroundings;
    const last = visitor && (await this.newest(visitor.visitorId));
    const record = last && (await this.surroundings.reach.onwards(last));
    const conversation = record && (shop ? await this.identity.recognise(record, shop) : record);
    return {
      policy: policy.current(),
      policyUrl: `/help/policy?language=${language}`,
      topics: [...topics],
      ...(await parts.opening(language)),
      ...(shop?.contact.name ? { name: shop.contact.name } : {}),
      ...(conversation ? { conversation: await this.view(conversation) } : {}),
    };
  }

  /**
   * Begins a conversation, or answers the one that this start began before.
   * @param mayBegin asked before a new one is begun: a repeated start is none. It throws where there were too many.
   * @throws Refused `policy-not-accepted` when another policy version is in force than the one shown, `text-empty`.
   */
  async start(
    ask: ChatStart,
    visitor: VisitorActor | undefined,
    shop: ShopIdentity | undefined,
    mayBegin: () => void,
  ): Promise<{ started: ChatStarted; visitor: VisitorActor }> {
    if (ask.policyVersion !== this.surroundings.policy.current().id) throw new Refused('policy-not-accepted');
    if (ask.message.text.trim() === '') throw new Refused('text-empty');
    let record = await this.starting.begun(ask.startId);
    if (!record) {
      mayBegin();
      record = await this.begin(ask, visitor, shop);
    }
    const actor: VisitorActor = { kind: 'visitor', visitorId: record.visitorId };
    const { entries } = await this.conversations.since(actor, { conversationId: record.id, seq: 0 });
    const started = { token: this.tokens.issue(record.visitorId), conversation: await this.view(record), entries };
    return { started, visitor: actor };
  }

  private async begin(
    ask: ChatStart,
    visitor: VisitorActor | undefined,
    shop: ShopIdentity | undefined,
  ): Promise<ConversationRecord> {
    // Who signed in at the shop begins afresh: whoever sat here before reaches nothing of it, nor they of the other's.
    const before = shop ? undefined : visitor;
    const { topic } = ask;
    await this.surroundings.gate.pass({ topic, visitorId: visitor?.visitorId, customerId: shop?.customerId });
    const last = before && (await this.newest(before.visitorId));
    const followsId = last && takesNoMessage(last, 'customer', this.surroundings.clock.now()) ? last.id : undefined;
    return this.starting.start(ask, { visitorId: before?.visitorId ?? newId(), followsId, shop });
  }

  private newest(visitorId: string): Promise<ConversationRecord | undefined> {
    return this.database.read(async (em) => {
      const [record] = await em.find(ConversationRecord, {
        where: { visitorId },
        order: { createdAt: 'DESC', id: 'DESC' },
        take: 1,
      });
      return record;
    });
  }

  private async view(record: ConversationRecord): Promise<ChatConversation> {
    const names = await this.surroundings.staff.names(record.assigneeId ? [record.assigneeId] : []);
    const assigneeName = record.assigneeId && names.get(record.assigneeId);
    return {
      id: record.id,
      number: record.number,
      status: statusForCustomer(record.status),
      topic: record.topic,
      language: record.language,
      level: record.level as 0 | 1 | 2,
      head: record.head,
      staffReadSeq: record.staffReadSeq,
      codeWanted: await this.identity.codeWanted(record.id),
      ...(assigneeName ? { assigneeName } : {}),
      ...(await this.surroundings.parts.of(record)),
    };
  }
}
