import { Refused } from '@candour/shared/errors.js';
import { newId } from '@candour/shared/ids.js';
import type { RateChat, Rating, Score, Survey, Surveys } from '@candour/shared/surveys.js';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { IsNull, Not, type EntityManager } from 'typeorm';
import { requireAccess } from '../core/access/access.js';
import type { Actor, VisitorActor } from '../core/access/actor.js';
import { Database, type Tx } from '../core/database/database.js';
import { Events } from '../core/events.js';
import { inspect, maskText } from '../core/guard/guard.rules.js';
import type { DataKey } from '../core/vault/sealing.js';
import { ChatPartsService, type ChatFacts } from '../conversations/chat-parts.service.js';
import { ConversationUnitsService, type ConversationRecord } from '../conversations/conversation-units.service.js';
import { ConversationChanged, CustomerSideChanged } from '../conversations/conversations.events.js';
import { ConversationsService } from '../conversations/conversations.service.js';
import { PostingSurroundings } from '../conversations/posting.service.js';
import { SurveyRow } from './survey.entity.js';
import { surveyState } from './surveys.rules.js';

/** Ratings shown beside a conversation: the newest of those that were resolved so often. */
const SHOWN = 20;

/** How customers were helped, in their own view: one question after each resolve. */
@Injectable()
export class SurveysService implements OnModuleInit {
  constructor(
    private readonly surroundings: PostingSurroundings,
    private readonly conversations: ConversationsService,
    private readonly units: ConversationUnitsService,
    private readonly parts: ChatPartsService,
    private readonly events: Events,
  ) {}

  onModuleInit(): void {
    this.parts.register((conversation) => this.partOf(conversation));
    // The customer's page is told with the resolve; a page that opens later asks.
    this.events.on(ConversationChanged, ({ id, row }) => (row.status === 'resolved' ? this.tell(id) : undefined));
  }

  /** @throws Refused `not-found`, `not-allowed`, `survey-given`, `survey-over`. */
  async rate(visitor: VisitorActor, { conversationId, ...rating }: RateChat): Promise<void> {
    const { visitorId } = await this.conversations.requireReadable(visitor, conversationId);
    requireAccess(visitor, 'conversation.reply', 'P5', { visitorId, categories: ['C6'] });
    const { key, subject } = await this.units.known(conversationId);
    await this.database.write(async (tx) => {
      const conversation = await this.units.row(tx, conversationId);
      if (!conversation) throw new Refused('not-found');
      await this.answer(tx, conversation, rating, { key, subject });
    });
  }

  /** What this conversation's customer said of it, the newest first. @throws Refused `not-found`, `not-allowed`. */
  async of(actor: Actor, conversationId: string): Promise<Surveys> {
    await this.conversations.requireReadable(actor, conversationId);
    requireAccess(actor, 'conversation.read', 'P5', { categories: ['C6'] });
    const rows = await this.database.read((em) =>
      em.find(SurveyRow, {
        where: { conversationId, answeredAt: Not(IsNull()) },
        order: { resolvedAt: 'DESC' },
        take: SHOWN,
      }),
    );
    const keys = await this.surroundings.vault.keys(rows.flatMap(({ keyId }) => keyId ?? []));
    return { rows: rows.map((row) => this.shown(row, keys)) };
  }

  /** The answer to the survey of a conversation's last resolve, within the caller's unit. */
  async answer(
    tx: Tx,
    conversation: ConversationRecord,
    { score, comment }: Rating,
    { key, subject }: { readonly key: DataKey; readonly subject: Buffer },
  ): Promise<void> {
    const { vault, clock, policy } = this.surroundings;
    const now = clock.now();
    const asked = await surveyOf(tx.em, conversation);
    const state = surveyState({ ...conversation, answeredAt: asked?.answeredAt ?? null }, now);
    if (state === 'given') throw new Refused('survey-given');
    if (state !== 'wanted' || conversation.resolvedAt === null) throw new Refused('survey-over');
    const id = asked?.id ?? newId(now);
    const words = comment === undefined ? undefined : maskText(comment, inspect(comment).spans).text;
    const answered = {
      score,
      comment: words === undefined ? null : vault.seal(key, placeOf(id), words),
      keyId: words === undefined ? null : key.id,
      answeredAt: now,
      anchorAt: now,
    };
    if (asked) await tx.em.update(SurveyRow, { id }, answered);
    else {
      const asking = newSurvey({ ...conversation, resolvedAt: conversation.resolvedAt }, id, policy.version());
      await tx.em.insert(SurveyRow, { ...asking, ...answered });
    }
    await this.units.fact(tx, conversation, { code: 'rated', subject });
    tx.tell(new CustomerSideChanged(conversation.id, { survey: 'given' }));
  }

  private get database(): Database {
    return this.surroundings.database;
  }

  private async tell(conversationId: string): Promise<void> {
    const conversation = await this.database.read((em) => this.units.rowIn(em, conversationId));
    const { survey } = conversation ? await this.partOf(conversation) : {};
    if (survey) this.events.deliver([new CustomerSideChanged(conversationId, { survey })]);
  }

  private async partOf(conversation: ChatFacts): Promise<{ survey?: 'wanted' | 'given' }> {
    // What was merged is over elsewhere, and is asked about there.
    if (conversation.resolvedAt === null || conversation.mergedInto !== null) return {};
    const row = await this.database.read((em) => surveyOf(em, conversation));
    const state = surveyState({ ...conversation, answeredAt: row?.answeredAt ?? null }, this.surroundings.clock.now());
    return state === 'wanted' || state === 'given' ? { survey: state } : {};
  }

  /** What was sealed with a key that was shredded is gone. */
  private shown(row: SurveyRow, keys: ReadonlyMap<string, DataKey>): Survey {
    const { id, comment, keyId, resolvedAt } = row;
    const key = keyId === null ? undefined : keys.get(keyId);
    const words = key && comment && this.surroundings.vault.open(key, placeOf(id), comment);
    return {
      id,
      resolvedAt,
      score: row.score as Score,
      answeredAt: row.answeredAt ?? resolvedAt,
      ...(words ? { comment: words } : {}),
    };
  }
}

const placeOf = (id: string) => ({ table: 'surveys', row: id, column: 'comment' });

/** The survey of a conversation's last resolve, where there is a row of it. */
export async function surveyOf(
  em: EntityManager,
  { id: conversationId, resolvedAt }: Pick<ConversationRecord, 'id' | 'resolvedAt'>,
): Promise<SurveyRow | null> {
  return resolvedAt === null ? null : em.findOneBy(SurveyRow, { conversationId, resolvedAt });
}

/** A survey that is not answered yet. Its answer is the customer's own word (policy C6, P5). */
export function newSurvey(
  conversation: ConversationRecord & { readonly resolvedAt: number },
  id: string,
  policyVersion: string,
): SurveyRow {
  const { id: conversationId, customerId, resolvedAt, channel, topic, language } = conversation;
  return {
    ...{ id, conversationId, customerId, resolvedAt, channel, topic, language },
    ...{ askedAt: null, answeredAt: null, score: null, comment: null, keyId: null },
    ...{ policyVersion, category: 'C6', source: 'provided', purpose: 'P5', retentionClass: 'survey' },
    anchorAt: resolvedAt,
  };
}
