import { Refused } from '@candour/shared/errors.js';
import type {
  ChatKeeping,
  DeleteAnswer,
  EarlierAsk,
  EarlierChat,
  KeepingAsk,
  TrainingAsk,
} from '@candour/shared/keeping.js';
import type { Page } from '@candour/shared/paging.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { requireAccess } from '../core/access/access.js';
import type { VisitorActor } from '../core/access/actor.js';
import type { Tx } from '../core/database/database.js';
import { BearingsService } from '../conversations/bearings.service.js';
import { ConversationUnitsService, type ConversationRecord } from '../conversations/conversation-units.service.js';
import { ConversationsService } from '../conversations/conversations.service.js';
import { PostingSurroundings } from '../conversations/posting.service.js';
import type { Facts } from '../policy/facts.rules.js';
import { TranscriptErasure } from './transcript-erasure.js';
import { stopOf } from './keeping.rules.js';
import { Wishes } from './wishes.js';

/** Conversations of a browser on one page. */
const EARLIER = 10;

/** What a customer may see and decide, without an account, of the conversations that they had in this browser. */
@Injectable()
export class KeepingService {
  constructor(
    private readonly surroundings: PostingSurroundings,
    private readonly conversations: ConversationsService,
    private readonly units: ConversationUnitsService,
    private readonly bearings: BearingsService,
    private readonly wishes: Wishes,
    private readonly erasure: TranscriptErasure,
  ) {}

  /** @throws Refused `not-found`, `not-allowed`. */
  async keeping(visitor: VisitorActor, { conversationId, language }: KeepingAsk): Promise<ChatKeeping> {
    const record = await this.own(visitor, conversationId);
    return this.surroundings.database.read(async (em) => {
      const facts = (await this.bearings.facts(em, [record])).get(conversationId) ?? {};
      return this.answer(em, record, facts, language);
    });
  }

  /**
   * Deletes the transcript at once, or notes the wish where a hold, an open matter or a pending access stops it: it
   * then goes when nothing does any more (house rule 12). @throws Refused `not-found`, `not-allowed`.
   */
  async delete(visitor: VisitorActor, ask: KeepingAsk): Promise<DeleteAnswer> {
    const { id } = await this.own(visitor, ask.conversationId);
    const deleted = await this.erasure.ask(visitor, id);
    return deleted ? { deleted } : { deleted, keeping: await this.keeping(visitor, ask) };
  }

  /** @throws Refused `not-found`, `not-allowed`. */
  async training(visitor: VisitorActor, { withdrawn, ...ask }: TrainingAsk): Promise<ChatKeeping> {
    const { id } = await this.own(visitor, ask.conversationId);
    const { subject } = await this.units.known(id);
    const { clock, database } = this.surroundings;
    await database.write(async (tx) => {
      await this.standing(tx, id);
      const wish = await this.wishes.of(tx.em, id);
      if (((wish?.trainingWithdrawnAt ?? null) !== null) === withdrawn) return;
      await this.wishes.put(tx, id, { trainingWithdrawnAt: withdrawn ? clock.now() : null });
      await this.erasure.trained(tx, visitor, id, subject, withdrawn);
    });
    return this.keeping(visitor, ask);
  }

  /** The conversations that this browser had before the one under way, newest first. */
  async earlier(visitor: VisitorActor, { cursor }: EarlierAsk): Promise<Page<EarlierChat>> {
    const rows = await this.surroundings.database.read((em) =>
      this.units.ofVisitor(em, visitor.visitorId, cursor, EARLIER + 1),
    );
    const page = rows.slice(0, EARLIER);
    const next = rows.length > EARLIER ? page.at(-1)?.id : undefined;
    const shown = page.map(({ id, number, topic, createdAt, lastAt, head }) => ({
      id,
      number,
      topic,
      createdAt,
      lastAt,
      head,
    }));
    return { rows: shown, ...(next === undefined ? {} : { next }) };
  }

  private async own(visitor: VisitorActor, conversationId: string): Promise<ConversationRecord> {
    const record = await this.conversations.requireReadable(visitor, conversationId);
    requireAccess(visitor, 'conversation.own', 'P5', { visitorId: record.visitorId, categories: ['C5'] });
    return record;
  }

  private async standing(tx: Tx, id: string): Promise<ConversationRecord> {
    const record = await this.units.row(tx, id);
    if (!record) throw new Refused('not-found');
    return record;
  }

  private async answer(
    em: EntityManager,
    record: ConversationRecord,
    facts: Facts,
    language: KeepingAsk['language'],
  ): Promise<ChatKeeping> {
    const { policy, clock } = this.surroundings;
    const now = clock.now();
    const decision = policy.decide(record, facts, now);
    const period = policy.periods(language).find(({ retentionClass }) => retentionClass === record.retentionClass);
    if (!period) throw new Error('Every retention class has a published period.');
    const counts = await this.units.messages(em, record.id);
    const stop = stopOf(decision, now);
    const { id, number, createdAt, topic, policyVersion } = record;
    return {
      conversationId: id,
      ...{ number, createdAt, topic, language: record.language, policyVersion, ...counts, period },
      contact: await this.units.claimsOf(record),
      orderLinked: record.orderId !== null,
      ...(decision.until === undefined ? {} : { until: decision.until }),
      training: decision.training,
      trainingWithdrawn: facts.training?.objected === true,
      ...(stop ? { stop } : {}),
      ...(facts.erasureRequestedAt === undefined ? {} : { deletionAskedAt: facts.erasureRequestedAt }),
    };
  }
}
