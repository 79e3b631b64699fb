import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import type { Tx } from '../core/database/database.js';
import type { KeyFamily } from '../core/vault/vault.js';
import { CustomerParts } from '../customers/customer-parts.service.js';
import { evidenceColumns, type WithEvidence } from '../policy/evidence.js';
import {
  Keeper,
  notPersonal,
  personal,
  type Candidate,
  type DueAsk,
  type EntityClass,
  type PersonalColumn,
  type RecordKeeper,
  type SweptRecord,
} from '../privacy/record-keeper.js';
import { dueRows, evidenceIn } from '../privacy/swept-rows.js';
import { ClaimRecord, ExchangeRecord, FreightClaimRecord, ReturnLineRecord, ReturnRecord } from './return.entity.js';

const asked: PersonalColumn = { category: 'C1', source: 'provided', purposes: ['P2'], treatment: 'delete' };
const said: PersonalColumn = { ...asked, treatment: 'seal' };
const done: PersonalColumn = { ...asked, source: 'automatic' };

/** Returns, claims and exchanges for as long as the guarantee may be asked for; freight claims until the carrier's clock ends. */
@Keeper()
@Injectable()
export class ReturnsKeeper implements RecordKeeper, OnModuleInit {
  readonly name = 'returns';

  readonly personal = [
    personal(ReturnRecord, {
      ...{ whose: 'customer', owner: 'customerId', retention: ['return'] },
      columns: {
        ...{ customerId: asked, orderId: asked, conversationId: asked, clientId: asked, content: asked },
        ...{ kind: asked, method: asked, wanted: asked, residence: asked },
        ...{ resolution: done, fees: done, deadline: done, carrier: done, pickupFrom: done, pickupUntil: done },
        ...{ declinedFor: done, refundId: done, refundState: done, why: { ...said, source: 'automatic' } },
      },
    }),
    personal(ReturnLineRecord, {
      ...{ whose: 'customer', owner: 'returnId', retention: ['return'] },
      columns: {
        ...{ lineId: asked, quantity: asked, reason: asked, opened: asked, note: said },
        ...{ received: done, damaged: done, reception: done, acceptance: done, dispositions: done, verdict: done },
      },
    }),
    personal(ExchangeRecord, {
      ...{ whose: 'customer', owner: 'returnId', retention: ['return'] },
      columns: { lines: asked, difference: done },
    }),
    personal(ClaimRecord, {
      ...{ whose: 'customer', owner: 'customerId', retention: ['return'] },
      columns: {
        ...{ customerId: asked, orderId: asked, conversationId: asked, clientId: asked, content: asked },
        ...{ kind: asked, remedy: asked, lines: asked, note: said, residence: asked, reportBy: done, decidedAt: done },
      },
    }),
    personal(FreightClaimRecord, {
      ...{ whose: 'customer', owner: 'customerId', retention: ['freight-claim'] },
      columns: {
        ...{ customerId: asked, orderId: asked, conversationId: asked, clientId: asked, content: asked },
        ...{ shipmentId: asked, returnId: asked, proNumber: asked, bolNumber: asked, receiptNote: said },
        ...{ carrier: asked, concealed: asked, deliveredAt: asked, country: asked, claimed: done, paid: done },
      },
    }),
  ];

  readonly notPersonal = [
    notPersonal(
      ReturnRecord,
      ['id', 'number', 'state', 'currency', 'policy', 'createdAt', 'closedAt', 'keyId'],
      'Numbers, states and dates of the work on it; the rules of the shop.',
    ),
    notPersonal(ReturnLineRecord, ['id', 'returnId', 'keyId'], 'Numbers of the record.'),
    notPersonal(ExchangeRecord, ['id', 'returnId', 'state', 'currency', 'createdAt'], 'Numbers and states.'),
    notPersonal(ClaimRecord, ['id', 'state', 'createdAt', 'keyId'], 'Numbers, states and dates of the work on it.'),
    notPersonal(
      FreightClaimRecord,
      ['id', 'state', 'currency', 'createdAt', 'settledAt', 'keyId'],
      'Numbers, states and dates of the work on it.',
    ),
    ...[ReturnRecord, ClaimRecord, FreightClaimRecord].map((entity) =>
      notPersonal<WithEvidence>(entity, evidenceColumns, 'Evidence about the record.'),
    ),
  ];

