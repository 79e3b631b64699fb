import { hash } from 'node:crypto';
import type { Contact } from '@candour/shared/customers.js';
import type { ConversationRow } from '@candour/shared/conversations.js';
import { newId } from '@candour/shared/ids.js';
import type { ChatStart } from '@candour/shared/live.js';
import type { Channel } from '@candour/shared/words.js';
import { Injectable } from '@nestjs/common';
import type { Tx } from '../core/database/database.js';
import { inspect, maskText } from '../core/guard/guard.rules.js';
import type { DataKey } from '../core/vault/sealing.js';
import { CustomersService, type PreparedCustomer } from '../customers/customers.service.js';
import { Claims, maskedContact } from './claims.js';
import { ConversationRecord, Counter } from './conversation.entity.js';
import { previewOf } from './conversation.rules.js';
import { ConversationChanged } from './conversations.events.js';
import { NORMAL } from './filing.rules.js';
import { Dues } from './dues.js';
import { conversationClass, conversationEvidence } from './evidence.rules.js';
import { PostingSurroundings } from './posting.service.js';
import { QueueHooks } from './queue-hooks.service.js';
import { MessageLog } from './message-log.js';
import type { NewEntry } from './new-entry.js';

/** The first ticket number. */
const FIRST_NUMBER = 1001;

/** Who begins a chat, as far as that is known. */
export interface Beginner {
  readonly visitorId: string;
  /** The conversation of this browser that has ended for good. */
  readonly followsId?: string | undefined;
  /** How it came in; a chat unless it says otherwise. */
  readonly channel?: Channel;
  /** Proved by the shop's signed token; its name and address are then not a mere claim. */
  readonly shop: { readonly customerId: string | undefined; readonly contact: Contact } | undefined;
}

/**
 * Begins conversations: visitor, conversation and first message are one unit. Browsers are shared: whoever wrote in one
 * before is not taken for the same person now, so each talk has a visitor, and keys, of its own until it is proved whose
 * it is (decision 0004).
 */
@Injectable()
export class StartingService {
  constructor(
    private readonly surroundings: PostingSurroundings,
    private readonly customers: CustomersService,
    private readonly log: MessageLog,
    private readonly claims: Claims,
    private readonly dues: Dues,
    private readonly queue: QueueHooks,
  ) {}

  /** The conversation that this start began before, if it did. */
  begun(startId: string): Promise<ConversationRecord | null> {
    return this.surroundings.database.read((em) =>
      em.findOneBy(ConversationRecord, { startDigest: digestOf(startId) }),
    );
  }

  async start(ask: ChatStart, who: Beginner): Promise<ConversationRecord> {
    const contact = maskedContact({ ...ask.contact, ...who.shop?.contact });
    const known = who.shop?.customerId;
    const { vault, database, policy } = this.surroundings;
    const visitor = await this.customers.prepareVisitor({
      language: ask.language,
      policyVersion: policy.version(),
      contact: known === undefined ? contact : {},
    });
    const customerId = known ?? visitor.id;
    const key = await vault.keyFor(customerId, 'conversation');
    const subject = await vault.subjectDigest(customerId);
    const record = this.record(ask, who, customerId, key, contact);
    const due = this.dues.follow(record, 'queued', record.createdAt);
    const message = inspect(ask.message.text);
    const words = maskText(ask.message.text, message.spans);
    return database.write(async (tx) => {
      const before = await tx.em.findOneBy(ConversationRecord, { startDigest: record.startDigest });
      if (before) return before;
      // Who is known may have been merged with another customer since they were looked up.
      const owner = known === undefined ? customerId : await this.customers.current(tx.em, known);
      const conversation = { ...record, customerId: owner, number: await nextNumber(tx) };
      await this.insert(
        tx,
        conversation,
        known === undefined ? visitor : undefined,
        this.entries(conversation, key, subject, ask, words),
      );
      tx.tell(
        new ConversationChanged(
          conversation.id,
          { ...rowOf(conversation, contact.name, words.text), ...(due ? { due } : {}) },
          { queue: true, assignees: [], teamId: conversation.teamId },
          true,
        ),
      );
      return conversation;
    });
  }

