import { randomInt } from 'node:crypto';
import { Refused } from '@candour/shared/errors.js';
import type { PageAsk } from '@candour/shared/paging.js';
import {
  roles,
  type AddStaff,
  type ChangeStaff,
  type Role,
  type StaffMember,
  type StaffPage,
} from '@candour/shared/staff.js';
import { Injectable } from '@nestjs/common';
import { In, IsNull, MoreThan, type EntityManager } from 'typeorm';
import { AuditTrail, type Verb } from '../audit/audit.service.js';
import { requireAccess } from '../core/access/access.js';
import { system, type Actor } from '../core/access/actor.js';
import { grantOf, type Permission } from '../core/access/permissions.rules.js';
import { Database, type Tx } from '../core/database/database.js';
import { PasswordHasher } from './password-hasher.js';
import { weaknessOf } from './passwords.rules.js';
import { needsSecond } from './role-grants.rules.js';
import { RoleProposals } from './role-proposals.js';
import { SessionsService } from './sessions.service.js';
import { SignInLinkRow } from './sign-in-link.entity.js';
import { requireOtherAdmin, StaffRows } from './staff-rows.js';
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

/** What somebody is whose role waits: an administrator may make that alone. */
const MEANWHILE: Role = 'agent';

/** Letters and digits that nobody takes for one another. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Who works here. */
@Injectable()
export class StaffService {
  constructor(
    private readonly database: Database,
    private readonly rows: StaffRows,
    private readonly passwords: PasswordHasher,
    private readonly sessions: SessionsService,
    private readonly audit: AuditTrail,
    private readonly proposals: RoleProposals,
  ) {}

  /** Members in the order in which they were added. */
  async list(actor: Actor, { cursor, limit }: PageAsk): Promise<StaffPage> {
    requireAccess(actor, 'staff.manage', 'house', { categories: ['staff'] });
    const rows = await this.database.read((em) =>
      em.find(StaffRow, { where: cursor ? { id: MoreThan(cursor) } : {}, order: { id: 'ASC' }, take: limit + 1 }),
    );
    const page = rows.slice(0, limit);
    const next = rows.length > limit ? page.at(-1)?.id : undefined;
    return { rows: await this.rows.opened(page), ...(next ? { next } : {}) };
  }

  /** @throws Refused `not-found`. */
  async member(id: string): Promise<StaffMember> {
    const row = await this.database.read((em) => em.findOneBy(StaffRow, { id }));
    const [member] = row ? await this.rows.opened([row]) : [];
    if (!member) throw new Refused('not-found');
    return member;
  }

  /** Names to show beside what people did; an id that is not of the staff is absent. */
  async names(ids: Iterable<string>): Promise<Map<string, string>> {
    const wanted = [...new Set(ids)];
    return wanted.length === 0 ? new Map() : this.rows.names(wanted);
  }

  /** Many at once; an id that is not of the staff is absent. */
  async members(ids: Iterable<string>): Promise<Map<string, StaffMember>> {
    const wanted = [...new Set(ids)];
    if (wanted.length === 0) return new Map();
    const rows = await this.database.read((em) => em.findBy(StaffRow, { id: In(wanted) }));
    return new Map((await this.rows.opened(rows)).map((member) => [member.id, member]));
  }

  /** Role and skills of those of these people who work here, in a unit or outside one. */
  working(em: EntityManager, ids: readonly string[]): Promise<Pick<StaffRow, 'id' | 'role' | 'skills'>[]> {
    if (ids.length === 0) return Promise.resolve([]);
    const where = { id: In([...ids]), disabledAt: IsNull() };
    return em.find(StaffRow, { select: { id: true, role: true, skills: true }, where });
  }

  /** Those who work here in one of these roles, in the order in which they were added. */
  async inRoles(roles: readonly Role[], limit: number): Promise<StaffMember[]> {
    const where = { role: In([...roles]), disabledAt: IsNull() };
    const rows = await this.database.read((em) => em.find(StaffRow, { where, order: { id: 'ASC' }, take: limit }));
    return this.rows.opened(rows);
  }

  /** Whoever works here now and has a permission, by name; no more than `most`. */
  async having(permission: Permission, most: number): Promise<{ id: string; name: string }[]> {
    const able = roles.filter((role) => grantOf(role, permission) !== undefined);
    const members = (await this.inRoles(able, most)).map(({ id, name }) => ({ id, name }));
    return members.sort((a, b) => a.name.localeCompare(b.name));
  }

  /** Which of these people are without a permission: disabled, of another role, or not of the staff any more. */
  async without(permission: Permission, ids: Iterable<string>): Promise<string[]> {
    const wanted = [...new Set(ids)];
    if (wanted.length === 0) return [];
    const rows = await this.database.read((em) =>
      em.find(StaffRow, { select: { id: true, role: true }, where: { id: In(wanted), disabledAt: IsNull() } }),
    );
    const may = new Set(rows.flatMap(({ id, role }) => (grantOf(role, permission) ? id : [])));
    return wanted.filter((id) => !may.has(id));
  }