  readonly swept = [
    new SweptReturns(),
    new SweptMatters(ClaimRecord, 'claims', 'return', 'closed'),
    new SweptMatters(FreightClaimRecord, 'freight_claims', 'freight-claim', 'settled'),
  ];

  constructor(private readonly parts: CustomerParts) {}

  onModuleInit(): void {
    const entities = [ReturnRecord, ClaimRecord, FreightClaimRecord] as const;
    this.parts.register({
      merge: async (tx, from, to) => {
        for (const entity of entities) await tx.em.update(entity, { customerId: from }, { customerId: to });
      },
      uses: async (em, customerIds) => {
        const found: string[] = [];
        for (const entity of entities) found.push(...(await ownersIn(em, entity, customerIds)));
        return [...new Set(found)];
      },
    });
  }
}

type Owned = WithEvidence & { id: string; customerId: string };

async function ownersIn(
  em: EntityManager,
  entity: EntityClass<Owned>,
  customerIds: readonly string[],
): Promise<string[]> {
  const rows = await em.find<Owned>(entity, {
    select: { id: true, customerId: true },
    where: { customerId: In([...customerIds]) },
  });
  return [...new Set(rows.map(({ customerId }) => customerId))];
}

/** From the end of the matter: what is open has no anchor and is never due. */
class SweptReturns implements SweptRecord {
  readonly table = 'returns';
  readonly about = 'return';
  readonly retentionClasses = ['return'] as const;
  readonly families: readonly KeyFamily[] = ['order'];

  async due(em: EntityManager, ask: DueAsk): Promise<readonly Candidate[]> {
    const rows = await dueRows(em, ReturnRecord, ask);
    return rows.map((row) => ({
      id: row.id,
      evidence: evidenceIn(row),
      facts: { events: { closed: row.anchorAt }, ...(row.residence === null ? {} : { residence: row.residence }) },
      label: `R-${row.number}`,
      rows: 1,
      ownerId: row.customerId,
    }));
  }

  async remove(tx: Tx, ids: readonly string[]): Promise<number> {
    const returnId = In([...ids]);
    const lines = await tx.em.delete(ReturnLineRecord, { returnId });
    const exchanges = await tx.em.delete(ExchangeRecord, { returnId });
    const { affected } = await tx.em.delete(ReturnRecord, { id: In([...ids]) });
    return (affected ?? 0) + (lines.affected ?? 0) + (exchanges.affected ?? 0);
  }

  sealedOwners(em: EntityManager, _family: KeyFamily, owners: readonly string[]): Promise<readonly string[]> {
    return ownersIn(em, ReturnRecord, owners);
  }
}

type Matter = Owned & { residence?: string | null };
class SweptMatters implements SweptRecord {
  readonly families: readonly KeyFamily[] = ['order'];
  readonly retentionClasses;

  constructor(
    private readonly entity: EntityClass<Matter>,
    readonly table: string,
    retentionClass: 'return' | 'freight-claim',
    private readonly event: 'closed' | 'settled',
  ) {
    this.retentionClasses = [retentionClass] as const;
  }

  async due(em: EntityManager, ask: DueAsk): Promise<readonly Candidate[]> {
    const rows = await dueRows(em, this.entity, ask);
    return rows.map((row) => ({
      id: row.id,
      evidence: evidenceIn(row),
      facts: { events: { [this.event]: row.anchorAt }, ...(row.residence ? { residence: row.residence } : {}) },
      label: row.id.slice(-8),
      rows: 1,
      ownerId: row.customerId,
    }));
  }

  async remove(tx: Tx, ids: readonly string[]): Promise<number> {
    const { affected } = await tx.em.delete(this.entity, { id: In([...ids]) });
    return affected ?? ids.length;
  }

  sealedOwners(em: EntityManager, _family: KeyFamily, owners: readonly string[]): Promise<readonly string[]> {
    return ownersIn(em, this.entity, owners);
  }
}
