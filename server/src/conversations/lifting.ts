import { Refused } from '@candour/shared/errors.js';
import { Injectable } from '@nestjs/common';
import { system } from '../core/access/actor.js';
import { Clock } from '../core/clock.js';
import type { Tx } from '../core/database/database.js';
import { CustomersService } from '../customers/customers.service.js';
import { ConversationRecord } from './conversation.entity.js';
import { ConversationChanged } from './conversations.events.js';
import { FactLog } from './facts.js';
import { seenNow } from './scope.rules.js';

export interface Proof {
  /** Whom the conversation's customer turned out to be; their own id when nobody else. */
  readonly customerId: string;
  readonly by: 'code' | 'shop-token';
  /** `AuditTrail.subject` of that customer, asked before the unit. */
  readonly subject: Buffer;
  /** What they are called, where that is known; the inbox then shows it at once. */
  readonly name?: string | undefined;
}

/** Lifts "do not disclose": the conversation's customer has proved who they are. */
@Injectable()
export class Lifting {
  constructor(
    private readonly clock: Clock,
    private readonly customers: CustomersService,
    private readonly facts: FactLog,
  ) {}

  /**
   * To verification level 1; to level 2 where they were verified before and prove it again by a code, which holds for a
   * quarter of an hour. In the caller's unit. Answers the conversation as it is afterwards.
   */
  async lift(tx: Tx, id: string, { customerId, by, subject, name }: Proof): Promise<ConversationRecord> {
    const before = await tx.em.findOneBy(ConversationRecord, { id });
    if (!before) throw new Refused('not-found');
    const level = before.level > 0 && before.customerId === customerId && by === 'code' ? 2 : 1;
    if (before.customerId !== customerId) {
      await this.customers.identify(tx, {
        from: before.customerId,
        to: customerId,
        actor: system('verification'),
        subject,
      });
    }
    const record = await tx.em.findOneByOrFail(ConversationRecord, { id });
    await this.facts.add(tx, record, { code: 'verified', params: { by, level }, subject });
    const now = this.clock.now();
    const lifted = {
      level,
      verifiedBy: by,
      verifiedAt: now,
      head: record.head,
      lastAt: now,
    };
    await tx.em.update(ConversationRecord, { id }, lifted);
    const after = { ...record, ...lifted };
    tx.tell(
      new ConversationChanged(
        id,
        { head: after.head, customer: { id: customerId, level, ...(name ? { name } : {}) } },
        seenNow(after),
      ),
    );
    return after;
  }
}
