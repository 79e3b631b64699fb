import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
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
import { dueRows, evidenceIn } from '../privacy/swept-rows.js';
import { ConnectorRow } from './connector.entity.js';
import { OrderChangeRecord } from './order-change.entity.js';

const asked: PersonalColumn = { category: 'C1', source: 'provided', purposes: ['P2'], treatment: 'delete' };
const staff: PersonalColumn = { category: 'staff', source: 'automatic', purposes: ['house'], treatment: 'delete' };

/** What shops were asked to change goes as the extras of the order go. */
@Keeper()
@Injectable()
export class ConnectorsKeeper implements RecordKeeper {
  readonly name = 'connectors';

  readonly personal = [
    personal(OrderChangeRecord, {
      whose: 'customer',
      owner: 'customerId',
      retention: ['order-extras'],
      columns: {
        customerId: asked,
        conversationId: asked,
        externalId: asked,
        kind: asked,
        state: asked,
        payload: { ...asked, treatment: 'seal' },
        requestedAt: asked,
        settledAt: asked,
        requestedBy: staff,
      },
    }),
  ];

  readonly notPersonal = [
    notPersonal(ConnectorRow, 'all', 'How far a shop was read, and what was wrong in codes; nothing of an order.'),
    notPersonal(
      OrderChangeRecord,
      ['id', 'orderId', 'refundId', 'shop', 'keyId', 'attempts', 'nextAt', 'fault', 'claimedBy', 'claimedUntil'],
      'Numbers of the record, the shop it goes to, and how far it came in codes.',
    ),
    notPersonal(OrderChangeRecord, evidenceColumns, 'Evidence about the record.'),
  ];

  readonly swept: readonly SweptRecord[] = [new SweptChanges()];
}

class SweptChanges implements SweptRecord {
  readonly table = 'order_changes';
  readonly retentionClasses = ['order-extras'] as const;
  readonly families: readonly KeyFamily[] = ['order'];

  async due(em: EntityManager, ask: DueAsk): Promise<readonly Candidate[]> {
    const rows = await dueRows(em, OrderChangeRecord, ask);
    return rows.map((row) => ({
      id: row.id,
      evidence: evidenceIn(row),
      facts: { events: { delivered: row.anchorAt } },
      label: row.id.slice(-8),
      rows: 1,
      ownerId: row.customerId,
    }));
  }

  async remove(tx: Tx, ids: readonly string[]): Promise<number> {
    const { affected } = await tx.em.delete(OrderChangeRecord, { id: In([...ids]) });
    return affected ?? ids.length;
  }

  async sealedOwners(em: EntityManager, _family: KeyFamily, owners: readonly string[]): Promise<readonly string[]> {
    const rows = await em.find(OrderChangeRecord, {
      select: { id: true, customerId: true },
      where: { customerId: In([...owners]) },
    });
    return [...new Set(rows.map(({ customerId }) => customerId))];
  }
}
