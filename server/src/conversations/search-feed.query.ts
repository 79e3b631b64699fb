import type { StaffActor } from '../core/access/actor.js';
import { grantOf } from '../core/access/permissions.rules.js';
import { reachedWhere } from '../core/access/visibility.js';
import type { Engine } from '../core/database/database.js';
import { eachOf, JsonRows } from '../core/database/rows.js';
import type { ConversationRecord, EntryRecord } from './conversation.entity.js';
import type { Narrowing } from '../search/search-sources.service.js';

/** Columns of the conversation that a search can ask for. */
const narrowed = {
  status: 'c.status',
  channel: 'c.channel',
  topic: 'c.topic',
  language: 'c.language',
  assignee: 'c.assignee_id',
} as const satisfies Partial<Record<keyof Narrowing, string>>;

/** An entry beside what its conversation is now. */
export type ShownRow = Pick<
  EntryRecord,
  'ordinal' | 'txid' | 'id' | 'conversationId' | 'seq' | 'kind' | 'role' | 'storedAt' | 'body' | 'keyId'
> &
  Pick<ConversationRecord, 'number' | 'status' | 'channel' | 'topic' | 'language' | 'assigneeId'>;

const rowsOn = (engine: Engine): JsonRows<ShownRow> =>
  new JsonRows<ShownRow>(
    engine,
    {
      ordinal: 's.ordinal',
      txid: 's.txid',
      id: 's.id',
      conversationId: 's.conversation_id',
      seq: 's.seq',
      kind: 's.kind',
      role: 's.role',
      storedAt: 's.stored_at',
      body: { bytes: 's.body' },
      keyId: 's.key_id',
      number: 's.number',
      status: 's.status',
      channel: 's.channel',
      topic: 's.topic',
      language: 's.language',
      assigneeId: 's.assignee_id',
    },
    's.ordinal DESC',
  );
const shown: Readonly<Record<Engine, JsonRows<ShownRow>>> = {
  sqlite: rowsOn('sqlite'),
  postgres: rowsOn('postgres'),
};

/**
 * Of found entries the newest `limit` that this member of staff may open and that fit, each with its conversation as
 * it is now. The conversation is judged first: an entry that is not shown is not read.
 */
export function shownRows(
  engine: Engine,
  actor: StaffActor,
  narrowing: Narrowing,
  entries: readonly { ordinal: number; conversationId: string }[],
  limit: number,
): { sql: string; parameters: (string | number)[]; rows: JsonRows<ShownRow> } {
  const parameters: (string | number)[] = [
    JSON.stringify(entries.map(({ ordinal, conversationId }) => [String(ordinal), conversationId])),
  ];
  const p = (value: string | number): string => `$${parameters.push(value)}`;
  const where = ['e.conversation_id = c.id'];
  const seen = reachedWhere(actor.id, grantOf(actor.role, 'conversation.list') ?? 'assigned', p);
  if (seen !== undefined) where.push(seen);
  for (const [name, column] of Object.entries(narrowed)) {
    const value = narrowing[name as keyof typeof narrowed];
    if (value !== undefined) where.push(`${column} = ${p(value)}`);
  }
  if (narrowing.tag !== undefined) {
    where.push(
      `EXISTS (SELECT 1 FROM conversation_tags t WHERE t.conversation_id = c.id AND t.tag = ${p(narrowing.tag)})`,
    );
  }
  // On SQLite a cross join is gone through in the order in which it is written.
  const join = engine === 'sqlite' ? 'CROSS JOIN' : 'JOIN';
  const rows = shown[engine];
  const found = `SELECT e.ordinal, e.txid, e.id, e.conversation_id, e.seq, e.kind, e.role, e.stored_at, e.body, e.key_id,
      c.number, c.status, c.channel, c.topic, c.language, c.assignee_id
    FROM ${eachOf(engine, '$1')} ${join} conversations c ON c.id = j.value->>1
      ${join} entries e ON e.ordinal = CAST(j.value->>0 AS bigint)
    WHERE ${where.join(' AND ')} ORDER BY e.ordinal DESC LIMIT ${p(limit)}`;
  return { sql: `SELECT ${rows.select} FROM (${found}) s`, parameters, rows };
}
