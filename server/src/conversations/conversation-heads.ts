import type { Database, Tx } from '../core/database/database.js';
import { eachTextOf, jsonRows, RowSet, type Cell } from '../core/database/rows.js';
import type { Touched } from './conversation.rules.js';
import type { Standing } from './dues.js';

/** Of a conversation what its next message needs and changes. */
export interface Head extends Touched, Omit<Standing, keyof Touched> {
  readonly id: string;
  readonly visitorId: string;
  readonly assigneeId: string | null;
  readonly teamId: string | null;
  /** Who takes part beside that, as JSON: few have any. */
  readonly participants: string | null;
  head: number;
  lastMessageSeq: number;
  lastAt: number;
  lastBy: 'customer' | 'staff' | 'system';
}

const columns: Readonly<Record<keyof Head, string>> = {
  id: 'c.id',
  visitorId: 'c.visitor_id',
  assigneeId: 'c.assignee_id',
  teamId: 'c.team_id',
  participants: 'c.participants',
  status: 'c.status',
  head: 'c.head',
  lastMessageSeq: 'c.last_message_seq',
  waitingSince: 'c.waiting_since',
  resolvedAt: 'c.resolved_at',
  lastAt: 'c.last_at',
  lastBy: 'c.last_by',
  snoozedUntil: 'c.snoozed_until',
  firstReplyAt: 'c.first_reply_at',
  pausedSince: 'c.paused_since',
  pausedMs: 'c.paused_ms',
  dueAt: 'c.due_at',
  alarmAt: 'c.alarm_at',
  channel: 'c.channel',
  answerBy: 'c.answer_by',
  safetySince: 'c.safety_since',
  topic: 'c.topic',
  reason: 'c.reason',
  language: 'c.language',
  createdAt: 'c.created_at',
};

/** A conversation in a batch of messages: as it stood, and as it stands after them. */
export interface Spoken {
  readonly before: Readonly<Pick<Head, 'head' | 'status' | 'waitingSince'>>;
  readonly now: Head;
}

/** Heads kept from one batch to the next. */
const KEPT = 10_000;

const spoke = { id: 'text', head: 'int', last_message_seq: 'int', last_at: 'int', last_by: 'text' } as const;
const waits = { ...spoke, waiting_since: 'int', first_reply_at: 'int', due_at: 'int', alarm_at: 'int' } as const;

/** The heads of all conversations of a batch, read in one statement; each is written once. */
export class ConversationHeads {
  private readonly select: string;
  // Apart, for SQLite writes an index anew for every column that is named, whether its value changed or not.
  private readonly spoke: RowSet;
  private readonly waits: RowSet;
  private readonly turned: RowSet;
  private readonly kept = new Map<string, Head>();
  private era: number | undefined;

  constructor({ engine }: Database) {
    this.select = `SELECT ${jsonRows(engine, columns)} AS heads
      FROM ${eachTextOf(engine, '$1')} JOIN conversations c ON c.id = j.value`;
    this.spoke = new RowSet(engine, 'conversations', spoke);
    this.waits = new RowSet(engine, 'conversations', waits);
    this.turned = new RowSet(engine, 'conversations', {
      ...waits,
      status: 'text',
      resolved_at: 'int',
      anchor_at: 'int',
      snoozed_until: 'int',
      paused_since: 'int',
      paused_ms: 'int',
    });
  }

  /** @param era of this unit: heads are kept from one batch to the next while nobody else writes. */
  async of(tx: Tx, era: number | undefined, conversationIds: Iterable<string>): Promise<Map<string, Spoken>> {
    if (era === undefined || era !== this.era || this.kept.size > KEPT) this.kept.clear();
    this.era = era;
    const ids = [...new Set(conversationIds)];
    const missing = ids.filter((id) => !this.kept.has(id));
    if (missing.length > 0) {
      const [found] = await tx.em.query<[{ heads: string | null }]>(this.select, [JSON.stringify(missing)]);
      for (const head of JSON.parse(found.heads ?? '[]') as Head[]) this.kept.set(head.id, head);
    }
    const spoken = new Map<string, Spoken>();
    for (const id of ids) {
      const now = this.kept.get(id);
      if (now) spoken.set(id, { before: standing(now), now });
    }
    return spoken;
  }

  /** The statements that write them, each conversation in the one that names no more than what changed. */
  writes(tx: Tx, spoken: readonly Spoken[]): [spoke: Write, waits: Write, turned: Write] {
    const spoke: Cell[][] = [];
    const waits: Cell[][] = [];
    const turned: Cell[][] = [];
    for (const { before, now } of spoken) {
      const cells: Cell[] = [now.id, now.head, now.lastMessageSeq, now.lastAt, now.lastBy];
      const { status, waitingSince } = now;
      if (status === before.status && waitingSince === before.waitingSince) {
        spoke.push(cells);
        continue;
      }
      cells.push(waitingSince, now.firstReplyAt, now.dueAt, now.alarmAt);
      if (status === before.status) {
        waits.push(cells);
        continue;
      }
      cells.push(status, now.resolvedAt, now.resolvedAt, now.snoozedUntil, now.pausedSince, now.pausedMs);
      turned.push(cells);
    }
    return [
      () => this.spoke.update(tx.em, spoke),
      () => this.waits.update(tx.em, waits),
      () => this.turned.update(tx.em, turned),
    ];
  }
}

type Write = () => Promise<void>;

const standing = ({ head, status, waitingSince }: Head): Spoken['before'] => ({ head, status, waitingSince });
