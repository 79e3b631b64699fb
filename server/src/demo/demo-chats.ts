import type { Contact } from '@candour/shared/customers.js';
import type { Language, Topic } from '@candour/shared/words.js';
import { Injectable } from '@nestjs/common';
import type { VisitorActor } from '../core/access/actor.js';
import { ChatService } from '../conversations/chat.service.js';
import type { ShopIdentity } from '../conversations/identity.service.js';
import { DemoCare } from './demo-care.js';
import { PolicyService } from '../policy/policy.service.js';

interface Beginning {
  readonly startId: string;
  readonly language: Language;
  readonly topic: Topic;
  readonly words: string;
  readonly contact?: Contact | undefined;
  readonly shop?: ShopIdentity | undefined;
}

/** Begins the demonstration's chats as a browser would. */
@Injectable()
export class DemoChats {
  constructor(
    private readonly chat: ChatService,
    private readonly policy: PolicyService,
    readonly care: DemoCare,
  ) {}

  /** A start that was answered before is answered alike. */
  async begin({ startId, language, topic, words, contact, shop }: Beginning): Promise<{
    id: string;
    ended: boolean;
    visitor: VisitorActor;
  }> {
    const policyVersion = this.policy.current().id;
    const message = { clientId: `${startId.slice(0, 30)}-1`, text: words };
    const ask = { startId, topic, language, policyVersion, message, ...(contact ? { contact } : {}) };
    const { started, visitor } = await this.chat.start(ask, undefined, shop, () => undefined);
    const { id, status } = started.conversation;
    return { id, ended: status === 'resolved' || status === 'closed', visitor };
  }
}
