import { In, type EntityManager } from 'typeorm';
import type { Tx } from '../core/database/database.js';
import type { KeyFamily } from '../core/vault/vault.js';
import type { Candidate, DueAsk, SweptRecord } from '../privacy/record-keeper.js';
import { VerificationCode } from './verification-code.entity.js';

/** One-time codes: go once decided, at the latest after 30 days (11 CCR 7060). */
export class SweptCodes implements SweptRecord {
  readonly table = 'verification_codes';
  readonly retentionClasses = ['verification'] as const;
  readonly families: readonly KeyFamily[] = ['contact'];

  async due(em: EntityManager, { retentionClass, before, after, limit }: DueAsk): Promise<readonly Candidate[]> {
    const query = em
      .createQueryBuilder(VerificationCode, 'v')
      .where('v.retentionClass = :retentionClass AND v.anchorAt <= :before', { retentionClass, before })
      .orderBy('v.anchorAt')
      .addOrderBy('v.id')
      .limit(limit);
    if (after) {
      query.andWhere('(v.anchorAt > :at OR (v.anchorAt = :at AND v.id > :id))', { at: after.anchorAt, id: after.id });
    }
    const rows = await query.getMany();
    return rows.map((row) => {
      const { policyVersion, category, source, purpose, createdAt: made, decidedAt } = row;
      return {
        id: row.id,
        evidence: { policyVersion, category, source, purpose, retentionClass: row.retentionClass, anchorAt: made },
        facts: { events: { made, ...(decidedAt === null ? {} : { decided: decidedAt }) } },
        label: row.id.slice(-8),
        rows: 1,
        ownerId: row.customerId,
      };
    });
  }

  async remove(tx: Tx, ids: readonly string[]): Promise<number> {
    const { affected } = await tx.em.delete(VerificationCode, { id: In([...ids]) });
    return affected ?? ids.length;
  }

  async sealedOwners(em: EntityManager, _family: KeyFamily, ownerIds: readonly string[]): Promise<readonly string[]> {
    const rows = await em.find(VerificationCode, {
      select: { id: true, customerId: true },
      where: { customerId: In([...ownerIds]) },
    });
    return [...new Set(rows.map(({ customerId }) => customerId))];
  }
}
