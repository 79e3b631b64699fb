import type { SelectQueryBuilder } from 'typeorm';
import type { StaffActor } from '../core/access/actor.js';
import { grantOf } from '../core/access/permissions.rules.js';
import type { ConversationRecord } from './conversation.entity.js';

/** A list of conversations `c` shows what its reader may open: their own and the queue, or only what was given to them. */
export function visible(
  query: SelectQueryBuilder<ConversationRecord>,
  me: StaffActor,
): SelectQueryBuilder<ConversationRecord> {
  const grant = grantOf(me.role, 'conversation.list');
  if (grant === 'own') query.andWhere(`(c.status = 'queued' OR c.assigneeId = :me)`, { me: me.id });
  if (grant === 'assigned') query.andWhere('c.assigneeId = :me', { me: me.id });
  return query;
}
