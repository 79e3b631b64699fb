import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import type { Tx } from '../core/database/database.js';
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
import { PrivacyRequestRow, RequestReadingRow, RequestSuggestionRow } from './requests.entity.js';

const asked: PersonalColumn = { category: 'C5', source: 'provided', purposes: ['house'], treatment: 'delete' };
const said: PersonalColumn = { ...asked, purposes: ['P5', 'house'] };
const ofConversations = ['chat-unidentified', 'conversation', 'conversation-order'] as const;

@Keeper()
@Injectable()
export class RequestsKeeper implements RecordKeeper {
  readonly name = 'requests';

  readonly personal = [
    personal(PrivacyRequestRow, {
      whose: 'customer',
      owner: 'customerId',
      retention: ['request-file'],
      columns: {
        customerId: asked,
        conversationId: asked,
        type: asked,
        jurisdiction: asked,
        language: { ...asked, category: 'C2' },
      },
    }),
    personal(RequestSuggestionRow, {
      whose: 'customer',
      owner: 'customerId',
      retention: ofConversations,
      columns: { customerId: said, conversationId: said, type: said, spans: said, rule: said, dismissal: said },
    }),
  ];

  readonly notPersonal = [
    notPersonal(
      PrivacyRequestRow,
      [
        'id',
        'number',
        'status',
        'channel',
        'conversationNumber',
        'receivedAt',
        'dueAt',
        'confirmBy',
        'openedAt',
        'openedBy',
      ],
      'Numbers, states and dates of the work on it.',
    ),
    notPersonal(PrivacyRequestRow, evidenceColumns, 'Evidence about the record.'),
    notPersonal(
      RequestSuggestionRow,
      ['id', 'seq', 'at', 'status', 'requestId', 'decidedAt', 'decidedBy'],
      'Numbers, states and dates of the work on it.',
    ),
    notPersonal(RequestReadingRow, 'all', 'How far the log was read.'),
  ];

  readonly swept = [new SweptRequests()];

  readonly endedElsewhere = ofConversations.map((retentionClass) => ({
    retentionClass,
    how: 'A suggestion goes with its conversation, in the same unit.',
  }));
}

/** The file of a request, 24 months after it was closed (11 CCR 7101). */
class SweptRequests implements SweptRecord {
  readonly table = 'privacy_requests';
  readonly about = 'request';
  readonly retentionClasses = ['request-file'] as const;
  readonly families = [];

  async due(em: EntityManager, { retentionClass, before, after, limit }: DueAsk): Promise<readonly Candidate[]> {
    const query = em
      .createQueryBuilder(PrivacyRequestRow, 'r')
      .where('r.retentionClass = :retentionClass AND r.anchorAt <= :before', { retentionClass, before })
      .orderBy('r.anchorAt')
      .addOrderBy('r.id')
      .limit(limit);
    if (after) {
      query.andWhere('(r.anchorAt > :at OR (r.anchorAt = :at AND r.id > :id))', { at: after.anchorAt, id: after.id });
    }
    return (await query.getMany()).map(({ id, number, customerId, ...row }) => {
      const { policyVersion, category, source, purpose, anchorAt } = row;
      return {
        id,
        evidence: { policyVersion, category, source, purpose, retentionClass, anchorAt: anchorAt ?? before },
        facts: { events: { closed: anchorAt } },
        label: `#${number}`,
        rows: 1,
        ownerId: customerId,
      };
    });
  }

  async remove(tx: Tx, ids: readonly string[]): Promise<number> {
    const { affected } = await tx.em.delete(PrivacyRequestRow, { id: In([...ids]) });
    return affected ?? ids.length;
  }

  /** Nothing of it is sealed. */
  sealedOwners(): Promise<readonly string[]> {
    return Promise.resolve([]);
  }
}
