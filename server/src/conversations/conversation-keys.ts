import { Refused } from '@candour/shared/errors.js';
import { Injectable } from '@nestjs/common';
import { Clock } from '../core/clock.js';
import { Database } from '../core/database/database.js';
import { AgingCache } from '../core/vault/aging-cache.js';
import type { DataKey } from '../core/vault/sealing.js';
import { Vault } from '../core/vault/vault.js';

/** What never changes of a conversation, kept at hand for the next message. */
export interface KnownConversation {
  readonly key: DataKey;
  /** The customer's salted digest in the audit. */
  readonly subject: Buffer;
}

const CACHE = 20_000;

/** The data key of each conversation, without a query for each message. Access is decided in the unit, on the row. */
@Injectable()
export class ConversationKeys {
  /** It ages, for another node may have given the conversation to somebody else, or shredded its key. */
  private readonly known: AgingCache<KnownConversation>;

  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    clock: Clock,
  ) {
    this.known = new AgingCache(clock, CACHE);
  }

  cached(conversationId: string): KnownConversation | undefined {
    return this.known.get(conversationId);
  }

  /** @throws Refused `not-found` when there is no such conversation, or its key was shredded. */
  async of(conversationId: string): Promise<KnownConversation> {
    const cached = this.known.get(conversationId);
    if (cached) return cached;
    const [row] = await this.database.read<{ keyId: string; customerId: string }[]>((em) =>
      em.query('SELECT key_id AS "keyId", customer_id AS "customerId" FROM conversations WHERE id = $1', [
        conversationId,
      ]),
    );
    const key = row && (await this.vault.keys([row.keyId])).get(row.keyId);
    if (!key) throw new Refused('not-found');
    const found = { key, subject: await this.vault.subjectDigest(row.customerId) };
    this.remember(conversationId, found);
    return found;
  }

  remember(conversationId: string, found: KnownConversation): void {
    this.known.set(conversationId, found);
  }

  forgetAll(): void {
    this.known.clear();
  }

  forget(conversationId: string): void {
    this.known.delete(conversationId);
  }
}
