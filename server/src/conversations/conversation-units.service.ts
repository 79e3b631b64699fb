import type { Contact } from '@candour/shared/customers.js';
import type { FactCode } from '@candour/shared/conversations.js';
import type { Priority } from '@candour/shared/tickets.js';
import { Injectable } from '@nestjs/common';
import { In, LessThan, type EntityManager } from 'typeorm';
import type { Tx } from '../core/database/database.js';
import { ConversationKeys, type KnownConversation } from './conversation-keys.js';
import { ConversationRecord, EntryRecord } from './conversation.entity.js';
import { ConversationChanged } from './conversations.events.js';
import { priorityOf } from './filing.rules.js';
import { FactLog, type Fact } from './facts.js';
import { readersOf } from './joined.rules.js';
import { below } from './reach.service.js';
import { People } from './people.js';
import { scopeOf, seenNow } from './scope.rules.js';
import { tagsOf } from './tags.js';

export type { ConversationRecord } from './conversation.entity.js';
export type { Enclosed } from './enclosures.service.js';

/** Facts looked through for those of one kind. */
const FACTS_READ = 500;
/** A conversation as actions and conditions see it. */
export interface Ticket extends Pick<
  ConversationRecord,
  | 'id'
  | 'status'
  | 'assigneeId'
  | 'teamId'
  | 'topic'
  | 'reason'
  | 'language'
  | 'channel'
  | 'waitingSince'
  | 'lastAt'
  | 'lastBy'
> {
  readonly priority: Priority;
  readonly tags: readonly string[];
  readonly record: ConversationRecord;
}

export interface Merged {
  readonly theirs: readonly ConversationRecord[];
  readonly others: readonly ConversationRecord[];
}

export interface MailedConversation {
  readonly record: ConversationRecord;
  /** Number of the newest answer that its customer has not read; 0: none. */
  readonly answerSeq: number;
}

const UNREAD_ANSWER = `(SELECT max(e.seq) FROM entries e WHERE e.conversation_id = c.id
  AND e.seq > c.customer_read_seq AND e.kind = 'message' AND e.role = 'staff')`;
const UNDERWAY = `c.status IN ('queued', 'open', 'pending', 'snoozed')`;

/** What later features read and change of a conversation within a unit of their own. */
@Injectable()
export class ConversationUnitsService {
  constructor(
    private readonly keys: ConversationKeys,
    private readonly facts: FactLog,
    private readonly people: People,
  ) {}

  /** Its data key and its customer's digest, asked before the unit. @throws Refused `not-found`. */
  known(conversationId: string): Promise<KnownConversation> {
    return this.keys.of(conversationId);
  }

  row(tx: Tx, id: string): Promise<ConversationRecord | null> {
    return this.rowIn(tx.em, id);
  }

  rowIn(em: EntityManager, id: string): Promise<ConversationRecord | null> {
    return em.findOneBy(ConversationRecord, { id });
  }

  /** Many at once, with their tags, in two statements. */
  async tickets(em: EntityManager, ids: readonly string[]): Promise<Map<string, Ticket>> {
    if (ids.length === 0) return new Map();
    const tickets = await ticketsOf(em, await em.findBy(ConversationRecord, { id: In([...ids]) }));
    return new Map(tickets.map((ticket) => [ticket.id, ticket]));
  }

  /** The newest, newest first: ids begin with the time. */
  async newest(em: EntityManager, last: number): Promise<Ticket[]> {
    return ticketsOf(em, await em.find(ConversationRecord, { order: { id: 'DESC' }, take: last }));
  }

  /**
   * Those under way whose customer has waited (`waiting`), or in which nobody spoke (`silent`), since an instant at
   * the latest, in pages by id. Those under way are few: they are found by their state.
   */
  async lasting(
    em: EntityManager,
    what: string,
    before: number,
    after: string | undefined,
    limit: number,
  ): Promise<Ticket[]> {
    const query = em.createQueryBuilder(ConversationRecord, 'c').where(UNDERWAY);
    query.andWhere(what === 'waiting' ? 'c.waitingSince <= :before' : 'c.lastAt <= :before', { before });
    if (after !== undefined) query.andWhere('c.id > :after', { after });
    return ticketsOf(em, await query.orderBy('c.id').limit(limit).getMany());
  }

  /** Those in which something happened since an instant, the newest first. */
  async changedSince(em: EntityManager, since: number, most: number): Promise<Ticket[]> {
    const found: ConversationRecord[] = [];
    for (const where of [UNDERWAY, 'c.resolvedAt IS NOT NULL']) {
      const query = em.createQueryBuilder(ConversationRecord, 'c').where(where);
      query.andWhere('c.lastAt >= :since', { since }).orderBy('c.lastAt', 'DESC').limit(most);
      found.push(...(await query.getMany()));
    }
    return ticketsOf(em, found);
  }

  /** Those that were resolved in this time and whose customers are answered by mail, latest first, at most 500. */
  async resolvedByMail(em: EntityManager, since: number, before: number): Promise<ConversationRecord[]> {
    return em
      .createQueryBuilder(ConversationRecord, 'c')
      .where('c.resolvedAt IS NOT NULL AND c.lastAt >= :since', { since })
      .andWhere('c.mergedInto IS NULL')
      .andWhere(`(c.channel = 'email' OR c.answerBy = 'email') AND c.resolvedAt BETWEEN :since AND :before`, { before })
      .orderBy('c.lastAt', 'DESC')
      .limit(500)
      .getMany();
  }