  /**
   * A privileged role waits for a second person; until then the person is an agent, whom one may add alone.
   * @throws Refused `already-exists` for an e-mail that somebody has.
   */
  async add(actor: Actor, ask: AddStaff): Promise<StaffMember> {
    requireAccess(actor, 'staff.manage', 'house', { categories: ['staff'] });
    const proposer = actor.kind === 'staff' && needsSecond(undefined, ask.role) ? actor : undefined;
    const row = await this.rows.sealed(proposer ? { ...ask, role: MEANWHILE } : ask, null);
    await this.database.write(async (tx) => {
      await this.insert(tx, actor, row);
      if (proposer) await this.proposals.propose(tx, proposer, row.id, 'role', ask.role);
    });
    return this.member(row.id);
  }

  /** Adds somebody who can sign in at once with a random password, which nobody else ever learns. */
  async addWithPassword(actor: Actor, ask: AddStaff): Promise<FirstSignIn & { readonly member: StaffMember }> {
    requireAccess(actor, 'staff.manage', 'house', { categories: ['staff'] });
    const password = randomPassword();
    const row = await this.rows.sealed(ask, await this.passwords.hash(password));
    await this.database.write((tx) => this.insert(tx, actor, row));
    return { email: ask.email, password, role: ask.role, member: await this.member(row.id) };
  }

  /** The first administrator of an empty desk, with the password in clear, once; undefined ever after. */
  async ensureFirstAdmin(email: string = firstAdmin.email): Promise<FirstSignIn | undefined> {
    if (await this.database.read((em) => em.existsBy(StaffRow, {}))) return undefined;
    const password = randomPassword();
    const row = await this.rows.sealed({ ...firstAdmin, email }, await this.passwords.hash(password));
    const made = await this.database.write(async (tx) => {
      // Several nodes may start at once.
      if (await tx.em.existsBy(StaffRow, {})) return false;
      await this.insert(tx, system('first start'), row);
      return true;
    });
    return made ? { email, password, role: firstAdmin.role } : undefined;
  }

  /**
   * Another role or being disabled ends the person's sessions. A role that is more waits for a second person, and so
   * does the role of somebody privileged who comes back.
   * @throws Refused `not-found`, `last-admin`.
   */
  async change(actor: Actor, id: string, ask: ChangeStaff): Promise<StaffMember> {
    requireAccess(actor, 'staff.manage', 'house', { categories: ['staff'] });
    const name = ask.name === undefined ? undefined : await this.rows.sealedName(id, ask.name);
    await this.database.write(async (tx) => {
      const row = await tx.em.findOneBy(StaffRow, { id });
      if (!row) throw new Refused('not-found');
      const disabled = ask.status === undefined ? row.disabledAt !== null : ask.status === 'disabled';
      const wanted = ask.role ?? row.role;
      if (disabled || wanted !== 'admin') await requireOtherAdmin(tx.em, row);
      const back = row.disabledAt !== null && !disabled;
      const waits = actor.kind === 'staff' && !disabled && needsSecond(back ? undefined : row.role, wanted);
      const role = !waits ? wanted : back ? MEANWHILE : row.role;
      await tx.em.update(
        StaffRow,
        { id },
        {
          role,
          skills: ask.skills ?? row.skills,
          grantedAlone: row.grantedAlone && role === row.role,
          disabledAt: this.rows.disabledAt(row, disabled),
          ...name,
        },
      );
      const newlyDisabled = disabled && row.disabledAt === null;
      await this.record(tx, actor, newlyDisabled ? 'staff.disabled' : 'staff.changed', id);
      if (waits) await this.proposals.propose(tx, actor, id, 'role', wanted);
      else if (role !== row.role) await this.proposals.dropRole(tx, id);
      if (newlyDisabled) await this.proposals.forget(tx, id);
      if (disabled) await tx.em.delete(SignInLinkRow, { staffId: id });
      if (disabled) await this.sessions.endAllIn(tx, id, 'disabled');
      else if (role !== row.role) await this.sessions.endAllIn(tx, id, 'signed-out');
      tx.tell(new StaffChanged(id));
    });
    return this.member(id);
  }

  /** Look-up value of an e-mail, however it was typed. */
  emailIndex(email: string): string {
    return this.rows.emailIndex(email);
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
  }
}

/** Twenty signs of a hundred bits in all, in groups that can be read out. */
function randomPassword(): string {
  const group = (): string => Array.from({ length: 5 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  return Array.from({ length: 4 }, group).join('-');
}
