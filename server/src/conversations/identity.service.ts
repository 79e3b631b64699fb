import type { ConversationStatus, Level } from '@candour/shared/conversations.js';
import type { Contact } from '@candour/shared/customers.js';
import { Refused } from '@candour/shared/errors.js';
import { Injectable } from '@nestjs/common';
import type { VisitorActor } from '../core/access/actor.js';
import { Database } from '../core/database/database.js';
import { VerificationService } from '../customers/verification.service.js';
import { ContactService } from './contact.service.js';
import { ConversationRecord } from './conversation.entity.js';
import { ConversationsService } from './conversations.service.js';
import { CustomerSideChanged } from './conversations.events.js';
import { Lifting } from './lifting.js';
import { People } from './people.js';

const ended: ReadonlySet<ConversationStatus> = new Set(['resolved', 'closed']);

/** Who the shop's signed token says the customer is. */
export interface ShopIdentity {
  /** The identified customer with this address, where the desk knows one. */
  readonly customerId: string | undefined;
  readonly contact: Contact;
}

/** Proving who a customer is: by a code from their mailbox, or by the shop where they are signed in. */
@Injectable()
export class IdentityService {
  constructor(
    private readonly database: Database,
    private readonly conversations: ConversationsService,
    private readonly verification: VerificationService,
    private readonly contacts: ContactService,
    private readonly lifting: Lifting,
    private readonly people: People,
  ) {}

  /** @throws Refused `token-invalid`, `token-expired`, `token-replayed`. */
  async ofShopToken(token: string): Promise<ShopIdentity> {
    const { email, name } = await this.people.shop.accept(token);
    const [customerId] = email === undefined ? [] : await this.people.customers.findByEmail(email);
    return { customerId, contact: { ...(name ? { name } : {}), ...(email ? { email } : {}) } };
  }

  /**
   * Somebody signed in at the shop in the browser of this conversation. It becomes theirs, and verified, unless it
   * must be somebody else's or has ended: then they see nothing of it and begin one of their own (policy R19).
   */
  async recognise(record: ConversationRecord, shop: ShopIdentity): Promise<ConversationRecord | undefined> {
    if (!(await this.mayBeTheirs(record, shop))) return undefined;
    if (record.level > 0) return record;
    const customerId = shop.customerId ?? record.customerId;
    const whose = await this.people.known(customerId);
    return this.database.write((tx) =>
      this.lifting.lift(tx, record.id, {
        customerId,
        by: 'shop-token',
        ...whose,
        name: whose.name ?? shop.contact.name,
      }),
    );
  }

  /** Browsers are shared: what is known of a conversation's customer must not contradict the shop's token. */
  private async mayBeTheirs(record: ConversationRecord, shop: ShopIdentity): Promise<boolean> {
    const { customers, claims } = this.people;
    if (record.level === 0 && ended.has(record.status)) return false;
    const { email } = await claims.of(record);
    const sameAddress =
      email !== undefined && shop.contact.email !== undefined
        ? customers.emailIndex(email) === customers.emailIndex(shop.contact.email)
        : undefined;
    if (sameAddress === false) return false;
    if (record.customerId === shop.customerId) return true;
    const known = (await customers.view([record.customerId])).get(record.customerId)?.kind === 'identified';
    // Proved by somebody, or known to be somebody: theirs only by the address that was proved.
    return known ? false : record.level === 0 || sameAddress === true;
  }

  async codeWanted(conversationId: string): Promise<boolean> {
    return (await this.verification.waiting([conversationId])).has(conversationId);
  }

  /** The customer says how to reach them; unverified. */
  async giveContact(visitor: VisitorActor, conversationId: string, contact: Contact): Promise<void> {
    const record = await this.conversations.requireReadable(visitor, conversationId);
    await this.contacts.note(record, contact, undefined);
  }

  /**
   * The customer types the code from their mailbox.
   * @throws Refused `code-wrong` with `left`, `code-expired`, `too-many-attempts`.
   */
  async verifyCode(visitor: VisitorActor, conversationId: string, code: string): Promise<Level> {
    const record = await this.conversations.requireReadable(visitor, conversationId);
    const waiting = (await this.verification.waiting([conversationId])).get(conversationId);
    const whose = await this.people.known(waiting?.customerId ?? record.customerId);
    const outcome = await this.database.write(async (tx) => {
      const checked = await this.verification.check(tx, conversationId, code);
      if (!checked.right) {
        await this.people.audit.record(tx, {
          actor: visitor,
          verb: 'customer.verification-failed',
          about: [{ type: 'conversation', id: conversationId }],
          subject: whose.subject,
        });
        return checked;
      }
      const { customerId } = checked;
      const { level } = await this.lifting.lift(tx, conversationId, { customerId, by: 'code', ...whose });
      tx.tell(new CustomerSideChanged(conversationId, { codeWanted: false, level }));
      return { ...checked, level: level as Level };
    });
    // A wrong try counts only once it is committed, so the refusal comes after the unit.
    if (!outcome.right)
      throw new Refused(outcome.refusal, outcome.left === undefined ? undefined : { left: outcome.left });
    return outcome.level;
  }
}
