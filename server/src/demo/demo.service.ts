import { Refused } from '@candour/shared/errors.js';
import type { ShopCustomer, ShopMailbox, ShopOrders } from '@candour/shared/shop.js';
import { Injectable } from '@nestjs/common';
import { CustomersService } from '../customers/customers.service.js';
import { MailOutbox } from '../core/mail/outbox.service.js';
import { ShopTokensService } from '../customers/shop-token.service.js';
import { OrdersService } from '../orders/orders.service.js';
import { demoCustomers, type DemoCustomer } from './people.data.js';

/** The server side of the demonstration shop, as a real shop would have its own. Never there without `DEMO`. */
@Injectable()
export class DemoService {
  constructor(
    private readonly customers: CustomersService,
    private readonly tokens: ShopTokensService,
    private readonly orders: OrdersService,
    private readonly outbox: MailOutbox,
  ) {}

  list(): ShopCustomer[] {
    return [...demoCustomers];
  }

  /** @throws Refused `not-found`. */
  token(id: string): string {
    const { email, name } = customer(id);
    return this.tokens.make({ sub: id, email, name });
  }

  /** @throws Refused `not-found`. */
  async ordersOf(id: string): Promise<ShopOrders> {
    const [customerId] = await this.customers.findByEmail(customer(id).email);
    const found = customerId === undefined ? [] : await this.orders.matches({ customerId });
    return { rows: found.map(({ order }) => order) };
  }

  /** What the desk wrote to them, codes included: the mailbox is theirs. @throws Refused `not-found`. */
  async mailboxOf(id: string): Promise<ShopMailbox> {
    return { rows: await this.outbox.mailboxOf(customer(id).email) };
  }
}

function customer(id: string): DemoCustomer {
  const found = demoCustomers.find((one) => one.id === id);
  if (!found) throw new Refused('not-found');
  return found;
}
