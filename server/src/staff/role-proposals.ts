import { newId } from '@candour/shared/ids.js';
import type { GrantDeed, Role } from '@candour/shared/staff.js';
import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../audit/audit.service.js';
import type { StaffActor } from '../core/access/actor.js';
import { Clock } from '../core/clock.js';
import type { Tx } from '../core/database/database.js';
import { RoleGrantRow } from './role-grant.entity.js';

/** What waits for a second person, in the unit that asks for it. */
@Injectable()
export class RoleProposals {
  constructor(
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
  ) {}

  /** In the place of what was asked for the same person before. */
  async propose(tx: Tx, actor: StaffActor, staffId: string, deed: GrantDeed, role: Role): Promise<void> {
    const now = this.clock.now();
    await tx.em.delete(RoleGrantRow, { staffId, deed });
    const row = { id: newId(now), staffId, deed, role, proposedBy: actor.id, proposedAt: now, approvedAt: null };
    await tx.em.insert(RoleGrantRow, row);
    await this.audit.record(tx, {
      actor,
      verb: 'staff.grant-proposed',
      about: [{ type: 'staff', id: staffId }],
      digest: this.audit.digest({ deed, role }),
    });
  }

  /** Nothing is approved any more for, or at the wish of, somebody who left. */
  async forget(tx: Tx, staffId: string): Promise<void> {
    await tx.em.delete(RoleGrantRow, [{ staffId }, { proposedBy: staffId }]);
  }

  /** Another role was given meanwhile: what was asked for before is void. */
  async dropRole(tx: Tx, staffId: string): Promise<void> {
    await tx.em.delete(RoleGrantRow, { staffId, deed: 'role' });
  }
}
