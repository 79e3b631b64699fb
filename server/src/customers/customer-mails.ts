import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Tx } from '../core/database/database.js';
import { MailRecord } from '../core/mail/mail.entity.js';
import { VerificationCode } from './verification-code.entity.js';
import { CustomerParts, type CustomerPart } from './customer-parts.service.js';

/** The mails and codes of a visitor follow them to the customer they turn out to be, as the keys that seal them do. */
@Injectable()
export class CustomerMails implements CustomerPart, OnModuleInit {
  constructor(private readonly parts: CustomerParts) {}

  onModuleInit(): void {
    this.parts.register(this);
  }

  async merge(tx: Tx, from: string, to: string): Promise<void> {
    await tx.em.update(MailRecord, { ownerId: from }, { ownerId: to });
    await tx.em.update(VerificationCode, { customerId: from }, { customerId: to });
  }

  /** They outlive nobody: each goes on its own date, and keeps no customer. */
  uses(): Promise<readonly string[]> {
    return Promise.resolve([]);
  }
}
