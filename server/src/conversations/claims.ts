import { Contact } from '@candour/shared/customers.js';
import { Injectable } from '@nestjs/common';
import { inspect, maskText } from '../core/guard/guard.rules.js';
import type { DataKey } from '../core/vault/sealing.js';
import { Vault } from '../core/vault/vault.js';
import type { ConversationRecord } from './conversation.entity.js';

const place = (id: string) => ({ table: 'conversations', row: id, column: 'claimed' });

/** What a customer says of themselves in a conversation, sealed with it. A claim proves nothing. */
@Injectable()
export class Claims {
  constructor(private readonly vault: Vault) {}

  seal(key: DataKey, conversationId: string, contact: Contact): Buffer | null {
    if (Object.keys(contact).length === 0) return null;
    return this.vault.seal(key, place(conversationId), JSON.stringify(contact));
  }

  async of(conversation: Pick<ConversationRecord, 'id' | 'keyId' | 'claimed'>): Promise<Contact> {
    if (!conversation.claimed) return {};
    const key = (await this.vault.keys([conversation.keyId])).get(conversation.keyId);
    return key ? this.open(key, conversation) : {};
  }

  /** The same inside a unit, which never waits for the key store. */
  open(key: DataKey, { id, claimed }: Pick<ConversationRecord, 'id' | 'claimed'>): Contact {
    return claimed ? Contact.parse(JSON.parse(this.vault.open(key, place(id), claimed))) : {};
  }
}

/** Cards and secrets are masked in every word a customer gives, not only in messages. */
export function maskedContact(contact: Contact): Contact {
  const entries = Object.entries(contact).map(([name, value]) => [name, maskText(value, inspect(value).spans).text]);
  return Object.fromEntries(entries) as Contact;
}
