import type { Customer } from '@candour/shared/customers.js';
import { Refused } from '@candour/shared/errors.js';
import { newId } from '@candour/shared/ids.js';
import type { customerUnfit } from '@candour/shared/merging.js';
import { Inject, Injectable } from '@nestjs/common';
import { In, IsNull, Not, type EntityManager } from 'typeorm';
import { Clock } from '../core/clock.js';
import type { Tx } from '../core/database/database.js';
import { Vault } from '../core/vault/vault.js';
import { OwnedRecords, type RecordIds } from '../privacy/owned-records.service.js';
import { CustomerRecord, KeyMove } from './customer.entity.js';
import { CustomerMerged } from './customers.events.js';

/** Records that may change hands at once: their ids are kept, so that each can go back. */
const RECORDS_MOST = 10_000;
/** Others with the same address, or under another name, that are shown at once. */
const SHOWN = 10;

type Unfit = (typeof customerUnfit)[number];

/** What a merge of customers moved: ids alone. It says of each record where it came from. */
export interface CustomersJoined {
  readonly records: RecordIds;
  /** Customers who had been merged into the first before. */
  readonly names: readonly string[];
  /** When the second was last active, before and since. */
  readonly anchor: { readonly before: number | null; readonly after: number | null };
}

/**
 * Makes two identified customers one, and apart again. All records of the first become the second's, by what the
 * keepers declare; its keys follow, and what it is called stays as another name that leads to the second.
 */
