import type { InboxAsk, InboxView } from '@candour/shared/conversations.js';
import { Refused } from '@candour/shared/errors.js';
import { priorities } from '@candour/shared/tickets.js';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { StaffActor } from '../core/access/actor.js';
import { grantOf } from '../core/access/permissions.rules.js';
import { limitsOf, reachedWhere, relatedWhere, type Placed } from '../core/access/visibility.js';
import type { Engine } from '../core/database/database.js';
import { readingOf, type EntityReading } from '../core/database/entity-rows.js';
import { jsonList } from '../core/database/rows.js';
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
  // Whose it is, or who takes part, is asked beside it.
  mine: { where: `c.status IN ('open', 'pending')`, by: 'lastAt', order: 'DESC' },
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

/** Mine is what I have and what I take part in. */
const mine = ['assigned', 'takesPart'] as const;

/** The page's rows that this reader may open, and one more where there is one. */
export function inboxPage(em: EntityManager, me: StaffActor, ask: InboxAsk): InboxPage {
  const { order } = viewOf(ask);
  const branches = branchesOf(me, ask).map((one) => branch(em, ask, one).getQueryAndParameters());
  const parameters: unknown[] = [];
  const [first, ...more] = branches.map(([sql, own]) => {
    // PostgreSQL counts the parameters of the whole statement.
    const from = parameters.length;
    parameters.push(...(own as unknown[]));
    return from === 0 ? sql : sql.replace(/\$(\d+)/g, (_, n: string) => `$${Number(n) + from}`);
  });
  if (first === undefined) throw new Error('A list without a branch.');
  if (more.length === 0) return { sql: first, parameters, order };
  const all = [first, ...more].map((sql, i) => `SELECT * FROM (${sql}) b${i}`).join(' UNION ALL ');
  const sql = `SELECT * FROM (${all}) b ORDER BY placed ${order}, id ${order} LIMIT ${ask.limit + 1}`;
  return { sql, parameters, order };
}

/** Rows of a list: what narrows them to what its reader may see, and along what they are found. */
interface Branch {
  readonly seen: (placed: Placed) => string | undefined;
  /**
   * Of one person there are fewer than of any state or topic, which SQLite does not know: it keeps no statistics. Of
   * what nobody has, or a person takes part in, there are fewer than of any tag.
   */
  readonly along?: 'assignee' | 'few';
}

/**
 * What narrows the list to what its reader may see. Of what is over, which is much, an index answers each of their
 * relations, but no OR of them: each is a branch of its own, and the branches have nothing in common.
 */
function branchesOf(me: StaffActor, ask: InboxAsk): Branch[] {
  if (ask.view === 'mine') {
    return [{ seen: (placed) => mine.map((one) => `(${related(me, one)(placed)})`).join(' OR ') }];
  }
  const grant = grantOf(me.role, 'conversation.list') ?? 'assigned';
  const limits = limitsOf(me.id, grant);
  if (ended.has(ask.view) && limits && grant !== 'team') {
    const taken = related(me, 'takesPart');
    const others = (placed: Placed) =>
      `${taken(placed)} AND (c.assignee_id IS NULL OR c.assignee_id <> ${placed(me.id)})`;
    return [
      { seen: related(me, 'assigned'), along: 'assignee' },
      { seen: others, along: 'few' },
    ];
  }
  // All of the queue is the reader's then, and of what is not in it nothing waits.
  if (ask.view === 'queue' && limits?.by.includes('waits')) return [{ seen: () => undefined }];
  const seen = (placed: Placed): string | undefined =>
    reachedWhere(me.id, grant, placed, (name) => name !== 'waits' || ask.view === 'all');
  if (!ask.assignee) return [{ seen }];
  return [{ seen, along: ask.assignee === 'nobody' ? 'few' : 'assignee' }];
}

const related = (me: StaffActor, name: (typeof mine)[number]) => (placed: Placed) => relatedWhere(me.id, name, placed);

function branch(em: EntityManager, ask: InboxAsk, { seen, along }: Branch): SelectQueryBuilder<ConversationRecord> {
  const { where, by, order } = viewOf(ask);
  const query = em.createQueryBuilder(ConversationRecord, 'c').where(where);
  const [at, id] =
    by === 'resolvedAt'
      ? ['t.endedAt', 't.conversationId']
      : [by === 'dueAt' ? `COALESCE(c.dueAt, ${NEVER})` : `c.${by}`, 'c.id'];
  if (ask.tag) {
    const tag = besides(em, along === 'few' ? along : undefined)('t.tag');
    query.innerJoin(ConversationTag, 't', `t.conversationId = c.id AND ${tag} = :tag`, { tag: ask.tag });
    if (!ended.has(ask.view)) query.andWhere('t.endedAt IS NULL');
  }
  narrow(query, ask, besides(em, along));
  const mayBeSeen = seen(placing(query));
  if (mayBeSeen !== undefined) query.andWhere(`(${mayBeSeen})`);
  if (ask.cursor !== undefined) {
    query.andWhere(`(${at}, ${id}) ${order === 'ASC' ? '>' : '<'} (:at, :after)`, cursorOf(ask.cursor));
  }
  return query
    .select(id, 'id')
    .addSelect(at, 'placed')
    .orderBy(at, order)
    .addOrderBy(id, order)
    .limit(ask.limit + 1);
}

