import type { Contact } from '@candour/shared/customers.js';
import type { FactCode } from '@candour/shared/conversations.js';
import { Injectable } from '@nestjs/common';
import { LessThan, type EntityManager } from 'typeorm';
import type { Tx } from '../core/database/database.js';
import { ConversationKeys, type KnownConversation } from './conversation-keys.js';
import { ConversationRecord, EntryRecord } from './conversation.entity.js';
import { FactLog, type Fact } from './facts.js';
import { People } from './people.js';

export type { ConversationRecord } from './conversation.entity.js';
export type { Enclosed } from './enclosures.service.js';

/** Facts looked through for those of one kind. */
const FACTS_READ = 500;

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
