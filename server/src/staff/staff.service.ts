import { createHash, randomBytes, randomInt } from 'node:crypto';
import { Refused } from '@candour/shared/errors.js';
import { newId } from '@candour/shared/ids.js';
import type { PageAsk } from '@candour/shared/paging.js';
import type { AddStaff, ChangeStaff, Role, SignInLink, StaffMember, StaffPage } from '@candour/shared/staff.js';
import { Injectable } from '@nestjs/common';
import { In, IsNull, LessThan, MoreThan, Not, type EntityManager } from 'typeorm';
import { AuditTrail, type Verb } from '../audit/audit.service.js';
import { requireAccess } from '../core/access/access.js';
import { system, type Actor, type StaffActor } from '../core/access/actor.js';
import { Clock } from '../core/clock.js';
import { Database, type Tx } from '../core/database/database.js';
import { Vault } from '../core/vault/vault.js';
import { PasswordHasher } from './password-hasher.js';
import { weaknessOf } from './passwords.rules.js';
import { LINK_MS } from './sessions.rules.js';
import { SessionsService } from './sessions.service.js';
import { SignInLinkRow } from './sign-in-link.entity.js';
import { StaffRow } from './staff.entity.js';
import { StaffChanged } from './staff.events.js';

/** A person who can sign in at once: for the first start, printed once and kept by nobody. */
export interface FirstSignIn {
  readonly email: string;
  readonly password: string;
  readonly role: Role;
}

const firstAdmin = {
  name: 'Administrator',
  email: 'admin@kwoking.example.com',
  role: 'admin',
  skills: { topics: [], languages: [] },
} as const satisfies AddStaff;