function placing(query: SelectQueryBuilder<ConversationRecord>): Placed {
  let placed = 0;
  return (value) => {
    const name = `seen${placed++}`;
    query.setParameter(name, value);
    return `:${name}`;
  };
}

/** One conversation, whoever asks. */
export const oneRow = (id: string): InboxPage => ({
  sql: `SELECT c.id AS "id", c.last_at AS "placed" FROM conversations c WHERE c.id = $1`,
  parameters: [id],
  order: 'ASC',
});

/** Columns that a row of a list shows, is judged by, or goes on after; the single conversation shows the last ones. */
const shown = [
  'id',
  'number',
  'status',
  'channel',
  'topic',
  'reason',
  'priority',
  'language',
  'customerId',
  'level',
  'assigneeId',
  'participants',
  'mergedInto',
  'teamId',
  'answerBy',
  'waitingSince',
  'createdAt',
  'firstReplyAt',
  'pausedMs',
  'safetySince',
  'dueAt',
  'snoozedUntil',
  'resolvedAt',
  'head',
  'staffReadSeq',
  'customerReadSeq',
  'lastAt',
  'lastBy',
  'policyVersion',
  'orderId',
  'followsId',
] as const satisfies readonly (keyof ConversationRecord)[];

/** What its row shows of a conversation besides: the tags, and the newest words, sealed. */
interface Last {
  /** A list, or one as JSON: the engines hand a list within a list on as either. */
  readonly tags: string | readonly string[] | null;
  readonly lastId: string | null;
  readonly lastBody: Buffer | null;
  readonly lastKeyId: string | null;
}
export type InboxRecord = Pick<ConversationRecord, (typeof shown)[number]> & Last;

/** Finds rows of a list: their ids, and what they are ordered by as `placed`. */
export interface InboxPage {
  readonly sql: string;
  readonly parameters: unknown[];
  readonly order: 'ASC' | 'DESC';
}

/**
 * All that a page shows of the conversations themselves, in one statement. First the page is found, then what else
 * is shown of its rows: where SQLite sorts, it would look that up for every row that it sorts.
 */
export async function inboxRows(em: EntityManager, engine: Engine, page: InboxPage): Promise<InboxRecord[]> {
  const { select, read } = readingFor(em, engine, page.order);
  return read(
    await em.query<{ rows: string | null }[]>(
      `SELECT ${select} FROM (${page.sql}) w JOIN conversations c ON c.id = w.id
       LEFT JOIN entries e ON e.conversation_id = c.id AND e.seq = c.last_message_seq`,
      page.parameters,
    ),
  );
}

type Reading = EntityReading<InboxRecord>;
const readings = new WeakMap<object, Partial<Record<InboxPage['order'], Reading>>>();

/** How the rows are read on a connection, made once. */
function readingFor(em: EntityManager, engine: Engine, order: InboxPage['order']): Reading {
  const made = readings.get(em.connection) ?? {};
  readings.set(em.connection, made);
  return (made[order] ??= readingOf<ConversationRecord, (typeof shown)[number], Last>(em, ConversationRecord, {
    engine,
    alias: 'c',
    columns: shown,
    more: {
      tags: `(SELECT ${jsonList(engine, 't.tag')} FROM conversation_tags t WHERE t.conversation_id = c.id)`,
      lastId: 'e.id',
      lastBody: { bytes: 'e.body' },
      lastKeyId: 'e.key_id',
    },
    order: `w.placed ${order}, w.id ${order}`,
  }));
}

export function tagsOfRecord({ tags }: InboxRecord): string[] {
  const list = typeof tags === 'string' ? (JSON.parse(tags) as string[]) : [...(tags ?? [])];
  return list.sort((a, b) => a.localeCompare(b));
}

/** Where the next page begins. */
export function nextAfter(ask: InboxAsk, last: InboxRecord): string {
  const { by } = viewOf(ask);
  return `${last[by] ?? (by === 'dueAt' ? NEVER : 0)}.${last.id}`;
}

/** Asks for a column in a way that no index answers, where another one is to be gone along. */
type Besides = (column: string, nothing?: string) => string;
const besides = (em: EntityManager, along: Branch['along']): Besides =>
  along && em.connection.options.type === 'sqlite'
    ? (column, nothing = `|| ''`) => `(${column} ${nothing})`
    : (column) => column;

function narrow(query: SelectQueryBuilder<ConversationRecord>, ask: InboxAsk, beside: Besides): void {
  const { topic, language, status, assignee, priority, team } = ask;
  if (topic) query.andWhere(`${beside('c.topic')} = :topic`, { topic });
  if (language) query.andWhere('c.language = :language', { language });
  if (status) query.andWhere(`${beside('c.status')} = :status`, { status });
  const place = priority && priorities.indexOf(priority);
  if (place !== undefined) query.andWhere(`${beside('c.priority', '+ 0')} = :place`, { place });
  if (team === 'nobody') query.andWhere(`${beside('c.teamId')} IS NULL`);
  else if (team) query.andWhere(`${beside('c.teamId')} = :team`, { team });
  if (assignee === 'nobody') query.andWhere('c.assigneeId IS NULL');
  else if (assignee) query.andWhere('c.assigneeId = :assignee', { assignee });
}

/** @throws Refused `cursor-invalid`. */
function cursorOf(cursor: string): { at: number; after: string } {
  const match = /^(\d{1,16})\.([0-9a-f-]{36})$/.exec(cursor);
  if (!match) throw new Refused('cursor-invalid');
  return { at: Number(match[1]), after: match[2]! };
}