@Injectable()
export class CustomerJoiningService {
  constructor(
    @Inject(OwnedRecords) private readonly owned: OwnedRecords,
    @Inject(Vault) private readonly vault: Vault,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Both rows, and why they cannot become one. @throws Refused `not-found`, `merge-unfit` with `why`. */
  async fit(em: EntityManager, fromId: string, toId: string): Promise<{ from: CustomerRecord; to: CustomerRecord }> {
    const rows = await em.findBy(CustomerRecord, { id: In([fromId, toId]) });
    const from = rows.find(({ id }) => id === fromId);
    const to = rows.find(({ id }) => id === toId);
    if (!from || !to) throw new Refused('not-found');
    const why = unfitFor(from, to);
    if (why) throw new Refused('merge-unfit', { why });
    return { from, to };
  }

  /** @throws Refused `not-found`, `merge-unfit` with `why`; then nothing is written. */
  async join(tx: Tx, fromId: string, toId: string): Promise<CustomersJoined> {
    const { from, to } = await this.fit(tx.em, fromId, toId);
    const records = await this.owned.give(tx, fromId, toId);
    const count = Object.values(records).reduce((sum, ids) => sum + ids.length, 0);
    if (count > RECORDS_MOST) throw new Refused('merge-unfit', { why: 'many' });
    const names = await tx.em.find(CustomerRecord, { select: { id: true }, where: { mergedInto: fromId } });
    // One step leads to whom somebody is now, however often they were merged.
    await tx.em.update(CustomerRecord, { mergedInto: fromId }, { mergedInto: toId });
    await tx.em.update(CustomerRecord, { id: fromId }, { mergedInto: toId });
    const after = to.anchorAt === null ? from.anchorAt : Math.max(to.anchorAt, from.anchorAt ?? 0);
    await tx.em.update(CustomerRecord, { id: toId }, { anchorAt: after });
    await this.moveKeys(tx, { fromOwner: fromId, toOwner: toId, kind: 'lent', madeFor: null });
    tx.tell(new CustomerMerged(fromId, toId));
    return { records, names: names.map(({ id }) => id), anchor: { before: to.anchorAt, after } };
  }

  /**
   * The first is a customer of their own again, with what was theirs; what came since stays with the second.
   * @throws Refused `undo-over` where they are not merged so any more, or the second was merged since.
   */
  async part(tx: Tx, fromId: string, toId: string, { records, names, anchor }: CustomersJoined): Promise<void> {
    const rows = await tx.em.findBy(CustomerRecord, { id: In([fromId, toId]) });
    const from = rows.find(({ id }) => id === fromId);
    const to = rows.find(({ id }) => id === toId);
    if (from?.mergedInto !== toId || !to || to.mergedInto !== null) throw new Refused('undo-over');
    await tx.em.update(CustomerRecord, { id: fromId }, { mergedInto: null });
    for (let at = 0; at < names.length; at += 500) {
      const which = { id: In(names.slice(at, at + 500)), mergedInto: toId };
      await tx.em.update(CustomerRecord, which, { mergedInto: fromId });
    }
    if (to.anchorAt === anchor.after) await tx.em.update(CustomerRecord, { id: toId }, { anchorAt: anchor.before });
    await this.owned.takeBack(tx, fromId, toId, records);
    await this.moveKeys(tx, { fromOwner: toId, toOwner: fromId, kind: 'back', madeFor: [fromId, ...names] });
    tx.tell(new CustomerMerged(toId, fromId));
  }

  /** Others with one of their addresses or numbers, under whatever name. */
  async duplicates(em: EntityManager, id: string): Promise<{ id: string; by: 'email' | 'phone' }[]> {
    const own = await em.find(CustomerRecord, { where: [{ id }, { mergedInto: id }], take: SHOWN });
    const found = new Map<string, 'email' | 'phone'>();
    for (const [by, column] of [
      ['email', 'emailIndex'],
      ['phone', 'phoneIndex'],
    ] as const) {
      const indexes = own.flatMap((row) => row[column] ?? []);
      if (indexes.length === 0) continue;
      const rows = await em.find(CustomerRecord, {
        where: { [column]: In(indexes), kind: 'identified', accountClosedAt: IsNull() },
        order: { id: 'ASC' },
        take: 2 * SHOWN,
      });
      for (const row of rows) {
        const whose = row.mergedInto ?? row.id;
        if (whose !== id && !found.has(whose)) found.set(whose, by);
      }
    }
    return [...found].slice(0, SHOWN).map(([other, by]) => ({ id: other, by }));
  }

  /** Identified customers under one of these look-up values, as whom they are now. */
  async found(em: EntityManager, indexes: { readonly email?: string; readonly phones: readonly string[] }) {
    const where = [
      ...(indexes.email === undefined ? [] : [{ emailIndex: indexes.email, kind: 'identified' as const }]),
      ...(indexes.phones.length === 0 ? [] : [{ phoneIndex: In([...indexes.phones]), kind: 'identified' as const }]),
    ];
    if (where.length === 0) return [];
    const rows = await em.find(CustomerRecord, { where, order: { id: 'ASC' }, take: SHOWN });
    return [...new Set(rows.map(({ id, mergedInto }) => mergedInto ?? id))];
  }

  /** What those are called who were merged, each by their own name; `CustomersService.view` shows whom they are now. */
  async names(em: EntityManager, ids: readonly string[]): Promise<Map<string, Customer>> {
    const rows =
      ids.length === 0 ? [] : await em.findBy(CustomerRecord, { id: In([...ids]), mergedInto: Not(IsNull()) });
    const keys = await this.vault.keys(rows.flatMap(({ keyId }) => keyId ?? []));
    return new Map(
      rows.map((row) => {
        const key = row.keyId === null ? undefined : keys.get(row.keyId);
        const open = (column: 'name' | 'email' | 'phone'): Partial<Customer> => {
          const sealed = row[column];
          if (!key || !sealed) return {};
          return { [column]: this.vault.open(key, { table: 'customers', row: row.id, column }, sealed) };
        };
        const { id, kind, language, createdAt } = row;
        return [id, { id, kind, ...open('name'), ...open('email'), ...open('phone'), language, createdAt }];
      }),
    );
  }

  private async moveKeys(tx: Tx, move: Omit<KeyMove, 'id' | 'createdAt'>): Promise<void> {
    const createdAt = this.clock.now();
    // What was not moved yet and goes back has never gone.
    if (move.kind === 'back') {
      await tx.em.delete(KeyMove, { fromOwner: move.toOwner, toOwner: move.fromOwner, kind: 'lent' });
    }
    await tx.em.insert(KeyMove, { ...move, id: newId(createdAt), createdAt });
  }
}

/** The stricter stands: a closed account ends in its deletion, and nothing of it goes on under an open one. */
function unfitFor(from: CustomerRecord, to: CustomerRecord): Unfit | undefined {
  if (from.id === to.id) return 'same';
  if (from.mergedInto !== null || to.mergedInto !== null) return 'merged';
  if (from.kind !== 'identified' || to.kind !== 'identified') return 'visitor';
  return from.accountClosedAt === null && to.accountClosedAt === null ? undefined : 'closed';
}
