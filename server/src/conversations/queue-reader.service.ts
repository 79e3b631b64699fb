import type { AnswerBy } from '@candour/shared/conversations.js';
import type { Language, Topic } from '@candour/shared/words.js';
import { Injectable } from '@nestjs/common';
import { In, IsNull, type EntityManager } from 'typeorm';
import { ConversationRecord } from './conversation.entity.js';

/** A chat that waits for an agent. */
export interface WaitingChat {
  readonly id: string;
  readonly teamId: string | null;
  readonly topic: Topic;
  readonly language: Language;
  readonly waitingSince: number;
  readonly answerBy: AnswerBy | null;
}

/** What waits and is no chat: nobody has a window open for it. */
export interface WaitingTicket extends Omit<WaitingChat, 'answerBy'> {
  readonly dueAt: number | null;
}

export interface HeldChat {
  readonly id: string;
  readonly staffId: string;
  readonly takenAt: number | null;
  /** Null: its customer was answered. */
  readonly waitingSince: number | null;
}

/** Ended conversations looked at for how long a chat takes. */
const RECENT = 200;

/** What the routing needs to know of conversations, in statements whose number does not grow with them. */
@Injectable()
export class QueueReader {
  /** All that wait, in their order (index `status, waitingSince, id`); no more than `limit`. */
  async waiting(em: EntityManager, limit: number): Promise<WaitingChat[]> {
    const rows = await em.query<WaitingChat[]>(
      `SELECT id, team_id AS "teamId", topic, language, waiting_since AS "waitingSince", answer_by AS "answerBy"
       FROM conversations WHERE status = 'queued' AND channel = 'chat' AND waiting_since IS NOT NULL
       ORDER BY waiting_since, id LIMIT $1`,
      [limit],
    );
    return rows.map((row) => ({ ...row, waitingSince: Number(row.waitingSince) }));
  }

  /** Tickets that wait, those that have waited longest (index `status, waitingSince, id`); no more than `limit`. */
  async waitingTickets(em: EntityManager, limit: number): Promise<WaitingTicket[]> {
    const rows = await em.query<WaitingTicket[]>(
      `SELECT id, team_id AS "teamId", topic, language, waiting_since AS "waitingSince", due_at AS "dueAt"
       FROM conversations WHERE status = 'queued' AND channel <> 'chat' AND waiting_since IS NOT NULL
       ORDER BY waiting_since, id LIMIT $1`,
      [limit],
    );
    return rows.map((row) => ({
      ...row,
      waitingSince: Number(row.waitingSince),
      dueAt: row.dueAt === null ? null : Number(row.dueAt),
    }));
  }

  /** One of the chats; undefined where it does not wait. */
  async waiter(em: EntityManager, id: string): Promise<WaitingChat | undefined> {
    const record = await em.findOneBy(ConversationRecord, { id, status: 'queued' });
    if (!record || record.waitingSince === null) return undefined;
    const { teamId, topic, language, waitingSince, answerBy } = record;
    return { id, teamId, topic, language, waitingSince, answerBy };
  }

  /** How many wait in the queue of each team. */
  async waitingByTeam(em: EntityManager): Promise<Map<string, number>> {
    const rows = await em
      .createQueryBuilder(ConversationRecord, 'c')
      .select('c.teamId', 'teamId')
      .addSelect('COUNT(*)', 'waiting')
      .where(`c.status = 'queued' AND c.teamId IS NOT NULL`)
      .groupBy('c.teamId')
      .getRawMany<{ teamId: string; waiting: number | string }>();
    return new Map(rows.map(({ teamId, waiting }) => [teamId, Number(waiting)]));
  }

  /** How many wait before one, in its team and language. */
  async ahead(
    em: EntityManager,
    { id, teamId, language, waitingSince }: Pick<WaitingChat, 'id' | 'teamId' | 'language' | 'waitingSince'>,
  ): Promise<number> {
    const query = em
      .createQueryBuilder(ConversationRecord, 'c')
      .where(`c.status = 'queued' AND c.channel = 'chat' AND c.language = :language`, { language })
      .andWhere('(c.waitingSince, c.id) < (:waitingSince, :id)', { waitingSince, id });
    if (teamId === null) query.andWhere('c.teamId IS NULL');
    else query.andWhere('c.teamId = :teamId', { teamId });
    return query.getCount();
  }

