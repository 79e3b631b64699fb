import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../core/access/actor.js';
import { CustomersService } from '../customers/customers.service.js';
import { CustomerMergesService } from '../merging/customer-merges.service.js';
import { CustomerPagesService } from '../merging/customer-pages.service.js';
import { MergesService } from '../merging/merges.service.js';
import { RequestReader } from '../requests/request-reader.service.js';
import { SuggestionsService } from '../requests/suggestions.service.js';
import type { Begun } from './demo-tickets.js';

/** What is found to be one, and what turns out to be a privacy request. */
@Injectable()
export class DemoMatters {
  constructor(
    private readonly merges: MergesService,
    private readonly customerMerges: CustomerMergesService,
    private readonly customerPages: CustomerPagesService,
    private readonly customers: CustomersService,
    private readonly reader: RequestReader,
    private readonly suggestions: SuggestionsService,
  ) {}

  async merge(staff: StaffActor, from: Begun, into: Begun): Promise<void> {
    await this.merges.merge(staff, from.id, into.id);
  }

  /** One asks and another one agrees. */
  async mergeCustomers(asker: StaffActor, decider: StaffActor, from: string, into: string): Promise<void> {
    const [[fromId], [intoId]] = [await this.customers.findByEmail(from), await this.customers.findByEmail(into)];
    if (fromId === undefined || intoId === undefined || fromId === intoId) return;
    await this.customerMerges.ask(asker, fromId, intoId);
    for (const { id } of await this.customerPages.waiting(decider)) await this.customerMerges.approve(decider, id);
  }

  /** Opens what was spotted in a conversation. */
  async openRequest(staff: StaffActor, { id }: Begun): Promise<void> {
    while (await this.reader.pass());
    const { rows } = await this.suggestions.of(staff, id);
    for (const { id: offered, type, status } of rows) {
      if (status === 'offered') await this.suggestions.open(staff, offered, { type });
    }
  }
}
