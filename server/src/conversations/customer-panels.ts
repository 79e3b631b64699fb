import type { Customer, CustomerPanel } from '@candour/shared/customers.js';
import { Refused } from '@candour/shared/errors.js';
import { Injectable } from '@nestjs/common';
import { VerificationService } from '../customers/verification.service.js';
import { OrdersService } from '../orders/orders.service.js';
import { Claims } from './claims.js';
import type { ConversationRecord } from './conversation.entity.js';
import { People } from './people.js';

/** Gathers what is known of a conversation's customer, and marks what must not be disclosed to them yet. */
@Injectable()
export class CustomerPanels {
  constructor(
    private readonly people: People,
    private readonly claims: Claims,
    private readonly orders: OrdersService,
    private readonly verification: VerificationService,
  ) {}

  async of(record: ConversationRecord): Promise<CustomerPanel> {
    const { customers } = this.people;
    const [views, claimed, waiting] = await Promise.all([
      customers.view([record.customerId]),
      this.claims.of(record),
      this.verification.waiting([record.id]),
    ]);
    const view = views.get(record.customerId);
    if (!view) throw new Refused('not-found');
    const level = this.verification.levelNow(record.level as 0 | 1 | 2, record.verifiedAt);
    const customer = level > 0 || view.kind === 'visitor' ? view : unproved(view, record);
    const since = await this.since(customer);
    const matches = await this.orders.matches({
      // A customer whom nobody has verified here is not looked up by id: the browser may be another person's.
      customerId: level > 0 ? record.customerId : undefined,
      emailIndex: claimed.email && customers.emailIndex(claimed.email),
      phoneIndex: claimed.phone && customers.phoneIndexSpoken(claimed.phone, record.language),
      number: claimed.orderNumber,
    });
    const code = waiting.get(record.id);
    return {
      customer,
      since,
      claimed,
      level,
      ...(record.verifiedBy ? { verifiedBy: record.verifiedBy } : {}),
      ...(record.verifiedAt === null ? {} : { verifiedAt: record.verifiedAt }),
      ...(code ? { code: { sentAt: code.sentAt, expiresAt: code.expiresAt, to: code.to } } : {}),
      matches: matches.map(({ order, by }) => ({
        order,
        by,
        disclose: level > 0 && order.customerId === record.customerId,
      })),
      ...(record.orderId === null ? {} : { linkedOrderId: record.orderId }),
    };
  }

  /** Whoever ordered before the desk knew of them has been a customer since that order. */
  private async since({ id, kind, createdAt }: Customer): Promise<number> {
    const first = kind === 'identified' ? await this.orders.firstPlaced(id) : undefined;
    return Math.min(createdAt, first ?? createdAt);
  }
}

/** Nothing that the desk knows of somebody stands beside a talk that nobody proved to be theirs (decision 0004). */
const unproved = ({ id }: Customer, { language, createdAt }: ConversationRecord): Customer => ({
  id,
  kind: 'visitor',
  language,
  createdAt,
});
