import type { FactCode } from '@candour/shared/conversations.js';
import { newId } from '@candour/shared/ids.js';
import { Injectable } from '@nestjs/common';
import { Clock } from '../core/clock.js';
import type { Tx } from '../core/database/database.js';
import { PolicyService } from '../policy/policy.service.js';
import { ConversationRecord } from './conversation.entity.js';
import { EntryPosted } from './conversations.events.js';
import { MessageLog, viewOf } from './message-log.js';
import type { NewEntry } from './new-entry.js';

export interface Fact {
  /** The customer's salted digest in the audit, asked before the unit. */
  readonly subject: Buffer;
  readonly code: FactCode;
  /** Never personal data. */
  readonly params?: Record<string, string | number>;
  /** Who did it, where it was a person of the staff. */
  readonly by?: { readonly id: string; readonly name: string };
}

/** What happened to a conversation, on its time line, numbered like a message. */
@Injectable()
export class FactLog {
  constructor(
    private readonly log: MessageLog,
    private readonly clock: Clock,
    private readonly policy: PolicyService,
  ) {}

  /** Adds a fact to a conversation that this unit has read and is changing; moves its head on. */
  async add(tx: Tx, conversation: ConversationRecord, { code, params, by, subject }: Fact): Promise<void> {
    const storedAt = this.clock.now();
    const entry: NewEntry = {
      id: newId(storedAt),
      conversationId: conversation.id,
      seq: ++conversation.head,
      kind: 'fact',
      role: by ? 'staff' : 'system',
      authorId: by?.id ?? null,
      clientId: null,
      storedAt,
      body: null,
      keyId: conversation.keyId,
      masks: null,
      detail: { fact: { code, ...(params ? { params } : {}) } },
      policyVersion: this.policy.version(),
      subject,
    };
    await this.log.insert(tx, [entry]);
    tx.tell(new EntryPosted(conversation.id, viewOf(entry, undefined, by?.name)));
  }
}
