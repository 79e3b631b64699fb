import type { Contact, CustomerPanel, LinkOrder, SendCode } from '@candour/shared/customers.js';
import { Refused } from '@candour/shared/errors.js';
import { Injectable } from '@nestjs/common';
import { AccessTrail } from '../audit/access-trail.service.js';
import { requireAccess } from '../core/access/access.js';
import type { Actor, StaffActor } from '../core/access/actor.js';
import { CodeSending } from './code-sending.js';
import { ContactService } from './contact.service.js';
import { ConversationRecord } from './conversation.entity.js';
import { ConversationsService } from './conversations.service.js';
import { CustomerPanels } from './customer-panels.js';
import { OrderLinking } from './order-linking.js';
import { scopeOf } from './scope.rules.js';

/** What stands beside a conversation: the customer, what they claim, their orders, and what may be said of them. */
@Injectable()
export class BesideService {
  constructor(
    private readonly conversations: ConversationsService,
    private readonly panels: CustomerPanels,
    private readonly contacts: ContactService,
    private readonly sending: CodeSending,
    private readonly linking: OrderLinking,
    private readonly readings: AccessTrail,
  ) {}

  /** Each reading stands in the audit, with how many orders it showed (policy R8). */
  async panel(actor: Actor, id: string): Promise<CustomerPanel> {
    const record = await this.readable(actor, id);
    const panel = await this.panels.of(record);
    await this.readings.note({
      actor,
      verb: 'customer.read',
      purpose: 'P2',
      about: [{ type: 'conversation', id }],
      customerId: record.customerId,
      rows: panel.matches.map(({ order }) => order.id),
    });
    return panel;
  }

  /** The agent notes what the customer says; matches are looked up again. */
  async note(actor: Actor, id: string, contact: Contact): Promise<CustomerPanel> {
    const record = await this.readable(actor, id);
    const staff = worker(actor, record);
    await this.contacts.note(record, contact, staff);
    return this.panel(actor, id);
  }

  /** @throws Refused `no-address`, `too-many-requests`, `not-found` for an order that matches nothing said here. */
  async sendCode(actor: Actor, id: string, { orderId }: SendCode): Promise<CustomerPanel> {
    const record = await this.readable(actor, id);
    requireAccess(actor, 'customer.verify', 'P2', { ...scopeOf(record, 'reply'), categories: ['C1'] });
    await this.sending.send(worker(actor, record), record, await this.panels.of(record), orderId);
    return this.panel(actor, id);
  }

  /** Links an order to the conversation, which then runs under the order's period; `null` takes the link away. */
  async link(actor: Actor, id: string, { orderId }: LinkOrder): Promise<CustomerPanel> {
    const record = await this.readable(actor, id);
    await this.linking.link(worker(actor, record), record, orderId);
    return this.panel(actor, id);
  }

  private async readable(actor: Actor, id: string): Promise<ConversationRecord> {
    requireAccess(actor, 'customer.find', 'P2', { categories: ['C1'] });
    return this.conversations.requireReadable(actor, id);
  }
}

/** Whoever changes something beside a conversation may also reply in it. */
function worker(actor: Actor, record: ConversationRecord): StaffActor {
  requireAccess(actor, 'conversation.reply', 'P5', scopeOf(record, 'reply'));
  if (actor.kind !== 'staff') throw new Refused('not-allowed');
  return actor;
}
