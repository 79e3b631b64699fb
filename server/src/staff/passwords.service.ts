import { Refused } from '@candour/shared/errors.js';
import type { ChangePassword, SignInByLink } from '@candour/shared/staff.js';
import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../audit/audit.service.js';
import { system, type StaffActor } from '../core/access/actor.js';
import { Clock } from '../core/clock.js';
import { Database } from '../core/database/database.js';
import { SessionsService } from './sessions.service.js';
import { SignInLinkRow } from './sign-in-link.entity.js';
import { hashOfToken } from './sign-in-links.service.js';
import { SignInService } from './sign-in.service.js';
import { StaffRow } from './staff.entity.js';
import { StaffService } from './staff.service.js';

/** How people set their passwords. */
@Injectable()
export class PasswordsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly sessions: SessionsService,
    private readonly signIns: SignInService,
    private readonly members: StaffService,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * Takes a one-time link and the password set with it; whoever was signed in with the former one no longer is.
   * @param address network address it came from, for counting only.
   * @throws Refused `token-invalid`, `token-expired`, `link-used`, `password-weak`, `too-many-attempts`.
   */
  byLink(ask: SignInByLink, address: string): Promise<string> {
    return this.signIns.limited({ address }, async () => {
      const tokenHash = hashOfToken(ask.token);
      const { staffId } = this.usable(await this.database.read((em) => em.findOneBy(SignInLinkRow, { tokenHash })));
      const passwordHash = await this.members.passwordHashFor(staffId, ask.password);
      await this.database.write(async (tx) => {
        const link = this.usable(await tx.em.findOneBy(SignInLinkRow, { tokenHash }));
        const member = await tx.em.findOneBy(StaffRow, { id: staffId });
        if (!member || member.disabledAt !== null) throw new Refused('token-invalid');
        await tx.em.update(SignInLinkRow, { id: link.id }, { usedAt: this.clock.now() });
        await tx.em.update(StaffRow, { id: staffId }, { passwordHash });
        await this.audit.record(tx, {
          actor: system('sign-in'),
          verb: 'staff.password-changed',
          about: [{ type: 'staff', id: staffId }],
        });
        await this.sessions.endAllIn(tx, staffId, 'signed-out');
      });
      return staffId;
    });
  }

  /**
   * Sets another password and ends the person's other sessions.
   * @throws Refused `sign-in-failed` for a wrong current one, `password-weak`, `too-many-attempts`.
   */
  async change(actor: StaffActor, ask: ChangePassword): Promise<void> {
    await this.signIns.confirm(actor.id, ask.current);
    const passwordHash = await this.members.passwordHashFor(actor.id, ask.next);
    await this.database.write(async (tx) => {
      await tx.em.update(StaffRow, { id: actor.id }, { passwordHash });
      await tx.em.delete(SignInLinkRow, { staffId: actor.id });
      await this.audit.record(tx, {
        actor,
        verb: 'staff.password-changed',
        about: [{ type: 'staff', id: actor.id }],
      });
      await this.sessions.endAllIn(tx, actor.id, 'signed-out', actor.sessionId);
    });
  }

  private usable(link: SignInLinkRow | null): SignInLinkRow {
    if (!link) throw new Refused('token-invalid');
    if (link.usedAt !== null) throw new Refused('link-used');
    if (link.expiresAt <= this.clock.now()) throw new Refused('token-expired');
    return link;
  }
}
