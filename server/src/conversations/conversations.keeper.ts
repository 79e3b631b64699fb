import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import type { Tx } from '../core/database/database.js';
import type { KeyFamily } from '../core/vault/vault.js';
import { evidenceColumns } from '../policy/evidence.js';
import {
  Keeper,
  notPersonal,
  personal,
  type Candidate,
  type DueAsk,
  type PersonalColumn,
  type RecordKeeper,
  type SweptRecord,
} from '../privacy/record-keeper.js';
import { SearchTodos } from '../search/search-todos.service.js';
import { BearingsService } from './bearings.service.js';
import { ConversationKeys } from './conversation-keys.js';
import { Enclosures } from './enclosures.service.js';
import {
  ConversationParticipant,
  ConversationRecord,
  ConversationTag,
  Counter,
  EntryRecord,
  ForgottenVisitor,
} from './conversation.entity.js';

const classes = ['chat-unidentified', 'conversation', 'conversation-order'] as const;
const words: PersonalColumn = { category: 'C5', source: 'provided', purposes: ['P5', 'P6'], treatment: 'seal' };
const browser: PersonalColumn = { category: 'automatic', source: 'automatic', purposes: ['P5'], treatment: 'delete' };

@Keeper()
@Injectable()
export class ConversationsKeeper implements RecordKeeper {
  readonly name = 'conversations';

  readonly personal = [
    personal(ConversationRecord, {
      whose: 'customer',
      owner: 'customerId',
      retention: classes,
      columns: {
        claimed: { category: 'C1', source: 'provided', purposes: ['P2', 'P5'], treatment: 'seal' },
        customerId: { ...words, treatment: 'delete' },
        visitorId: browser,
        startDigest: browser,
        language: { ...words, category: 'C2', purposes: ['P5'], treatment: 'delete' },
        topic: { ...words, treatment: 'delete' },
        reason: { ...words, source: 'provided', treatment: 'delete' },
        orderId: { ...words, purposes: ['P2', 'P5'], treatment: 'delete' },
      },
    }),
    personal(ConversationTag, {
      whose: 'customer',
      owner: 'conversationId',
      retention: classes,
      columns: { tag: { ...words, source: 'provided', treatment: 'delete' } },
    }),
    personal(EntryRecord, {
      whose: 'customer',
      owner: 'conversationId',
      retention: classes,
      columns: {
        body: words,
        masks: { ...words, treatment: 'delete' },
        detail: { ...words, treatment: 'delete' },
        subject: { ...words, purposes: ['house'], treatment: 'delete' },
        authorId: { ...words, treatment: 'delete' },
      },
    }),
  ];

  readonly notPersonal = [
    notPersonal(
      ConversationRecord,
      [
        'id',
        'number',
        'keyId',
        'status',
        'priority',
        'channel',
        'assigneeId',
        'takenAt',
        'teamId',
        'participants',
        'mergedInto',
        'answerBy',
        'nudgedAt',
        'head',
        'lastMessageSeq',
        'customerReadSeq',
        'staffReadSeq',
        'createdAt',
        'lastAt',
        'lastBy',
        'waitingSince',
        'resolvedAt',
        'snoozedUntil',
        'firstReplyAt',
        'pausedSince',
        'pausedMs',
        'dueAt',
        'alarmAt',
        'safetySince',
        'followsId',
        'level',
        'verifiedBy',
        'verifiedAt',
      ],
      'Numbers, states and dates of the work on it.',
    ),
    notPersonal(
      EntryRecord,
      [
        'ordinal',
        'txid',
        'id',
        'conversationId',
        'seq',
        'kind',
        'role',
        'clientId',
        'storedAt',
        'keyId',
        'maskedAt',
        'leaf',
      ],
      'Numbers, order and dates of the log; the leaf is a hash.',
    ),
    notPersonal(ConversationTag, ['conversationId', 'endedAt'], 'Whose tag it is, and when that ended.'),
    notPersonal(ConversationParticipant, 'all', 'Who of the staff takes part; it goes with the conversation.'),
    notPersonal(ConversationRecord, evidenceColumns, 'Evidence about the record.'),
    notPersonal(EntryRecord, evidenceColumns, 'Evidence about the record.'),
    notPersonal(
      ForgottenVisitor,
      'all',
      'Random ids of browsers that forgot; they lead to nothing, and go after 90 days.',
    ),
    notPersonal(Counter, 'all', 'The next ticket number.'),
  ];