  /**
   * Answered by mail, with something that happened since an instant: at most 1,000 of those under way and of those
   * that are over, the latest of each; with the newest answer that the customer has not read, where there is one.
   */
  async answeredByMail(em: EntityManager, since: number): Promise<MailedConversation[]> {
    const found: MailedConversation[] = [];
    for (const where of [UNDERWAY, `c.resolvedAt IS NOT NULL AND c.status <> 'spam'`]) {
      const query = em.createQueryBuilder(ConversationRecord, 'c').addSelect(UNREAD_ANSWER, 'answered').where(where);
      query.andWhere(`c.lastAt >= :since AND (c.channel = 'email' OR c.answerBy = 'email')`, { since });
      const { entities, raw } = await query
        .orderBy('c.lastAt', 'DESC')
        .limit(1000)
        .getRawAndEntities<{ answered: number | string | null }>();
      found.push(...entities.map((record, i) => ({ record, answerSeq: Number(raw[i]?.answered ?? 0) })));
    }
    return found;
  }

  /** One of them, whatever happened in it; undefined where it has gone. */
  async mailed(em: EntityManager, id: string): Promise<MailedConversation | undefined> {
    const { entities, raw } = await em
      .createQueryBuilder(ConversationRecord, 'c')
      .addSelect(UNREAD_ANSWER, 'answered')
      .where({ id })
      .getRawAndEntities<{ answered: number | string | null }>();
    const [record] = entities;
    return record && { record, answerSeq: Number(raw[0]?.answered ?? 0) };
  }

  /** By the number that people say. */
  byNumber(em: EntityManager, number: number): Promise<ConversationRecord | null> {
    return em.findOneBy(ConversationRecord, { number });
  }

  /** Many at once; those that have gone are missing. */
  rowsIn(em: EntityManager, ids: readonly string[]): Promise<ConversationRecord[]> {
    return em.findBy(ConversationRecord, { id: In([...ids]) });
  }

  /**
   * All that was merged into it, also by way of others: what is of the same person, as far as that is proved, and what
   * its customer may not decide about (decision 0181).
   */
  async mergedInto(em: EntityManager, record: ConversationRecord): Promise<Merged> {
    const parts = await below(em, [record.id]);
    const isTheirs = (part: ConversationRecord): boolean => readersOf(part, record) !== 'apart';
    return { theirs: parts.filter(isTheirs), others: parts.filter((part) => !isTheirs(part)) };
  }

  /** Where these went on is gone, and they stand for themselves again: over, as they were. */
  async standAlone(tx: Tx, records: readonly ConversationRecord[]): Promise<void> {
    for (const record of records) {
      await tx.em.update(ConversationRecord, { id: record.id }, { mergedInto: null });
      tx.tell(new ConversationChanged(record.id, { mergedInto: undefined }, seenNow(record)));
    }
  }

  /** Puts a fact on the time line of a conversation that this unit has read. */
  async fact(tx: Tx, conversation: ConversationRecord, fact: Fact): Promise<void> {
    await this.facts.add(tx, conversation, fact);
    await tx.em.update(ConversationRecord, { id: conversation.id }, { head: conversation.head });
  }

  /** The conversations that a browser began, newest first, behind the one with the id `before`. */
  ofVisitor(
    em: EntityManager,
    visitorId: string,
    before: string | undefined,
    limit: number,
  ): Promise<ConversationRecord[]> {
    return em.find(ConversationRecord, {
      where: { visitorId, ...(before === undefined ? {} : { id: LessThan(before) }) },
      order: { id: 'DESC' },
      take: limit,
    });
  }

  /** How many messages the customer wrote, and how many were written to them. */
  async messages(em: EntityManager, conversationId: string): Promise<{ messages: number; answers: number }> {
    const rows = await em.query<{ role: string; count: number | string }[]>(
      `SELECT role, count(*) AS count FROM entries WHERE conversation_id = $1 AND kind = 'message' GROUP BY role`,
      [conversationId],
    );
    const count = (role: string): number => Number(rows.find((row) => row.role === role)?.count ?? 0);
    return { messages: count('customer'), answers: count('staff') };
  }

  /** What its customer said of themselves. */
  claimsOf(record: ConversationRecord): Promise<Contact> {
    return this.people.claims.of(record);
  }

  /** How often something happened to it. */
  async factsOf(em: EntityManager, conversationId: string, code: FactCode): Promise<number> {
    const rows = await em.find(EntryRecord, {
      select: { ordinal: true, detail: true },
      where: { conversationId, kind: 'fact' },
      order: { seq: 'DESC' },
      take: FACTS_READ,
    });
    return rows.filter(({ detail }) => detail?.fact?.code === code).length;
  }

  /** Where its customer is written to: what they said here, or what the desk knows of one who is verified. */
  async addressOf(record: ConversationRecord): Promise<string | undefined> {
    const { email } = await this.people.claims.of(record);
    if (email !== undefined || record.level === 0) return email;
    return (await this.people.customers.view([record.customerId])).get(record.customerId)?.email;
  }
}

/** For `requireAccess`: who may reply in it. */
export const replyScope = (record: ConversationRecord) => scopeOf(record, 'reply');

async function ticketsOf(em: EntityManager, records: readonly ConversationRecord[]): Promise<Ticket[]> {
  const tags = new Map<string, string[]>();
  for (let from = 0; from < records.length; from += 500) {
    const ids = records.slice(from, from + 500).map(({ id }) => id);
    for (const [id, own] of await tagsOf(em, ids)) tags.set(id, own);
  }
  return records.map((record) => {
    const { id, status, assigneeId, teamId, topic, reason, language, channel, waitingSince, lastAt, lastBy } = record;
    return {
      ...{ id, status, assigneeId, teamId, topic, reason, language, channel, waitingSince, lastAt, lastBy },
      ...{ priority: priorityOf(record.priority), tags: tags.get(id) ?? [], record },
    };
  });
}
