import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import type { Tx } from '../core/database/database.js';
import type { KeyFamily } from '../core/vault/vault.js';
import { evidenceColumns } from '../policy/evidence.js';
import type { StartEvents } from '../policy/facts.rules.js';
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
import { CustomerParts } from './customer-parts.service.js';
import { CustomerRecord, KeyMove } from './customer.entity.js';
import { SweptCodes } from './swept-codes.js';
import { VerificationCode } from './verification-code.entity.js';
import { ShopTokenUsed } from './shop-token.entity.js';

const contact: PersonalColumn = {
  category: 'C1',
  source: 'provided',
  purposes: ['P1', 'P2', 'P4', 'P5'],
  treatment: 'seal',
};
const lookUp: PersonalColumn = { ...contact, treatment: 'delete' };

@Keeper()
@Injectable()
export class CustomersKeeper implements RecordKeeper {
  readonly name = 'customers';

  readonly personal = [
    personal(CustomerRecord, {
      whose: 'customer',
      owner: 'id',
      retention: ['account', 'chat-unidentified'],
      columns: {
        name: contact,
        email: contact,
        phone: contact,
        emailIndex: lookUp,
        phoneIndex: lookUp,
        language: { ...contact, category: 'C2', treatment: 'delete' },
        mergedInto: lookUp,
      },
    }),
    personal(VerificationCode, {
      whose: 'customer',
      owner: 'customerId',
      retention: ['verification'],
      columns: {
        customerId: lookUp,
        conversationId: lookUp,
        orderId: lookUp,
        sentTo: contact,
        digest: { ...lookUp, source: 'automatic' },
      },
    }),
  ];

  readonly notPersonal = [
    notPersonal(
      VerificationCode,
      ['id', 'use', 'keyId', 'createdAt', 'expiresAt', 'attempts', 'state', 'decidedAt'],
      'Numbers, states and dates of the record.',
    ),
    notPersonal(VerificationCode, evidenceColumns, 'Evidence about the record.'),
    notPersonal(
      CustomerRecord,
      ['id', 'kind', 'keyId', 'createdAt', 'accountClosedAt'],
      'Numbers, states and dates of the record.',
    ),
    notPersonal(CustomerRecord, evidenceColumns, 'Evidence about the record.'),
    notPersonal(ShopTokenUsed, 'all', 'Digests of random numbers, gone when the tokens have expired.'),
    notPersonal(KeyMove, 'all', 'Ids of a merge whose keys are being moved; gone within seconds.'),
  ];

  readonly swept: readonly SweptRecord[];

  constructor(parts: CustomerParts) {
    this.swept = [new SweptCustomers(parts), new SweptCodes()];
  }
}

class SweptCustomers implements SweptRecord {
  readonly table = 'customers';
  readonly retentionClasses = ['account', 'chat-unidentified'] as const;
  readonly looksAt = ['conversations', 'orders', 'order_extras'];
  readonly families: readonly KeyFamily[] = ['contact'];

  constructor(private readonly parts: CustomerParts) {}

  async due(em: EntityManager, { retentionClass, before, after, limit }: DueAsk): Promise<readonly Candidate[]> {
    const query = em
      .createQueryBuilder(CustomerRecord, 'c')
      .where('c.retentionClass = :retentionClass AND c.anchorAt <= :before', { retentionClass, before })
      .orderBy('c.anchorAt')
      .addOrderBy('c.id')
      .limit(limit);
    if (after)
      query.andWhere('(c.anchorAt > :at OR (c.anchorAt = :at AND c.id > :id))', { at: after.anchorAt, id: after.id });
    const rows = await query.getMany();
    const whose = await this.owners(em, rows);
    const used = await this.parts.uses(
      em,
      [...whose.values()].map(({ id }) => id),
    );
    return rows.map((row) => ({
      id: row.id,
      evidence: { ...evidenceOf(row), anchorAt: row.anchorAt ?? row.createdAt },
      facts: { events: eventsOf(row, whose.get(row.id) ?? row, used) },
      label: row.id.slice(-8),
      rows: 1,
      ...(row.keyId === null ? {} : { ownerId: whose.get(row.id)?.id ?? row.id }),
    }));
  }

  /** Under whatever name they were known besides: who was merged into somebody goes with them. */
  async remove(tx: Tx, ids: readonly string[]): Promise<number> {
    await this.parts.removed(tx, ids);
    const names = await tx.em.delete(CustomerRecord, { mergedInto: In([...ids]) });
    const { affected } = await tx.em.delete(CustomerRecord, { id: In([...ids]) });
    return (affected ?? ids.length) + (names.affected ?? 0);
  }

  /** The names of whoever was merged are sealed with keys that belong to the other; the salt in the audit is their own. */
  async sealedOwners(em: EntityManager, _family: KeyFamily, ownerIds: readonly string[]): Promise<readonly string[]> {
    const rows = await em.find(CustomerRecord, {
      select: { id: true, keyId: true, mergedInto: true },
      where: [{ id: In([...ownerIds]) }, { mergedInto: In([...ownerIds]) }],
    });
    return rows.flatMap(({ id, keyId, mergedInto }) =>
      keyId === null ? [] : [id, ...(mergedInto ? [mergedInto] : [])],
    );
  }

  /** Who was merged is kept as long as whom they were merged into. */
  private async owners(em: EntityManager, rows: readonly CustomerRecord[]): Promise<Map<string, CustomerRecord>> {
    const merged = rows.flatMap(({ kind, mergedInto }) => (kind === 'identified' && mergedInto ? [mergedInto] : []));
    const targets = merged.length === 0 ? [] : await em.findBy(CustomerRecord, { id: In(merged) });
    const byId = new Map(targets.map((one) => [one.id, one]));
    return new Map(
      rows.map((row) => [row.id, (row.kind === 'identified' && byId.get(row.mergedInto ?? '')) || row] as const),
    );
  }
}

/** A customer with records elsewhere is not dormant, and a visitor with a conversation not yet answered for. */
function eventsOf(row: CustomerRecord, owner: CustomerRecord, used: ReadonlySet<string>): StartEvents {
  if (row.kind === 'visitor') return { resolved: used.has(row.id) ? null : row.anchorAt };
  const { accountClosedAt } = owner;
  return {
    'last-active': used.has(owner.id) ? null : Math.max(row.anchorAt ?? 0, owner.anchorAt ?? 0),
    ...(accountClosedAt === null ? {} : { closed: accountClosedAt }),
  };
}

const evidenceOf = ({ policyVersion, category, source, purpose, retentionClass }: CustomerRecord) => ({
  policyVersion,
  category,
  source,
  purpose,
  retentionClass,
});
