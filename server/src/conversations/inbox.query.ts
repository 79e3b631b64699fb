import type { InboxAsk, InboxView } from '@candour/shared/conversations.js';
import { Refused } from '@candour/shared/errors.js';
import { priorities } from '@candour/shared/tickets.js';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { StaffActor } from '../core/access/actor.js';
import { grantOf } from '../core/access/permissions.rules.js';
import { ConversationRecord, ConversationTag } from './conversation.entity.js';

type Order = 'waitingSince' | 'lastAt' | 'resolvedAt' | 'snoozedUntil' | 'dueAt';
interface View {
  readonly where: string;
  readonly by: Order;
  readonly order: 'ASC' | 'DESC';
}

/**
 * Each view's rows, and the column and direction that order them; the id breaks ties. Those under way are few: they
 * are found by their state and sorted. Those that are over are many: an index has them in this order. They are known
 * by their end, for asked by their states SQLite would go along an index of states, and sort.
 */
const views: Record<InboxView, View> = {
  queue: { where: `c.status = 'queued'`, by: 'waitingSince', order: 'ASC' },
  mine: { where: `c.status IN ('open', 'pending') AND c.assigneeId = :me`, by: 'lastAt', order: 'DESC' },
  all: { where: `c.status IN ('queued', 'open', 'pending', 'snoozed')`, by: 'lastAt', order: 'DESC' },
  snoozed: { where: `c.status = 'snoozed'`, by: 'snoozedUntil', order: 'ASC' },
  resolved: { where: 'c.resolvedAt IS NOT NULL', by: 'lastAt', order: 'DESC' },
  spam: { where: `c.resolvedAt IS NOT NULL AND c.status = 'spam'`, by: 'lastAt', order: 'DESC' },
};
const ended: ReadonlySet<InboxView> = new Set<InboxView>(['resolved', 'spam']);
/** By tag the tags know the end themselves. */
const endedWithTag: View = { where: 't.endedAt IS NOT NULL', by: 'resolvedAt', order: 'DESC' };

function viewOf({ view, tag, sort }: InboxAsk): View {
  if (ended.has(view)) return tag && view === 'resolved' ? endedWithTag : views[view];
  return sort === 'due' ? { ...views[view], by: 'dueAt', order: 'ASC' } : views[view];
}

/** What is due never comes last, on both engines. */
const NEVER = 9_000_000_000_000_000;

/** The page's rows that this reader may open, and one more where there is one. */
export function inboxQuery(em: EntityManager, me: StaffActor, ask: InboxAsk): SelectQueryBuilder<ConversationRecord> {
  const { where, by, order } = viewOf(ask);
  const query = em.createQueryBuilder(ConversationRecord, 'c').where(where, { me: me.id });
  const [at, id] =
    by === 'resolvedAt'
      ? ['t.endedAt', 't.conversationId']
      : [by === 'dueAt' ? `COALESCE(c.dueAt, ${NEVER})` : `c.${by}`, 'c.id'];
  if (ask.tag) {
    query.innerJoin(ConversationTag, 't', 't.conversationId = c.id AND t.tag = :tag', { tag: ask.tag });
    if (!ended.has(ask.view)) query.andWhere('t.endedAt IS NULL');
  }
  narrow(query, ask);
  visible(query, me, ask.view);
  if (ask.cursor !== undefined) {
    query.andWhere(`(${at}, ${id}) ${order === 'ASC' ? '>' : '<'} (:at, :after)`, cursorOf(ask.cursor));
  }
  return query
    .orderBy(at, order)
    .addOrderBy(id, order)
    .limit(ask.limit + 1);
}

/** Where the next page begins. */
export function nextAfter(ask: InboxAsk, last: ConversationRecord): string {
  const { by } = viewOf(ask);
  return `${last[by] ?? (by === 'dueAt' ? NEVER : 0)}.${last.id}`;
}

function narrow(query: SelectQueryBuilder<ConversationRecord>, ask: InboxAsk): void {
  const { topic, language, status, assignee, priority } = ask;
  if (topic) query.andWhere('c.topic = :topic', { topic });
  if (language) query.andWhere('c.language = :language', { language });
  if (status) query.andWhere('c.status = :status', { status });
  if (priority) query.andWhere('c.priority = :priority', { priority: priorities.indexOf(priority) });
  if (assignee === 'nobody') query.andWhere('c.assigneeId IS NULL');
  else if (assignee) query.andWhere('c.assigneeId = :assignee', { assignee });
}

/** A list shows what its reader may open: their own and the queue, or only what was given to them. */
function visible(query: SelectQueryBuilder<ConversationRecord>, me: StaffActor, view: InboxView): void {
  const grant = grantOf(me.role, 'conversation.list');
  if (grant === 'all') return;
  const own = 'c.assigneeId = :me';
  // Only where one and the other may stand is it a question: an index answers no OR.
  if (grant === 'own' && view === 'all') query.andWhere(`(c.status = 'queued' OR ${own})`);
  else if (grant !== 'own' || view !== 'queue') query.andWhere(own);
  query.setParameter('me', me.id);
}

/** @throws Refused `cursor-invalid`. */
function cursorOf(cursor: string): { at: number; after: string } {
  const match = /^(\d{1,16})\.([0-9a-f-]{36})$/.exec(cursor);
  if (!match) throw new Refused('cursor-invalid');
  return { at: Number(match[1]), after: match[2]! };
}
