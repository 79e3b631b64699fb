import { Injectable } from '@nestjs/common';
import { In, IsNull, Not, type EntityManager } from 'typeorm';
import type { Tx } from '../core/database/database.js';
import type { KeyFamily } from '../core/vault/vault.js';
import { evidenceColumns } from '../policy/evidence.js';
import {
  Keeper,
  notPersonal,
  personal,
  type Candidate,
  type DueAsk,
  type PersonalColumn,
  type RecordKeeper,
  type SweptRecord,
} from '../privacy/record-keeper.js';
import { SurveyRow } from './survey.entity.js';
import { monthOf } from './surveys.rules.js';

const said: PersonalColumn = { category: 'C6', source: 'provided', purposes: ['P5'], treatment: 'delete' };

@Keeper()
@Injectable()
export class SurveysKeeper implements RecordKeeper {
  readonly name = 'surveys';

  readonly personal = [
    personal(SurveyRow, {
      whose: 'customer',
      owner: 'customerId',
      retention: ['survey'],
      columns: {
        conversationId: said,
        customerId: said,
        comment: { ...said, treatment: 'seal' },
        score: { ...said, treatment: 'keep' },
        topic: { ...said, treatment: 'keep' },
        language: { ...said, category: 'C2', treatment: 'keep' },
      },
    }),
  ];

  readonly notPersonal = [
    notPersonal(
      SurveyRow,
      ['id', 'keyId', 'channel', 'resolvedAt', 'askedAt', 'answeredAt'],
      'Numbers, states and dates of the record; of its dates the month is left.',
    ),
    notPersonal(SurveyRow, evidenceColumns, 'Evidence about the record.'),
  ];

  readonly swept = [new SweptSurveys()];
}

/** After its time a rating is a score in a month and nobody's; one that nobody answered goes whole (policy R35). */
class SweptSurveys implements SweptRecord {
  readonly table = 'surveys';
  readonly retentionClasses = ['survey'] as const;
  readonly families: readonly KeyFamily[] = ['conversation'];

  async due(em: EntityManager, { retentionClass, before, after, limit }: DueAsk): Promise<readonly Candidate[]> {
    const query = em
      .createQueryBuilder(SurveyRow, 's')
      .where('s.retentionClass = :retentionClass AND s.anchorAt <= :before', { retentionClass, before })
      .orderBy('s.anchorAt')
      .addOrderBy('s.id')
      .limit(limit);
    if (after) {
      query.andWhere('(s.anchorAt > :at OR (s.anchorAt = :at AND s.id > :id))', { at: after.anchorAt, id: after.id });
    }
    return (await query.getMany()).map((row) => {
      const { id, policyVersion, category, source, purpose, customerId } = row;
      const anchorAt = row.anchorAt ?? before;
      return {
        id,
        evidence: { policyVersion, category, source, purpose, retentionClass: row.retentionClass, anchorAt },
        // One that was asked and never answered ends as if it had been answered when it was resolved.
        facts: { events: { answered: anchorAt } },
        label: id.slice(-8),
        rows: 1,
        ...(customerId === null ? {} : { ownerId: customerId }),
      };
    });
  }

  async remove(tx: Tx, ids: readonly string[]): Promise<number> {
    const { affected } = await tx.em.delete(SurveyRow, { id: In([...ids]) });
    return affected ?? ids.length;
  }

  async anonymise(tx: Tx, ids: readonly string[]): Promise<number> {
    const rows = await tx.em.findBy(SurveyRow, { id: In([...ids]) });
    const unanswered = rows.filter(({ score }) => score === null).map(({ id }) => id);
    if (unanswered.length > 0) await this.remove(tx, unanswered);
    for (const { id, answeredAt, resolvedAt } of rows.filter(({ score }) => score !== null)) {
      const month = monthOf(answeredAt ?? resolvedAt);
      const nobody = { conversationId: null, customerId: null, comment: null, keyId: null, askedAt: null };
      await tx.em.update(SurveyRow, { id }, { ...nobody, resolvedAt: month, answeredAt: month, anchorAt: null });
    }
    return rows.length;
  }

  async sealedOwners(em: EntityManager, _family: KeyFamily, ownerIds: readonly string[]): Promise<readonly string[]> {
    const rows = await em.find(SurveyRow, {
      select: { id: true, customerId: true },
      where: { customerId: In([...ownerIds]), comment: Not(IsNull()) },
    });
    return [...new Set(rows.flatMap(({ customerId }) => customerId ?? []))];
  }
}
