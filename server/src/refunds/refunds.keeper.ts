import { DAY } from '@candour/shared/instant.js';
import { Injectable } from '@nestjs/common';
import { In, IsNull, Not, type EntityManager } from 'typeorm';
import { IdempotencyRecord } from '../core/idempotency/idempotency.entity.js';
import { Database, type Tx } from '../core/database/database.js';
import { eachTextOf } from '../core/database/rows.js';
import type { KeyFamily } from '../core/vault/vault.js';
import { evidenceColumns } from '../policy/evidence.js';
import { SellersService } from '../policy/sellers.service.js';
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
import { RefundAllocationRecord, RefundRecord } from './refund.entity.js';

const booked: PersonalColumn = { category: 'C3', source: 'provided', purposes: ['P2'], treatment: 'keep' };
const emptied: PersonalColumn = { ...booked, treatment: 'delete' };
const staff: PersonalColumn = { category: 'staff', source: 'automatic', purposes: ['house'], treatment: 'keep' };

/** Refunds are books: kept as long as the seller's law says, then without the person. */
@Keeper()
@Injectable()
export class RefundsKeeper implements RecordKeeper {
  readonly name = 'refunds';

  readonly personal = [
    personal(RefundRecord, {
      whose: 'customer',
      owner: 'customerId',
      retention: ['bookkeeping'],
      columns: {
        customerId: emptied,
        conversationId: emptied,
        messageSeq: emptied,
        reference: emptied,
        note: { ...emptied, category: 'C5', treatment: 'seal' },
        rejection: { ...emptied, category: 'C5', treatment: 'seal' },
        state: booked,
        method: booked,
        reason: booked,
        amount: booked,
        requestedAt: booked,
        submittedAt: booked,
        settledAt: booked,
        failure: booked,
        provider: booked,
        requestedBy: staff,
        requestedRole: staff,
        approvals: staff,
      },
    }),
    personal(RefundAllocationRecord, {
      whose: 'customer',
      owner: 'refundId',
      retention: ['bookkeeping'],
      columns: { kind: booked, quantity: booked, fee: booked, amount: booked, tax: booked },
    }),
  ];

  readonly notPersonal = [
    notPersonal(
      RefundRecord,
      [
        ...([
          'id',
          'askId',
          'orderId',
          'paymentId',
          'returnId',
          'currency',
          'nextAt',
          'attempts',
          'claimedBy',
        ] as const),
        ...(['claimedUntil', 'sandbox', 'keyId'] as const),
      ],
      'Numbers and states of the record.',
    ),
    notPersonal(RefundRecord, evidenceColumns, 'Evidence about the record.'),
    notPersonal(RefundAllocationRecord, ['id', 'refundId', 'position', 'lineId'], 'Numbers of the record.'),
    notPersonal(IdempotencyRecord, 'all', 'Keys of asks and digests of them; gone after a week.'),
  ];

  readonly swept: readonly SweptRecord[];

  constructor(database: Database, sellers: SellersService) {
    this.swept = [new SweptRefunds(database, sellers)];
  }
}

class SweptRefunds implements SweptRecord {
  readonly table = 'refunds';
  readonly retentionClasses = ['bookkeeping'] as const;
  readonly families: readonly KeyFamily[] = ['bookkeeping'];

  constructor(
    private readonly database: Database,
    private readonly sellers: SellersService,
  ) {}

  async due(em: EntityManager, ask: DueAsk): Promise<readonly Candidate[]> {
    const rows = await dueRows(em, RefundRecord, ask);
    const countries = rows.length > 0 ? await this.sellers.countries(em) : undefined;
    return rows.map((row) => ({
      id: row.id,
      evidence: evidenceIn(row),
      facts: { events: { booked: row.anchorAt }, sellerCountry: countries?.get(row.currency) },
      label: row.id.slice(-8),
      rows: 1,
      ...(row.keyId !== null && row.customerId !== null ? { ownerId: row.customerId } : {}),
    }));
  }

  async remove(tx: Tx, ids: readonly string[]): Promise<number> {
    const these = `(SELECT j.value FROM ${eachTextOf(this.database.engine, '$1')})`;
    await tx.em.query(`DELETE FROM refund_allocations WHERE refund_id IN ${these}`, [JSON.stringify(ids)]);
    const { affected } = await tx.em.delete(RefundRecord, { id: In([...ids]) });
    return affected ?? ids.length;
  }

  /** Sums and days stay for the books; nothing leads to the person, their conversation or the provider's record. */
  async anonymise(tx: Tx, ids: readonly string[]): Promise<number> {
    const these = `(SELECT j.value FROM ${eachTextOf(this.database.engine, '$1')})`;
    const days = ['requested_at', 'submitted_at', 'settled_at']
      .map((column) => `${column} = ${column} - ${column} % ${DAY}`)
      .join(', ');
    await tx.em.query(
      `UPDATE refunds SET customer_id = NULL, conversation_id = NULL, message_seq = NULL, reference = NULL, note = NULL,
              rejection = NULL, key_id = NULL, anchor_at = NULL, ${days}
       WHERE id IN ${these}`,
      [JSON.stringify(ids)],
    );
    return ids.length;
  }

  async sealedOwners(em: EntityManager, _family: KeyFamily, owners: readonly string[]): Promise<readonly string[]> {
    const rows = await em.find(RefundRecord, {
      select: { id: true, customerId: true },
      where: { customerId: In([...owners]), keyId: Not(IsNull()) },
    });
    return [...new Set(rows.flatMap(({ customerId }) => customerId ?? []))];
  }
}
