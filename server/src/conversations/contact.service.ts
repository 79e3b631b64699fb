import type { Contact } from '@candour/shared/customers.js';
import { Refused } from '@candour/shared/errors.js';
import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../core/access/actor.js';
import { Database } from '../core/database/database.js';
import { CustomersService } from '../customers/customers.service.js';
import { Claims, maskedContact } from './claims.js';
import { ConversationKeys } from './conversation-keys.js';
import { ConversationRecord } from './conversation.entity.js';
import { FactLog } from './facts.js';

/** Keeps what a customer says of themselves, whoever writes it down. */
@Injectable()
export class ContactService {
  constructor(
    private readonly database: Database,
    private readonly keys: ConversationKeys,
    private readonly claims: Claims,
    private readonly customers: CustomersService,
    private readonly facts: FactLog,
  ) {}

  /**
   * Adds to what was claimed before; the caller has checked the access.
   * @throws Refused `not-found` where the conversation has gone meanwhile.
   */
  async note(record: ConversationRecord, given: Contact, by: StaffActor | undefined): Promise<void> {
    const contact = maskedContact(given);
    const { key, subject } = await this.keys.of(record.id);
    const prepared = await this.customers.prepareContact(record.customerId, contact, record.language);
    await this.database.write(async (tx) => {
      const current = await tx.em.findOneBy(ConversationRecord, { id: record.id });
      if (!current) throw new Refused('not-found');
      await this.customers.changeContact(tx, prepared);
      const claimed = this.claims.seal(key, record.id, { ...this.claims.open(key, current), ...contact });
      await this.facts.add(tx, current, {
        code: 'contact-given',
        subject,
        ...(by ? { by: { id: by.id, name: by.name } } : {}),
      });
      await tx.em.update(ConversationRecord, { id: record.id }, { claimed, head: current.head });
    });
  }
}
