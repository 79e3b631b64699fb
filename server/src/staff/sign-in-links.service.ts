import { createHash, randomBytes } from 'node:crypto';
import { Refused } from '@candour/shared/errors.js';
import { newId } from '@candour/shared/ids.js';
import type { SignInLink } from '@candour/shared/staff.js';
import { Injectable } from '@nestjs/common';
import { LessThan, MoreThan } from 'typeorm';
import { AuditTrail } from '../audit/audit.service.js';
import { requireAccess } from '../core/access/access.js';
import type { Actor, StaffActor } from '../core/access/actor.js';
import { Clock } from '../core/clock.js';
import { Database, type Tx } from '../core/database/database.js';
import { RoleGrantRow } from './role-grant.entity.js';
import { isPrivileged } from './role-grants.rules.js';
import { RoleProposals } from './role-proposals.js';
import { LINK_MS } from './sessions.rules.js';
import { SignInLinkRow } from './sign-in-link.entity.js';
import { StaffRow } from './staff.entity.js';

/** One-time links by which people set their passwords. */
@Injectable()
export class SignInLinksService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
    private readonly proposals: RoleProposals,
  ) {}

  /**
   * A link for somebody; those before it are worth nothing any more. Whoever follows it is that person, so for a
   * privileged account that is in use it needs a second person, like the role itself.
   * @param origin address of the desk, to which the link leads.
   * @throws Refused `not-found`; `move-refused` for somebody who is disabled; `second-person-required`, which now waits.
   */
  async make(actor: Actor, id: string, origin: string): Promise<SignInLink> {
    requireAccess(actor, 'staff.manage', 'house', { categories: ['staff'] });
    const token = randomBytes(32).toString('base64url');
    const now = this.clock.now();
    const expiresAt = now + LINK_MS;
    const made = await this.database.write(async (tx) => {
      const row = await tx.em.findOneBy(StaffRow, { id });
      if (!row) throw new Refused('not-found');
      if (row.disabledAt !== null) throw new Refused('move-refused');
      if (actor.kind === 'staff' && !(await this.mayMake(tx, actor, row))) return false;
      await tx.em.delete(SignInLinkRow, [{ staffId: id }, { expiresAt: LessThan(now - LINK_MS) }]);
      await tx.em.insert(SignInLinkRow, {
        id: newId(now),
        staffId: id,
        tokenHash: hashOfToken(token),
        createdBy: actor.kind === 'staff' ? actor.id : id,
        createdAt: now,
        expiresAt,
        usedAt: null,
      });
      await this.audit.record(tx, { actor, verb: 'staff.link-made', about: [{ type: 'staff', id }] });
      return true;
    });
    // What waits is committed, so the refusal comes after the unit.
    if (!made) throw new Refused('second-person-required');
    // Behind the `#`, it is sent to no server and stands in no log.
    return { url: `${origin}/link#${token}`, expiresAt };
  }

  /** Uses up an approval; without one, asks for it. */
  private async mayMake(tx: Tx, actor: StaffActor, row: StaffRow): Promise<boolean> {
    if (!isPrivileged(row.role) || row.passwordHash === null || row.id === actor.id) return true;
    const since = MoreThan(this.clock.now() - LINK_MS);
    const { affected } = await tx.em.delete(RoleGrantRow, { staffId: row.id, deed: 'link', approvedAt: since });
    if (affected) return true;
    const waiting = await tx.em.findOneBy(RoleGrantRow, { staffId: row.id, deed: 'link' });
    if (waiting?.approvedAt !== null) await this.proposals.propose(tx, actor, row.id, 'link', row.role);
    return false;
  }
}

export const hashOfToken = (token: string): string => createHash('sha256').update(token).digest('base64url');
