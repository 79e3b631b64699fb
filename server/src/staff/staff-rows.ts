import { Refused } from '@candour/shared/errors.js';
import { newId } from '@candour/shared/ids.js';
import type { AddStaff, StaffMember } from '@candour/shared/staff.js';
import { Injectable } from '@nestjs/common';
import { In, IsNull, Not, type EntityManager } from 'typeorm';
import { Clock } from '../core/clock.js';
import { Database } from '../core/database/database.js';
import { eachTextOf, JsonRows } from '../core/database/rows.js';
import { Vault } from '../core/vault/vault.js';
import { RoleGrantRow } from './role-grant.entity.js';
import { StaffRow } from './staff.entity.js';

/** The rows of staff, sealed and opened. */
@Injectable()
export class StaffRows {
  private readonly named: JsonRows<Pick<StaffRow, 'id' | 'name' | 'keyId'>>;

  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    private readonly clock: Clock,
  ) {
    this.named = new JsonRows<Pick<StaffRow, 'id' | 'name' | 'keyId'>>(database.engine, {
      id: 's.id',
      keyId: 's.key_id',
      name: { bytes: 's.name' },
    });
  }

  /** Look-up value of an e-mail, however it was typed. */
  emailIndex(email: string): string {
    return this.vault.blindIndex('staff-email', email.trim().toLowerCase());
  }

  async sealed(ask: AddStaff, passwordHash: string | null): Promise<StaffRow> {
    const now = this.clock.now();
    const id = newId(now);
    const key = await this.vault.keyFor(id, 'staff');
    const sealed = (column: 'name' | 'email'): Buffer =>
      this.vault.seal(key, { table: 'staff', row: id, column }, ask[column]);
    return {
      id,
      keyId: key.id,
      name: sealed('name'),
      email: sealed('email'),
      emailIndex: this.emailIndex(ask.email),
      role: ask.role,
      grantedAlone: false,
      skills: ask.skills,
      passwordHash,
      createdAt: now,
      lastSeenAt: null,
      disabledAt: null,
    };
  }

  /** Since when a row is disabled, once it is or stays so. */
  disabledAt(row: StaffRow, disabled: boolean): number | null {
    return disabled ? (row.disabledAt ?? this.clock.now()) : null;
  }

  /** All sealed columns of a row share its key: a new name is sealed with the key that the e-mail has. */
  async sealedName(id: string, name: string): Promise<Pick<StaffRow, 'name'>> {
    const row = await this.database.read((em) => em.findOneBy(StaffRow, { id }));
    const key = row && (await this.vault.keys([row.keyId])).get(row.keyId);
    if (!key) throw new Refused('not-found');
    return { name: this.vault.seal(key, { table: 'staff', row: id, column: 'name' }, name) };
  }

  /** People as others see them, with the role that waits for them. */
  /** The names alone: nothing else of a row is read or opened. */
  async names(ids: readonly string[]): Promise<Map<string, string>> {
    const rows = this.named.read(
      await this.database.read((em) =>
        em.query(
          `SELECT ${this.named.select} FROM ${eachTextOf(this.database.engine, '$1')} JOIN staff s ON s.id = j.value`,
          [JSON.stringify(ids)],
        ),
      ),
    );
    const keys = await this.vault.keys(rows.map(({ keyId }) => keyId));
    return new Map(
      rows.flatMap(({ id, name, keyId }): [string, string][] => {
        const key = keys.get(keyId);
        return key ? [[id, this.vault.open(key, { table: 'staff', row: id, column: 'name' }, name)]] : [];
      }),
    );
  }

  async opened(rows: readonly StaffRow[]): Promise<StaffMember[]> {
    if (rows.length === 0) return [];
    const staffId = In(rows.map(({ id }) => id));
    const waiting = await this.database.read((em) => em.findBy(RoleGrantRow, { staffId, deed: 'role' }));
    const roleWaiting = new Map(waiting.map((grant) => [grant.staffId, grant.role]));
    const keys = await this.vault.keys(rows.map((row) => row.keyId));
    return rows.flatMap((row) => {
      const key = keys.get(row.keyId);
      if (!key) return [];
      const open = (column: 'name' | 'email'): string =>
        this.vault.open(key, { table: 'staff', row: row.id, column }, row[column]);
      const next = roleWaiting.get(row.id);
      return [
        {
          id: row.id,
          name: open('name'),
          email: open('email'),
          role: row.role,
          ...(row.grantedAlone ? { grantedAlone: true } : {}),
          ...(next === undefined ? {} : { roleWaiting: next }),
          skills: row.skills,
          status: statusOf(row),
          createdAt: row.createdAt,
          ...(row.lastSeenAt === null ? {} : { lastSeenAt: row.lastSeenAt }),
        },
      ];
    });
  }
}

export function statusOf({ disabledAt, passwordHash }: StaffRow): StaffMember['status'] {
  if (disabledAt !== null) return 'disabled';
  return passwordHash === null ? 'invited' : 'active';
}

/** Somebody who can sign in and add others must remain. @throws Refused `last-admin`. */
export async function requireOtherAdmin(em: EntityManager, row: StaffRow): Promise<void> {
  if (row.role !== 'admin' || statusOf(row) !== 'active') return;
  const others = { id: Not(row.id), role: 'admin', disabledAt: IsNull(), passwordHash: Not(IsNull()) } as const;
  if (!(await em.existsBy(StaffRow, others))) throw new Refused('last-admin');
}
