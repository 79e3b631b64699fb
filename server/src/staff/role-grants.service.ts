import { Refused } from '@candour/shared/errors.js';
import { DAY } from '@candour/shared/instant.js';
import type { RoleGrant, RoleGrants } from '@candour/shared/staff.js';
import { Injectable } from '@nestjs/common';
import { In, IsNull, Not, type EntityManager } from 'typeorm';
import { AuditTrail, type Verb } from '../audit/audit.service.js';
import { requireAccess } from '../core/access/access.js';
import type { StaffActor } from '../core/access/actor.js';
import { Clock } from '../core/clock.js';
import { Database, type Tx } from '../core/database/database.js';
import { RoleGrantRow } from './role-grant.entity.js';
import { approvers } from './role-grants.rules.js';
import { SessionsService } from './sessions.service.js';
import { SignInService } from './sign-in.service.js';
import { requireOtherAdmin } from './staff-rows.js';
import { StaffRow } from './staff.entity.js';
import { StaffChanged } from './staff.events.js';
import { StaffService } from './staff.service.js';

/** How long whoever is alone waits before confirming what they proposed (house rule 7). */
export const ALONE_MS = DAY;
/** Grants shown at once; one waits per person and deed, so there are never many. */
const SHOWN = 200;

/** Roles and links that wait for a second person (house rules, "Permissions": role grants take two). */
@Injectable()
export class RoleGrantsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
    private readonly sessions: SessionsService,
    private readonly signIns: SignInService,
    private readonly members: StaffService,
  ) {}

  /** What waits, oldest first, and what the reader may do about it. */
  async list(actor: StaffActor): Promise<RoleGrants> {
    requireAccess(actor, 'staff.approve', 'house', { categories: ['staff'] });
    const { grants, able } = await this.database.read(async (em) => {
      const rows = await em.find(RoleGrantRow, { where: { approvedAt: IsNull() }, order: { id: 'ASC' }, take: SHOWN });
      return { grants: rows, able: await ableToApprove(em) };
    });
    const people = await this.members.members(grants.flatMap(({ staffId, proposedBy }) => [staffId, proposedBy]));
    return {
      rows: grants.flatMap((row): RoleGrant[] => {
        const member = people.get(row.staffId);
        const by = people.get(row.proposedBy);
        if (!member || !by) return [];
        const { id, deed, role, proposedAt } = row;
        const mine = actor.id === row.proposedBy;
        const may = mine && isAlone(able, row) ? 'confirm' : mine || actor.id === row.staffId ? 'wait' : 'approve';
        return [
          {
            ...{ id, deed, role, proposedAt, may },
            member: { id: member.id, name: member.name, email: member.email },
            from: member.role,
            proposedBy: { id: by.id, name: by.name },
            ...(may === 'confirm' ? { confirmFrom: proposedAt + ALONE_MS } : {}),
          },
        ];
      }),
    };
  }

  /** @throws Refused `not-found`; `second-person-required` for whoever proposed it or would get it; `last-admin`. */
  async approve(actor: StaffActor, id: string): Promise<void> {
    requireAccess(actor, 'staff.approve', 'house', { categories: ['staff'] });
    await this.database.write(async (tx) => {
      const grant = await waiting(tx.em, id);
      if (actor.id === grant.proposedBy || actor.id === grant.staffId) throw new Refused('second-person-required');
      await this.give(tx, actor, grant, false);
    });
  }

  /**
   * Whoever is alone confirms what they proposed a day ago, with their password; it is marked as such.
   * @throws Refused `not-found`, `sign-in-failed`, `too-many-attempts`; `second-person-required` where there is one;
   * `too-early` with the milliseconds left.
   */
  async confirm(actor: StaffActor, id: string, password: string): Promise<void> {
    requireAccess(actor, 'staff.approve', 'house', { categories: ['staff'] });
    await this.signIns.confirm(actor.id, password);
    await this.database.write(async (tx) => {
      const grant = await waiting(tx.em, id);
      const alone = isAlone(await ableToApprove(tx.em), grant);
      if (actor.id !== grant.proposedBy || !alone) throw new Refused('second-person-required');
      const left = grant.proposedAt + ALONE_MS - this.clock.now();
      if (left > 0) throw new Refused('too-early', { left });
      await this.give(tx, actor, grant, true);
    });
  }

  /** Whoever may approve may refuse; whoever proposed may take it back. @throws Refused `not-found`. */
  async reject(actor: StaffActor, id: string): Promise<void> {
    requireAccess(actor, 'staff.approve', 'house', { categories: ['staff'] });
    await this.database.write(async (tx) => {
      const grant = await waiting(tx.em, id);
      await tx.em.delete(RoleGrantRow, { id });
      await this.record(tx, actor, 'staff.grant-rejected', grant);
    });
  }

  private async give(tx: Tx, actor: StaffActor, grant: RoleGrantRow, alone: boolean): Promise<void> {
    const { id, staffId, role, deed } = grant;
    const row = await tx.em.findOneBy(StaffRow, { id: staffId, disabledAt: IsNull() });
    if (!row) throw new Refused('not-found');
    await this.record(tx, actor, alone ? 'staff.granted-alone' : 'staff.granted', grant);
    if (deed === 'link') {
      await tx.em.update(RoleGrantRow, { id }, { approvedAt: this.clock.now() });
      return;
    }
    if (role !== 'admin') await requireOtherAdmin(tx.em, row);
    await tx.em.delete(RoleGrantRow, { id });
    await tx.em.update(StaffRow, { id: staffId }, { role, grantedAlone: alone });
    await this.sessions.endAllIn(tx, staffId, 'signed-out');
    tx.tell(new StaffChanged(staffId));
  }

  private record(
    tx: Tx,
    actor: StaffActor,
    verb: Verb,
    { staffId, deed, role, proposedBy }: RoleGrantRow,
  ): Promise<void> {
    return this.audit.record(tx, {
      actor,
      verb,
      about: [staffId, proposedBy].map((id) => ({ type: 'staff' as const, id })),
      digest: this.audit.digest({ deed, role }),
    });
  }
}

async function waiting(em: EntityManager, id: string): Promise<RoleGrantRow> {
  const grant = await em.findOneBy(RoleGrantRow, { id, approvedAt: IsNull() });
  if (!grant) throw new Refused('not-found');
  return grant;
}

/** Ids of those who can sign in and may approve. */
async function ableToApprove(em: EntityManager): Promise<readonly string[]> {
  const rows = await em.find(StaffRow, {
    select: { id: true },
    where: { role: In([...approvers]), disabledAt: IsNull(), passwordHash: Not(IsNull()) },
    take: 500,
  });
  return rows.map(({ id }) => id);
}

/** Nobody could approve it but who proposed it or would get it. */
const isAlone = (able: readonly string[], { staffId, proposedBy }: RoleGrantRow): boolean =>
  able.every((id) => id === staffId || id === proposedBy);