  /** Which of these still wait for whoever takes them. */
  async stillWaiting(em: EntityManager, ids: readonly string[]): Promise<Set<string>> {
    if (ids.length === 0) return new Set();
    const rows = await em.find(ConversationRecord, {
      select: { id: true },
      where: { id: In([...ids]), status: 'queued', assigneeId: IsNull() },
    });
    return new Set(rows.map(({ id }) => id));
  }

  /** Chats that each of these people has at this moment; those that wait for their customer take no place. */
  loads(em: EntityManager, staffIds: readonly string[]): Promise<Map<string, number>> {
    return this.had(em, staffIds, '=');
  }

  /** Tickets in the same way: what is snoozed or waits for its customer is no work now (index `assigneeId, status`). */
  ticketLoads(em: EntityManager, staffIds: readonly string[]): Promise<Map<string, number>> {
    return this.had(em, staffIds, '<>');
  }

  private async had(em: EntityManager, staffIds: readonly string[], chat: '=' | '<>'): Promise<Map<string, number>> {
    if (staffIds.length === 0) return new Map();
    const rows = await em
      .createQueryBuilder(ConversationRecord, 'c')
      .select('c.assigneeId', 'staffId')
      .addSelect('COUNT(*)', 'load')
      .where(`c.assigneeId IN (:...staffIds) AND c.status = 'open' AND c.channel ${chat} 'chat'`, { staffIds })
      .groupBy('c.assigneeId')
      .getRawMany<{ staffId: string; load: number | string }>();
    return new Map(rows.map(({ staffId, load }) => [staffId, Number(load)]));
  }

  /** The chats that take a place of these people. */
  async held(em: EntityManager, staffIds: readonly string[]): Promise<HeldChat[]> {
    if (staffIds.length === 0) return [];
    const rows = await em
      .createQueryBuilder(ConversationRecord, 'c')
      .select(['c.id', 'c.assigneeId', 'c.takenAt', 'c.waitingSince'])
      .where(`c.assigneeId IN (:...staffIds) AND c.status = 'open' AND c.channel = 'chat'`, { staffIds })
      .getMany();
    return rows.map(({ id, assigneeId, takenAt, waitingSince }) => ({
      id,
      staffId: assigneeId ?? '',
      takenAt,
      waitingSince,
    }));
  }

  /** When each of these people last ended a chat, since an instant (index `assigneeId, lastAt, id` of ended ones). */
  async lastEnds(em: EntityManager, staffIds: readonly string[], since: number): Promise<Map<string, number>> {
    if (staffIds.length === 0) return new Map();
    const rows = await em
      .createQueryBuilder(ConversationRecord, 'c')
      .select('c.assigneeId', 'staffId')
      .addSelect('MAX(c.resolvedAt)', 'at')
      .where(`c.resolvedAt IS NOT NULL AND c.assigneeId IN (:...staffIds) AND c.lastAt >= :since`, { staffIds, since })
      .andWhere(`c.channel = 'chat'`)
      .groupBy('c.assigneeId')
      .getRawMany<{ staffId: string; at: number | string }>();
    return new Map(rows.map(({ staffId, at }) => [staffId, Number(at)]));
  }

  /** Milliseconds from taking to resolving of the chats that ended last. */
  async handlingTimes(em: EntityManager): Promise<number[]> {
    const rows = await em.query<{ ms: number | string }[]>(
      `SELECT resolved_at - taken_at AS ms FROM
        (SELECT resolved_at, taken_at, channel FROM conversations WHERE resolved_at IS NOT NULL
         ORDER BY last_at DESC, id DESC LIMIT ${RECENT}) ended
       WHERE channel = 'chat' AND taken_at IS NOT NULL AND resolved_at >= taken_at`,
    );
    return rows.map(({ ms }) => Number(ms));
  }

  /**
   * Open chats whose customer was answered at or before `before` and has said nothing since, the quietest first.
   * Reminded ones only from `silentBefore` on.
   */
  async quiet(em: EntityManager, before: number, silentBefore: number, limit: number): Promise<string[]> {
    const rows = await em
      .createQueryBuilder(ConversationRecord, 'c')
      .select('c.id')
      .where(`c.status = 'open' AND c.waitingSince IS NULL AND c.lastBy = 'staff'`)
      .andWhere(`c.channel = 'chat' AND c.answerBy IS NULL AND c.lastAt <= :before`, { before })
      .andWhere('(c.nudgedAt IS NULL OR c.nudgedAt < c.lastAt OR c.lastAt <= :silentBefore)', { silentBefore })
      .orderBy('c.lastAt')
      .addOrderBy('c.id')
      .limit(limit)
      .getMany();
    return rows.map(({ id }) => id);
  }
}
