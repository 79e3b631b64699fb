import type { CustomerPanel } from '@candour/shared/customers.js';
import { Refused } from '@candour/shared/errors.js';
import { MINUTE } from '@candour/shared/instant.js';
import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../core/access/actor.js';
import { Database } from '../core/database/database.js';
import { MailOutbox } from '../core/mail/outbox.service.js';
import { oneTimeCode } from '../core/mail/templates/one-time-code.js';
import { VerificationService } from '../customers/verification.service.js';
import { OrdersService } from '../orders/orders.service.js';
import { ConversationRecord } from './conversation.entity.js';
import { CustomerSideChanged } from './conversations.events.js';
import { FactLog } from './facts.js';
import { People } from './people.js';

/** Sends a one-time code: the code, its mail and the fact on the time line are one unit. */
@Injectable()
export class CodeSending {
  constructor(
    private readonly database: Database,
    private readonly verification: VerificationService,
    private readonly orders: OrdersService,
    private readonly outbox: MailOutbox,
    private readonly facts: FactLog,
    private readonly people: People,
  ) {}

  /** @throws Refused `no-address`, `not-found`, `too-many-requests`. */
  async send(
    staff: StaffActor,
    record: ConversationRecord,
    panel: CustomerPanel,
    orderId: string | undefined,
  ): Promise<void> {
    const { policyVersion } = record;
    const order = orderId === undefined ? undefined : panel.matches.find((match) => match.order.id === orderId)?.order;
    if (orderId !== undefined && !order) throw new Refused('not-found');
    const customerId = order?.customerId ?? (record.level > 0 ? record.customerId : await this.claimant(panel));
    const code = await this.verification.prepare({
      conversationId: record.id,
      customerId,
      policyVersion,
      ...(order ? { order: { id: order.id, email: await this.orders.emailOf(order.id) } } : {}),
    });
    const mail = await this.outbox.prepare({
      ...oneTimeCode(record.language, {
        code: code.code,
        minutes: (code.expiresAt - code.row.createdAt) / MINUTE,
        sender: this.people.sender,
      }),
      ownerId: customerId,
      to: code.to,
      policyVersion,
      expiresAt: code.expiresAt,
    });
    // Made here, before any unit needs it: the code's reader will be known to the audit by it.
    const subject = await this.people.audit.subject(customerId);
    await this.database.write(async (tx) => {
      const current = await tx.em.findOneByOrFail(ConversationRecord, { id: record.id });
      await this.verification.send(tx, code);
      await this.outbox.queue(tx, mail);
      await this.facts.add(tx, current, { code: 'code-sent', subject, by: { id: staff.id, name: staff.name } });
      await tx.em.update(ConversationRecord, { id: record.id }, { head: current.head });
      tx.tell(new CustomerSideChanged(record.id, { codeWanted: true }));
    });
  }

  /** The one identified customer whose kept address equals the claimed one. */
  private async claimant({ claimed }: CustomerPanel): Promise<string> {
    const [customerId] = claimed.email === undefined ? [] : await this.people.customers.findByEmail(claimed.email);
    if (customerId === undefined) throw new Refused('no-address');
    return customerId;
  }
}
