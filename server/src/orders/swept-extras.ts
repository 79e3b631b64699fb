import { In, type EntityManager } from 'typeorm';
import type { Tx } from '../core/database/database.js';
import type { KeyFamily } from '../core/vault/vault.js';
import type { Candidate, DueAsk, SweptRecord } from '../privacy/record-keeper.js';
import { dueRows, evidenceIn } from '../privacy/swept-rows.js';
import { OrderName } from './order-name.entity.js';
import { OrderExtras } from './order.entity.js';

/** E-mail, phone, note, raw order and the words of the name: go 24 months after the delivery. */
export class SweptExtras implements SweptRecord {
  readonly table = 'order_extras';
  readonly retentionClasses = ['order-extras'] as const;
  readonly families: readonly KeyFamily[] = ['order'];

  async due(em: EntityManager, ask: DueAsk): Promise<readonly Candidate[]> {
    const rows = await dueRows(em, OrderExtras, ask);
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
    await tx.em.delete(OrderName, { orderId: In([...ids]) });
    const { affected } = await tx.em.delete(OrderExtras, { id: In([...ids]) });
    return affected ?? ids.length;
  }

  async sealedOwners(em: EntityManager, _family: KeyFamily, owners: readonly string[]): Promise<readonly string[]> {
    const rows = await em.find(OrderExtras, {
      select: { id: true, customerId: true },
      where: { customerId: In([...owners]) },
    });
    return [...new Set(rows.map(({ customerId }) => customerId))];
  }
}
