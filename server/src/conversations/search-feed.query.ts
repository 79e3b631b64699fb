import type { StaffActor } from '../core/access/actor.js';
import { grantOf } from '../core/access/permissions.rules.js';
import { reachedWhere } from '../core/access/visible.rules.js';
import type { Engine } from '../core/database/database.js';
import { eachOf } from '../core/database/rows.js';
import type { Narrowing } from '../search/search-sources.service.js';

/** Columns of the conversation that a search can ask for. */
const narrowed = {
  status: 'c.status',
  channel: 'c.channel',
  topic: 'c.topic',
  language: 'c.language',
  assignee: 'c.assignee_id',
} as const satisfies Partial<Record<keyof Narrowing, string>>;

/**
 * Of found entries the newest `limit` that this member of staff may open and that fit, each with its conversation as
 * it is now. The conversation is judged first: an entry that is not shown is not read.
 */
export function shownRows(
  engine: Engine,
  actor: StaffActor,
  narrowing: Narrowing,
  found: readonly { ordinal: number; conversationId: string }[],
  limit: number,
): { sql: string; parameters: (string | number)[] } {
  const parameters: (string | number)[] = [
    JSON.stringify(found.map(({ ordinal, conversationId }) => [String(ordinal), conversationId])),
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
  const sql = `SELECT e.ordinal, e.txid, e.id, e.conversation_id AS "conversationId", e.seq, e.kind, e.role,
      e.stored_at AS "storedAt", e.body, e.key_id AS "keyId", c.number, c.status, c.channel, c.topic, c.language,
      c.assignee_id AS "assigneeId"
    FROM ${eachOf(engine, '$1')} ${join} conversations c ON c.id = j.value->>1
      ${join} entries e ON e.ordinal = CAST(j.value->>0 AS bigint)
    WHERE ${where.join(' AND ')} ORDER BY e.ordinal DESC LIMIT ${p(limit)}`;
  return { sql, parameters };
}
