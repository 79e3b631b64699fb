import { In, type EntityManager } from 'typeorm';
import type { Tx } from '../core/database/database.js';
import { MailRecord } from '../core/mail/mail.entity.js';
import type { KeyFamily } from '../core/vault/vault.js';
import type { Candidate, DueAsk, SweptRecord } from './record-keeper.js';

/** Mails that were sent, given up, or kept here: their time runs from then. One that waits has no anchor. */
export class SweptMails implements SweptRecord {
  readonly table = 'mails';
  readonly retentionClasses = ['mail'] as const;
  readonly about = 'mail';
  readonly families: readonly KeyFamily[] = ['mail'];

  async due(em: EntityManager, { retentionClass, before, after, limit }: DueAsk): Promise<readonly Candidate[]> {
    const query = em
      .createQueryBuilder(MailRecord, 'm')
      .where('m.retentionClass = :retentionClass AND m.anchorAt <= :before', { retentionClass, before })
      .orderBy('m.anchorAt')
      .addOrderBy('m.id')
      .limit(limit);
    if (after) {
      query.andWhere('(m.anchorAt > :at OR (m.anchorAt = :at AND m.id > :id))', { at: after.anchorAt, id: after.id });
    }
    const rows = await query.getMany();
    return rows.flatMap((row) => {
      const { id, ownerId, policyVersion, category, source, purpose, anchorAt } = row;
      if (anchorAt === null) return [];
      return {
        id,
        evidence: { policyVersion, category, source, purpose, retentionClass: row.retentionClass, anchorAt },
        facts: { events: { sent: anchorAt } },
        label: id.slice(-8),
        rows: 1,
        ownerId,
      };
    });
  }

  async remove(tx: Tx, ids: readonly string[]): Promise<number> {
    const { affected } = await tx.em.delete(MailRecord, { id: In([...ids]) });
    return affected ?? ids.length;
  }

  async sealedOwners(em: EntityManager, _family: KeyFamily, ownerIds: readonly string[]): Promise<readonly string[]> {
    const rows = await em
      .createQueryBuilder(MailRecord, 'm')
      .select('DISTINCT m.ownerId', 'owner')
      .where({ ownerId: In([...ownerIds]) })
      .getRawMany<{ owner: string }>();
    return rows.map(({ owner }) => owner);
  }
}
