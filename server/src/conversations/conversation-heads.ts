import type { Database, Tx } from '../core/database/database.js';
import { eachTextOf, jsonRows, RowSet } from '../core/database/rows.js';
import type { Touched } from './conversation.rules.js';

/** Of a conversation what its next message needs and changes. */
export interface Head extends Touched {
  readonly id: string;
  readonly visitorId: string;
  readonly assigneeId: string | null;
  head: number;
  lastMessageSeq: number;
  lastAt: number;
  lastBy: 'customer' | 'staff' | 'system';
}

const columns: Readonly<Record<keyof Head, string>> = {
  id: 'c.id',
  visitorId: 'c.visitor_id',
  assigneeId: 'c.assignee_id',
  status: 'c.status',
  head: 'c.head',
  lastMessageSeq: 'c.last_message_seq',
  waitingSince: 'c.waiting_since',
  resolvedAt: 'c.resolved_at',
  lastAt: 'c.last_at',
  lastBy: 'c.last_by',
};

/** A conversation in a batch of messages: as it stood, and as it stands after them. */
export interface Spoken {
  readonly before: Readonly<Touched & Pick<Head, 'head'>>;
  readonly now: Head;
}

/** The heads of all conversations of a batch, read in one statement and written in at most two. */
export class ConversationHeads {
  private readonly select: string;
  private readonly touches: RowSet;
  private readonly turns: RowSet;

  constructor({ engine }: Database) {
    this.select = `SELECT ${jsonRows(engine, columns)} AS heads
      FROM ${eachTextOf(engine, '$1')} JOIN conversations c ON c.id = j.value`;
    this.touches = new RowSet(engine, 'conversations', {
      id: 'text',
      head: 'int',
      last_message_seq: 'int',
      last_at: 'int',
      last_by: 'text',
    });
    // Apart, for SQLite writes an index anew for every column that is named, whether its value changed or not.
    this.turns = new RowSet(engine, 'conversations', {
      id: 'text',
      status: 'text',
      waiting_since: 'int',
      resolved_at: 'int',
      anchor_at: 'int',
    });
  }

  async of(tx: Tx, conversationIds: Iterable<string>): Promise<Map<string, Spoken>> {
    const [found] = await tx.em.query<[{ heads: string | null }]>(this.select, [
      JSON.stringify([...new Set(conversationIds)]),
    ]);
    const heads = JSON.parse(found.heads ?? '[]') as Head[];
    return new Map(heads.map((now) => [now.id, { before: standing(now), now }]));
  }

  touch(tx: Tx, spoken: readonly Spoken[]): Promise<void> {
    const rows = spoken.map(({ now }) => [now.id, now.head, now.lastMessageSeq, now.lastAt, now.lastBy]);
    return this.touches.update(tx.em, rows);
  }

  /** Writes the state of those where it changed. */
  turn(tx: Tx, spoken: readonly Spoken[]): Promise<void> {
    const turned = spoken.filter(
      ({ before, now }) =>
        before.status !== now.status ||
        before.waitingSince !== now.waitingSince ||
        before.resolvedAt !== now.resolvedAt,
    );
    const rows = turned.map(({ now }) => [now.id, now.status, now.waitingSince, now.resolvedAt, now.resolvedAt]);
    return this.turns.update(tx.em, rows);
  }
}

const standing = ({ head, status, waitingSince, resolvedAt }: Head): Spoken['before'] => ({
  head,
  status,
  waitingSince,
  resolvedAt,
});
