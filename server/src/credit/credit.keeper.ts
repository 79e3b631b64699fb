import { DAY } from '@candour/shared/instant.js';
import { Injectable } from '@nestjs/common';
import { In, IsNull, Not, type EntityManager } from 'typeorm';
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
import { StoreCreditEntry } from './credit.entity.js';

const booked: PersonalColumn = { category: 'C3', source: 'provided', purposes: ['P2'], treatment: 'keep' };
const emptied: PersonalColumn = { ...booked, treatment: 'delete' };

/** Credit is a book: kept as long as the seller's law says, then without the person. */
@Keeper()
@Injectable()
export class CreditKeeper implements RecordKeeper {
  readonly name = 'credit';

  readonly personal = [
    personal(StoreCreditEntry, {
      whose: 'customer',
      owner: 'customerId',
      retention: ['bookkeeping'],
      columns: {
        customerId: emptied,
        conversationId: emptied,
        note: { ...emptied, category: 'C5', treatment: 'seal' },
        origin: booked,
        amount: booked,
        reason: booked,
        at: booked,
        givenBy: { category: 'staff', source: 'automatic', purposes: ['house'], treatment: 'keep' },
      },
    }),
  ];

  readonly notPersonal = [
    notPersonal(StoreCreditEntry, ['id', 'originId', 'orderId', 'currency', 'keyId'], 'Numbers of the record.'),
    notPersonal(StoreCreditEntry, evidenceColumns, 'Evidence about the record.'),
  ];

  readonly swept: readonly SweptRecord[];

  constructor(database: Database, sellers: SellersService) {
    this.swept = [new SweptCredit(database, sellers)];
  }
}

class SweptCredit implements SweptRecord {
  readonly table = 'store_credit';
  readonly retentionClasses = ['bookkeeping'] as const;
  readonly families: readonly KeyFamily[] = ['bookkeeping'];

  constructor(
    private readonly database: Database,
    private readonly sellers: SellersService,
  ) {}

  async due(em: EntityManager, ask: DueAsk): Promise<readonly Candidate[]> {
    const rows = await dueRows(em, StoreCreditEntry, ask);
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
    const { affected } = await tx.em.delete(StoreCreditEntry, { id: In([...ids]) });
    return affected ?? ids.length;
  }

  /** Sums and days stay for the books; nothing leads to the person or their conversation. */
  async anonymise(tx: Tx, ids: readonly string[]): Promise<number> {
    await tx.em.query(
      `UPDATE store_credit SET customer_id = NULL, conversation_id = NULL, note = NULL, key_id = NULL, anchor_at = NULL,
              at = at - at % ${DAY}
       WHERE id IN (SELECT j.value FROM ${eachTextOf(this.database.engine, '$1')})`,
      [JSON.stringify(ids)],
    );
    return ids.length;
  }

  async sealedOwners(em: EntityManager, _family: KeyFamily, owners: readonly string[]): Promise<readonly string[]> {
    const rows = await em.find(StoreCreditEntry, {
      select: { id: true, customerId: true },
      where: { customerId: In([...owners]), keyId: Not(IsNull()) },
    });
    return [...new Set(rows.flatMap(({ customerId }) => customerId ?? []))];
  }
}