/** Letters and digits that nobody takes for one another. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Who works here. */
@Injectable()
export class StaffService {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    private readonly clock: Clock,
    private readonly passwords: PasswordHasher,
    private readonly sessions: SessionsService,
    private readonly audit: AuditTrail,
  ) {}

  /** Members in the order in which they were added. */
  async list(actor: Actor, { cursor, limit }: PageAsk): Promise<StaffPage> {
    requireAccess(actor, 'staff.manage', 'house', { categories: ['staff'] });
    const rows = await this.database.read((em) =>
      em.find(StaffRow, { where: cursor ? { id: MoreThan(cursor) } : {}, order: { id: 'ASC' }, take: limit + 1 }),
    );
    const page = rows.slice(0, limit);
    const next = rows.length > limit ? page.at(-1)?.id : undefined;
    return { rows: await this.opened(page), ...(next ? { next } : {}) };
  }

  /** @throws Refused `not-found`. */
  async member(id: string): Promise<StaffMember> {
    const row = await this.database.read((em) => em.findOneBy(StaffRow, { id }));
    const [member] = row ? await this.opened([row]) : [];
    if (!member) throw new Refused('not-found');
    return member;
  }

  /** Names to show beside what people did; an id that is not of the staff is absent. */
  async names(ids: Iterable<string>): Promise<Map<string, string>> {
    const wanted = [...new Set(ids)];
    if (wanted.length === 0) return new Map();
    const rows = await this.database.read((em) => em.findBy(StaffRow, { id: In(wanted) }));
    return new Map((await this.opened(rows)).map(({ id, name }) => [id, name]));
  }

  /** @throws Refused `already-exists` for an e-mail that somebody has. */
  async add(actor: Actor, ask: AddStaff): Promise<StaffMember> {
    requireAccess(actor, 'staff.manage', 'house', { categories: ['staff'] });
    const row = await this.sealedRow(ask, null);
    await this.database.write((tx) => this.insert(tx, actor, row));
    return this.member(row.id);
  }

  /** Adds somebody who can sign in at once with a random password, which nobody else ever learns. */
  async addWithPassword(actor: Actor, ask: AddStaff): Promise<FirstSignIn & { readonly member: StaffMember }> {
    requireAccess(actor, 'staff.manage', 'house', { categories: ['staff'] });
    const password = randomPassword();
    const row = await this.sealedRow(ask, await this.passwords.hash(password));
    await this.database.write((tx) => this.insert(tx, actor, row));
    return { email: ask.email, password, role: ask.role, member: await this.member(row.id) };
  }

  /** The first administrator of an empty desk, with the password in clear, once; undefined ever after. */
  async ensureFirstAdmin(): Promise<FirstSignIn | undefined> {
    if (await this.database.read((em) => em.existsBy(StaffRow, {}))) return undefined;
    const password = randomPassword();
    const row = await this.sealedRow(firstAdmin, await this.passwords.hash(password));
    const made = await this.database.write(async (tx) => {
      // Several nodes may start at once.
      if (await tx.em.existsBy(StaffRow, {})) return false;
      await this.insert(tx, system('first start'), row);
      return true;
    });
    return made ? { email: firstAdmin.email, password, role: firstAdmin.role } : undefined;
  }

  /**
   * Another role or being disabled ends the person's sessions.
   * @throws Refused `not-found`, `last-admin`.
   */
  async change(actor: Actor, id: string, ask: ChangeStaff): Promise<StaffMember> {
    requireAccess(actor, 'staff.manage', 'house', { categories: ['staff'] });
    const name = ask.name === undefined ? undefined : await this.sealedName(id, ask.name);
    await this.database.write(async (tx) => {
      const row = await tx.em.findOneBy(StaffRow, { id });
      if (!row) throw new Refused('not-found');
      const disabled = ask.status === undefined ? row.disabledAt !== null : ask.status === 'disabled';
      const role = ask.role ?? row.role;
      if (isAdmin(row) && (disabled || role !== 'admin')) await requireOtherAdmin(tx.em, id);
      await tx.em.update(
        StaffRow,
        { id },
        {
          role,
          skills: ask.skills ?? row.skills,
          disabledAt: disabled ? (row.disabledAt ?? this.clock.now()) : null,
          ...name,
        },
      );
      const newlyDisabled = disabled && row.disabledAt === null;
      await this.record(tx, actor, newlyDisabled ? 'staff.disabled' : 'staff.changed', id);
      if (disabled) await tx.em.delete(SignInLinkRow, { staffId: id });
      if (disabled) await this.sessions.endAllIn(tx, id, 'disabled');
      else if (role !== row.role) await this.sessions.endAllIn(tx, id, 'signed-out');
      tx.tell(new StaffChanged(id));
    });
    return this.member(id);
  }

  /**
   * A one-time link by which the person sets a password. The links before it are worth nothing any more.
   * @param origin address of the desk, to which the link leads.
   * @throws Refused `not-found`; `move-refused` for somebody who is disabled.
   */
  async link(actor: StaffActor, id: string, origin: string): Promise<SignInLink> {
    requireAccess(actor, 'staff.manage', 'house', { categories: ['staff'] });
    const token = randomBytes(32).toString('base64url');
    const now = this.clock.now();
    const expiresAt = now + LINK_MS;
    await this.database.write(async (tx) => {
      const row = await tx.em.findOneBy(StaffRow, { id });
      if (!row) throw new Refused('not-found');
      if (row.disabledAt !== null) throw new Refused('move-refused');
      await tx.em.delete(SignInLinkRow, [{ staffId: id }, { expiresAt: LessThan(now - LINK_MS) }]);
      await tx.em.insert(SignInLinkRow, {
        id: newId(now),
        staffId: id,
        tokenHash: hashOfToken(token),
        createdBy: actor.id,
        createdAt: now,
        expiresAt,
        usedAt: null,
      });
      await this.record(tx, actor, 'staff.link-made', id);
    });
    // Behind the `#`, it is sent to no server and stands in no log.
    return { url: `${origin}/link#${token}`, expiresAt };
  }

  /** Look-up value of an e-mail, however it was typed. */
  emailIndex(email: string): string {
    return this.vault.blindIndex('staff-email', email.trim().toLowerCase());
  }

  /** @throws Refused `password-weak`, with why. */
  async passwordHashFor(id: string, password: string): Promise<string> {
    const why = weaknessOf(password, await this.member(id));
    if (why) throw new Refused('password-weak', { why });
    return this.passwords.hash(password);
  }

  private record(tx: Tx, actor: Actor, verb: Verb, id: string): Promise<void> {
    return this.audit.record(tx, { actor, verb, about: [{ type: 'staff', id }] });
  }

  private async insert(tx: Tx, actor: Actor, row: StaffRow): Promise<void> {
    if (await tx.em.existsBy(StaffRow, { emailIndex: row.emailIndex })) throw new Refused('already-exists');
    await tx.em.insert(StaffRow, row);
    await this.record(tx, actor, 'staff.added', row.id);
    tx.tell(new StaffChanged(row.id));
  }

  private async sealedRow(ask: AddStaff, passwordHash: string | null): Promise<StaffRow> {
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
      skills: ask.skills,
      passwordHash,
      createdAt: now,
      lastSeenAt: null,
      disabledAt: null,
    };
  }

  /** All sealed columns of a row share its key: a new name is sealed with the key that the e-mail has. */
  private async sealedName(id: string, name: string): Promise<Pick<StaffRow, 'name'>> {
    const row = await this.database.read((em) => em.findOneBy(StaffRow, { id }));
    const key = row && (await this.vault.keys([row.keyId])).get(row.keyId);
    if (!key) throw new Refused('not-found');
    return { name: this.vault.seal(key, { table: 'staff', row: id, column: 'name' }, name) };
  }

  private async opened(rows: readonly StaffRow[]): Promise<StaffMember[]> {
    const keys = await this.vault.keys(rows.map((row) => row.keyId));
    return rows.flatMap((row) => {
      const key = keys.get(row.keyId);
      if (!key) return [];
      const open = (column: 'name' | 'email'): string =>
        this.vault.open(key, { table: 'staff', row: row.id, column }, row[column]);
      return [
        {
          id: row.id,
          name: open('name'),
          email: open('email'),
          role: row.role,
          skills: row.skills,
          status: statusOf(row),
          createdAt: row.createdAt,
          ...(row.lastSeenAt === null ? {} : { lastSeenAt: row.lastSeenAt }),
        },
      ];
    });
  }
}

export const hashOfToken = (token: string): string => createHash('sha256').update(token).digest('base64url');

function statusOf({ disabledAt, passwordHash }: StaffRow): StaffMember['status'] {
  if (disabledAt !== null) return 'disabled';
  return passwordHash === null ? 'invited' : 'active';
}

const isAdmin = (row: StaffRow): boolean => row.role === 'admin' && statusOf(row) === 'active';

/** Somebody who can sign in and add others must remain. */
async function requireOtherAdmin(em: EntityManager, id: string): Promise<void> {
  const others = { id: Not(id), role: 'admin', disabledAt: IsNull(), passwordHash: Not(IsNull()) } as const;
  if (!(await em.existsBy(StaffRow, others))) throw new Refused('last-admin');
}

/** Twenty signs of a hundred bits in all, in groups that can be read out. */
function randomPassword(): string {
  const group = (): string => Array.from({ length: 5 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  return Array.from({ length: 4 }, group).join('-');
}