  readonly swept: readonly SweptRecord[];

  constructor(bearings: BearingsService, keys: ConversationKeys, search: SearchTodos, enclosures: Enclosures) {
    this.swept = [new SweptConversations(bearings, keys, search, enclosures)];
  }
}

/** A conversation goes whole: its entries have no period of their own. */
class SweptConversations implements SweptRecord {
  readonly table = 'conversations';
  readonly about = 'conversation';
  readonly retentionClasses = classes;
  readonly families: readonly KeyFamily[] = ['conversation'];
  readonly looksAt = ['orders'] as const;

  constructor(
    private readonly bearings: BearingsService,
    private readonly keys: ConversationKeys,
    private readonly search: SearchTodos,
    private readonly enclosures: Enclosures,
  ) {}

  async due(em: EntityManager, { retentionClass, before, after, limit }: DueAsk): Promise<readonly Candidate[]> {
    const query = em
      .createQueryBuilder(ConversationRecord, 'c')
      .where('c.retentionClass = :retentionClass AND c.anchorAt <= :before', { retentionClass, before })
      .orderBy('c.anchorAt')
      .addOrderBy('c.id')
      .limit(limit);
    if (after) {
      query.andWhere('(c.anchorAt > :at OR (c.anchorAt = :at AND c.id > :id))', { at: after.anchorAt, id: after.id });
    }
    const records = await query.getMany();
    const facts = await this.bearings.facts(em, records);
    return records.map((record) => {
      const { policyVersion, category, source, purpose } = record;
      return {
        id: record.id,
        evidence: { policyVersion, category, source, purpose, retentionClass, anchorAt: record.anchorAt ?? before },
        facts: facts.get(record.id) ?? {},
        label: `#${record.number}`,
        rows: 1 + record.head,
        ownerId: record.customerId,
      };
    });
  }

  async remove(tx: Tx, ids: readonly string[]): Promise<number> {
    // What was merged into one that goes stands for itself again, closed.
    await tx.em.update(ConversationRecord, { mergedInto: In([...ids]) }, { mergedInto: null });
    // In this order: no entry of a conversation that stands can be deleted.
    const conversations = await tx.em.delete(ConversationRecord, { id: In([...ids]) });
    // Of them the audit counts nothing: they are no entries.
    await tx.em.delete(ConversationTag, { conversationId: In([...ids]) });
    await tx.em.delete(ConversationParticipant, { conversationId: In([...ids]) });
    await this.enclosures.remove(tx, ids);
    await this.bearings.removed(tx, ids);
    const entries = await tx.em.delete(EntryRecord, { conversationId: In([...ids]) });
    await this.search.add(
      tx,
      ids.map((conversationId) => ({ conversationId, seqs: null })),
    );
    for (const id of ids) this.keys.forget(id);
    return (entries.affected ?? 0) + (conversations.affected ?? 0);
  }

  async sealedOwners(em: EntityManager, _family: KeyFamily, ownerIds: readonly string[]): Promise<readonly string[]> {
    const rows = await em
      .createQueryBuilder(ConversationRecord, 'c')
      .select('DISTINCT c.customerId', 'ownerId')
      .where({ customerId: In([...ownerIds]) })
      .getRawMany<{ ownerId: string }>();
    return rows.map(({ ownerId }) => ownerId);
  }
}