  private async insert(
    tx: Tx,
    conversation: ConversationRecord,
    visitor: PreparedCustomer | undefined,
    entries: NewEntry[],
  ): Promise<void> {
    if (visitor) await this.customers.insert(tx, visitor);
    await tx.em.insert(ConversationRecord, conversation);
    await this.log.insert(tx, entries);
  }

  private record(
    ask: ChatStart,
    who: Beginner,
    customerId: string,
    key: DataKey,
    contact: Contact,
  ): ConversationRecord {
    const now = this.surroundings.clock.now();
    const id = newId(now);
    const retentionClass = conversationClass({ identified: who.shop?.customerId !== undefined, orderId: null });
    return {
      id,
      number: 0,
      startDigest: digestOf(ask.startId),
      customerId,
      visitorId: who.visitorId,
      keyId: key.id,
      status: 'queued',
      channel: who.channel ?? 'chat',
      topic: ask.topic,
      reason: null,
      priority: NORMAL,
      language: ask.language,
      assigneeId: null,
      takenAt: null,
      teamId: this.queue.teamFor(ask.topic, ask.language),
      participants: null,
      mergedInto: null,
      answerBy: null,
      nudgedAt: null,
      head: 2,
      lastMessageSeq: 2,
      customerReadSeq: 2,
      staffReadSeq: 0,
      createdAt: now,
      lastAt: now,
      lastBy: 'customer',
      waitingSince: now,
      resolvedAt: null,
      snoozedUntil: null,
      firstReplyAt: null,
      pausedSince: null,
      pausedMs: 0,
      dueAt: null,
      alarmAt: null,
      safetySince: null,
      followsId: who.followsId ?? null,
      orderId: null,
      level: who.shop ? 1 : 0,
      verifiedBy: who.shop ? 'shop-token' : null,
      verifiedAt: who.shop ? now : null,
      claimed: this.claims.seal(key, id, contact),
      ...conversationEvidence(this.surroundings.policy.version(), retentionClass, null),
    };
  }

  private entries(
    conversation: ConversationRecord,
    key: DataKey,
    subject: Buffer,
    ask: ChatStart,
    words: ReturnType<typeof maskText>,
  ): NewEntry[] {
    const at = conversation.createdAt;
    const common = {
      conversationId: conversation.id,
      storedAt: at,
      keyId: key.id,
      policyVersion: conversation.policyVersion,
      subject,
    };
    const id = newId(at);
    return [
      {
        ...common,
        id: newId(at),
        seq: 1,
        kind: 'fact',
        role: 'system',
        authorId: null,
        clientId: null,
        body: null,
        masks: null,
        detail: { fact: { code: 'started', params: { policyVersion: conversation.policyVersion } } },
      },
      {
        ...common,
        id,
        seq: 2,
        kind: 'message',
        role: 'customer',
        authorId: conversation.visitorId,
        clientId: ask.message.clientId,
        body: this.surroundings.vault.seal(key, { table: 'entries', row: id, column: 'body' }, words.text),
        masks: words.masks.length > 0 ? words.masks : null,
        detail: null,
      },
    ];
  }
}

/** The start id lets its holder find the conversation again: only its digest is kept. */
const digestOf = (startId: string): string => hash('sha256', startId, 'base64url');

/** Tickets are numbered without a gap: a unit that fails gives its number back. */
async function nextNumber(tx: Tx): Promise<number> {
  const { affected } = await tx.em.increment(Counter, { name: 'conversation' }, 'value', 1);
  if (affected === 0) await tx.em.insert(Counter, { name: 'conversation', value: FIRST_NUMBER });
  return (await tx.em.findOneByOrFail(Counter, { name: 'conversation' })).value;
}

function rowOf(conversation: ConversationRecord, name: string | undefined, text: string): ConversationRow {
  const { id, number, status, channel, topic, language, head, lastAt, lastBy, createdAt } = conversation;
  return {
    ...{ id, number, status, channel, topic, language, head, lastAt, lastBy },
    priority: 'normal',
    tags: [],
    customer: { id: conversation.customerId, level: conversation.level as 0 | 1, ...(name ? { name } : {}) },
    waitingSince: createdAt,
    ...(conversation.teamId ? { teamId: conversation.teamId } : {}),
    staffReadSeq: 0,
    customerReadSeq: head,
    preview: previewOf(text),
  };
}
