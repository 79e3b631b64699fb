import type { Evidence } from '@candour/shared/policy.js';
import type { EntityManager, ObjectLiteral } from 'typeorm';
import type { WithEvidence } from '../policy/evidence.js';
import type { DueAsk, EntityClass } from './record-keeper.js';

/** The rows of one class whose period began before the instant asked for, in the sweep's order. */
export async function dueRows<Row extends WithEvidence & ObjectLiteral & { id: string }>(
  em: EntityManager,
  entity: EntityClass<Row>,
  { retentionClass, before, after, limit }: DueAsk,
): Promise<(Row & { anchorAt: number })[]> {
  const query = em
    .createQueryBuilder(entity, 'r')
    .where('r.retentionClass = :retentionClass AND r.anchorAt <= :before', { retentionClass, before })
    .orderBy('r.anchorAt')
    .addOrderBy('r.id')
    .limit(limit);
  if (after) {
    query.andWhere('(r.anchorAt > :at OR (r.anchorAt = :at AND r.id > :id))', { at: after.anchorAt, id: after.id });
  }
  const rows = await query.getMany();
  return rows.filter((row): row is Row & { anchorAt: number } => row.anchorAt !== null);
}

/** What the policy decides by, of a row. */
export function evidenceIn(row: WithEvidence & { anchorAt: number }): Evidence & { anchorAt: number } {
  const { policyVersion, category, source, purpose, retentionClass, anchorAt } = row;
  return { policyVersion, category, source, purpose, retentionClass, anchorAt };
}
