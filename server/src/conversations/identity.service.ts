import type { Contact } from '@candour/shared/customers.js';
import type { Level } from '@candour/shared/conversations.js';
import { Refused } from '@candour/shared/errors.js';
import { Injectable } from '@nestjs/common';
import type { VisitorActor } from '../core/access/actor.js';
import type { ConversationRecord } from './conversation.entity.js';

/** Who the shop's signed token says the customer is. */
export interface ShopIdentity {
  /** The identified customer with this address, where the desk knows one. */
  readonly customerId: string | undefined;
  readonly contact: Contact;
}

@Injectable()
export class IdentityService {
  async ofShopToken(_: string): Promise<ShopIdentity> {
    throw new Refused('token-invalid');
  }
  async recognise(record: ConversationRecord, _: ShopIdentity): Promise<ConversationRecord> {
    return record;
  }
  async codeWanted(_: string): Promise<boolean> {
    return false;
  }
  async giveContact(_: VisitorActor, _id: string, _c: Contact): Promise<void> {
    throw new Refused('not-allowed');
  }
  async verifyCode(_: VisitorActor, _id: string, _c: string): Promise<Level> {
    throw new Refused('code-wrong');
  }
}
