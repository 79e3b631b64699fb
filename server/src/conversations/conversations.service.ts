import type { Entries, EntriesAsk } from '@candour/shared/conversations.js';
import { Refused } from '@candour/shared/errors.js';
import type { ConversationSince } from '@candour/shared/live.js';
import { Injectable } from '@nestjs/common';
import { AccessTrail } from '../audit/access-trail.service.js';
import { mayAccess, requireAccess } from '../core/access/access.js';
import type { Actor } from '../core/access/actor.js';
import { Database, type Tx } from '../core/database/database.js';
import { RowSet } from '../core/database/rows.js';
import { ConversationRecord } from './conversation.entity.js';
import { forCustomer } from './conversation.rules.js';
import { ConversationRead } from './conversations.events.js';
import { EntryReader } from './entry-reader.js';
import { Reach } from './reach.service.js';
import { scopeOf } from './scope.rules.js';

/** Most entries a reconnecting client is sent at once; it asks again while `more`. */
const SINCE_LIMIT = 200;

interface ReadMark {
  readonly conversationId: string;
  readonly by: 'customer' | 'staff';
  readonly seq: number;
}

/** Reading a conversation's log, and saying how far it was read. */
@Injectable()
export class ConversationsService {
  private readonly mark: (mark: ReadMark) => Promise<void>;

  constructor(
    private readonly database: Database,
    private readonly reader: EntryReader,
    private readonly readings: AccessTrail,
    private readonly reach: Reach,
  ) {
    const sets = {
      customer: new RowSet(database.engine, 'conversations', { id: 'text', customer_read_seq: 'int' }),
      staff: new RowSet(database.engine, 'conversations', { id: 'text', staff_read_seq: 'int' }),
    };
    this.mark = database.coalesce((tx, marks) => this.writeMarks(tx, marks, sets));
  }

  /** What came after `seq`, exactly, in order. */
  async since(actor: Actor, { conversationId, seq }: ConversationSince): Promise<Entries> {
    return this.entries(actor, conversationId, { since: seq, limit: SINCE_LIMIT });
  }

  async entries(actor: Actor, conversationId: string, ask: EntriesAsk): Promise<Entries> {
    const { head } = await this.opened(actor, conversationId);
    const page = await this.reader.page(conversationId, head, ask);
    return actor.kind === 'visitor' ? { ...page, entries: page.entries.map(forCustomer) } : page;
  }

  /** @throws Refused `not-found`; `not-allowed` when it is neither theirs nor in the queue. */
  async requireReadable(actor: Actor, conversationId: string): Promise<ConversationRecord> {
    const record = await this.database.read((em) => em.findOneBy(ConversationRecord, { id: conversationId }));
    if (!record) throw new Refused('not-found');
    const own = ownScope(record);
    if (mayAccess(actor, 'conversation.read', 'P5', own)) return record;
    // What was merged is read by whoever reads what it goes on in.
    const through = await this.reach.scope(actor, record);
    requireAccess(actor, 'conversation.read', 'P5', through ? { ...through, categories: ['C5'] } : own);
    return record;
  }

  /**
   * The same, for an actor who is shown it: the reading stands in the audit (policy R8).
   * @throws Refused `not-found`, `not-allowed`.
   */
  async opened(actor: Actor, conversationId: string): Promise<ConversationRecord> {
    return this.noted(actor, await this.requireReadable(actor, conversationId));
  }

  /**
   * The same of one that is shown by itself, and not as a part of where it goes on.
   * @throws Refused also `merged-into` with `into`, where the actor may read that alone.
   */
  async shown(actor: Actor, conversationId: string): Promise<ConversationRecord> {
    const record = await this.requireReadable(actor, conversationId);
    if (!mayAccess(actor, 'conversation.read', 'P5', ownScope(record)) && record.mergedInto !== null) {
      throw new Refused('merged-into', { into: (await this.reach.root(record)).id });
    }
    return this.noted(actor, record);
  }

  private async noted(actor: Actor, record: ConversationRecord): Promise<ConversationRecord> {
    const about = [{ type: 'conversation', id: record.id }] as const;
    const { customerId } = record;
    await this.readings.note({ actor, verb: 'conversation.read', purpose: 'P5', about, customerId });
    return record;
  }

  /** Marks only move forward, and never beyond the newest entry. A reader who may not reply moves none. */
  async markRead(actor: Actor, conversationId: string, seq: number): Promise<void> {
    const record = await this.requireReadable(actor, conversationId);
    if (actor.kind === 'staff' && record.assigneeId !== actor.id && !takesPart(actor.id, record)) return;
    const by = actor.kind === 'visitor' ? 'customer' : 'staff';
    const read = by === 'customer' ? record.customerReadSeq : record.staffReadSeq;
    if (seq > read && seq <= record.head) await this.mark({ conversationId, by, seq });
  }

  private async writeMarks(
    tx: Tx,
    marks: readonly ReadMark[],
    sets: Record<ReadMark['by'], RowSet>,
  ): Promise<undefined[]> {
    for (const by of ['customer', 'staff'] as const) {
      const newest = new Map<string, number>();
      for (const mark of marks) {
        if (mark.by === by) newest.set(mark.conversationId, Math.max(mark.seq, newest.get(mark.conversationId) ?? 0));
      }
      await sets[by].update(tx.em, [...newest]);
      for (const [conversationId, seq] of newest) tx.tell(new ConversationRead(conversationId, by, seq));
    }
    return marks.map(() => undefined);
  }
}

const ownScope = (record: ConversationRecord) => ({ ...scopeOf(record, 'read'), categories: ['C5'] }) as const;

const takesPart = (staffId: string, { participants }: ConversationRecord): boolean =>
  participants?.some(({ id, may }) => id === staffId && may === 'reply') ?? false;
