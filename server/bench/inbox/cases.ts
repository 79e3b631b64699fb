import type { InboxAsk } from '@candour/shared/conversations.js';
import type { Engine } from '../../src/core/database/database.js';

/** One list that a person asks for. */
export interface Case {
  readonly name: string;
  readonly reader: 'agent' | 'lead';
  readonly ask: Pick<InboxAsk, 'view' | 'status' | 'assignee' | 'topic' | 'tag'>;
}

/** The console's page. */
export const LIMIT = 50;

/**
 * What is over, by each filter and by two; what is under way, by status. A lead sees the whole desk, an agent what is
 * theirs: one in twenty.
 */
export const casesFor = (agentId: string): readonly Case[] => [
  { name: 'status', reader: 'agent', ask: { view: 'resolved', status: 'closed' } },
  { name: 'under way', reader: 'agent', ask: { view: 'all', status: 'open' } },
  { name: 'topic', reader: 'agent', ask: { view: 'resolved', topic: 'orders' } },
  { name: 'tag', reader: 'agent', ask: { view: 'resolved', tag: 'vip' } },
  { name: 'status', reader: 'lead', ask: { view: 'resolved', status: 'closed' } },
  { name: 'under way', reader: 'lead', ask: { view: 'all', status: 'open' } },
  { name: 'assignee', reader: 'lead', ask: { view: 'resolved', assignee: agentId } },
  { name: 'topic', reader: 'lead', ask: { view: 'resolved', topic: 'orders' } },
  { name: 'tag', reader: 'lead', ask: { view: 'resolved', tag: 'vip' } },
  { name: 'topic and tag', reader: 'lead', ask: { view: 'resolved', topic: 'orders', tag: 'vip' } },
];

/** Where a page goes on, as the cursor says it. */
export interface After {
  readonly at: number;
  readonly id: string;
}

export interface Bare {
  readonly sql: string;
  readonly parameters: readonly (string | number)[];
}

/**
 * The same page as one statement written by hand: the rows, with the name, the newest words and the tags that are
 * shown of each. Nothing is opened, checked or written.
 */
export function bareSql(engine: Engine, { ask, reader }: Case, agentId: string, after: After | undefined): Bare {
  const parameters: (string | number)[] = [];
  const p = (value: string | number): string => `${engine === 'sqlite' ? '?' : '$'}${parameters.push(value)}`;
  const [at, id] = ask.tag ? ['t.ended_at', 't.conversation_id'] : ['c.last_at', 'c.id'];
  const where = [
    ...(ask.view === 'all' ? [] : [ask.tag ? 't.ended_at IS NOT NULL' : 'c.resolved_at IS NOT NULL']),
    ...(ask.tag ? [`t.tag = ${p(ask.tag)}`] : []),
    ...(ask.status ? [`c.status = ${p(ask.status)}`] : []),
    ...(ask.topic ? [`c.topic = ${p(ask.topic)}`] : []),
    ...(reader === 'agent' || ask.assignee ? [`c.assignee_id = ${p(agentId)}`] : []),
    ...(after ? [`(${at}, ${id}) < (${p(after.at)}, ${p(after.id)})`] : []),
  ];
  const from = ask.tag ? 'conversation_tags t JOIN conversations c ON c.id = t.conversation_id' : 'conversations c';
  const page = `SELECT c.*, ${at} AS placed FROM ${from} WHERE ${where.join(' AND ')}
    ORDER BY ${at} DESC, ${id} DESC LIMIT ${LIMIT + 1}`;
  const sql = `SELECT c.id AS conversation, c.number, c.status, c.channel, c.topic, c.reason, c.priority, c.language, c.customer_id,
      c.level, c.assignee_id, s.name, s.key_id, c.waiting_since, c.head, c.staff_read_seq, c.customer_read_seq,
      c.last_at, c.last_by, u.kind, u.name, u.key_id, e.id, e.body, e.key_id,
      (SELECT ${engine === 'sqlite' ? 'group_concat(tag)' : `string_agg(tag, ',')`} FROM conversation_tags WHERE conversation_id = c.id) AS tags
    FROM (${page}) c
    JOIN entries e ON e.conversation_id = c.id AND e.seq = c.last_message_seq
    JOIN customers u ON u.id = c.customer_id
    LEFT JOIN staff s ON s.id = c.assignee_id
    ORDER BY c.placed DESC, c.id DESC`;
  return { sql, parameters };
}
