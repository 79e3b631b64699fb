import { Refused } from '@candour/shared/errors.js';
import { MINUTE } from '@candour/shared/instant.js';
import type { SignIn } from '@candour/shared/staff.js';
import { Injectable } from '@nestjs/common';
import { Database } from '../core/database/database.js';
import { Limiter, type Rate } from '../core/http/limiter.js';
import { PasswordHasher } from './password-hasher.js';
import { SessionsService } from './sessions.service.js';
import { StaffRow } from './staff.entity.js';
import { StaffService } from './staff.service.js';

/** Attempts that failed; one that succeeds is given back. */
export const attempts = {
  account: { times: 10, within: 15 * MINUTE },
  address: { times: 50, within: 15 * MINUTE },
} as const satisfies Record<string, Rate>;

/** Whose attempts are counted. */
export type Attempt = Readonly<Partial<Record<keyof typeof attempts, string>>>;

/** How people prove who they are. */
@Injectable()
export class SignInService {
  constructor(
    private readonly database: Database,
    private readonly passwords: PasswordHasher,
    private readonly limiter: Limiter,
    private readonly members: StaffService,
    private readonly sessions: SessionsService,
  ) {}

  /**
   * The id of whoever has this e-mail and password. An unknown e-mail, a wrong password and a disabled account get
   * the same answer after the same work.
   * @param address network address it came from, for counting only.
   * @throws Refused `sign-in-failed`, `too-many-attempts`.
   */
  byPassword(ask: SignIn, address: string): Promise<string> {
    const emailIndex = this.members.emailIndex(ask.email);
    return this.limited({ account: emailIndex, address }, async () => {
      const row = await this.database.read((em) => em.findOneBy(StaffRow, { emailIndex }));
      const fits = await this.passwords.verify(row?.passwordHash, ask.password);
      if (row && fits && row.disabledAt === null) return row.id;
      await this.sessions.failed(row?.id);
      throw new Refused('sign-in-failed');
    });
  }

  /** Asks a signed-in person for their password once more. @throws Refused `sign-in-failed`, `too-many-attempts`. */
  confirm(staffId: string, password: string): Promise<void> {
    return this.limited({ account: staffId }, async () => {
      const row = await this.database.read((em) => em.findOneBy(StaffRow, { id: staffId }));
      if (!(await this.passwords.verify(row?.passwordHash, password))) throw new Refused('sign-in-failed');
    });
  }

  /** Counted before the work, so that many at once count as many. @throws Refused `too-many-attempts`. */
  async limited<T>(who: Attempt, attempt: () => Promise<T>): Promise<T> {
    const counted = (Object.keys(attempts) as (keyof typeof attempts)[]).filter((kind) => who[kind] !== undefined);
    const keyOf = (kind: keyof typeof attempts): string => `sign-in ${kind} ${who[kind]}`;
    for (const kind of counted) this.limiter.take(keyOf(kind), attempts[kind], 'too-many-attempts');
    const result = await attempt();
    for (const kind of counted) this.limiter.giveBack(keyOf(kind));
    return result;
  }
}
