import type { WhyAnswer } from '@candour/shared/conversations.js';
import { Refused } from '@candour/shared/errors.js';
import { Injectable } from '@nestjs/common';
import { requireAccess } from '../core/access/access.js';
import type { Actor } from '../core/access/actor.js';
import { Database } from '../core/database/database.js';
import { PolicyService } from '../policy/policy.service.js';
import { BearingsService } from './bearings.service.js';
import { EntryRecord } from './conversation.entity.js';
import { ConversationsService } from './conversations.service.js';
import { scopeOf } from './scope.rules.js';

/** "Why is this here?": the policy's answer about one entry, now (policy R38). */
@Injectable()
export class WhyService {
  constructor(
    private readonly database: Database,
    private readonly conversations: ConversationsService,
    private readonly bearings: BearingsService,
    private readonly policy: PolicyService,
  ) {}

  /** @throws Refused `not-found`, `not-allowed`. */
  async why(actor: Actor, conversationId: string, seq: number): Promise<WhyAnswer> {
    const conversation = await this.conversations.requireReadable(actor, conversationId);
    requireAccess(actor, 'conversation.explain', 'P5', scopeOf(conversation, 'read'));
    const entry = await this.database.read((em) => em.findOneBy(EntryRecord, { conversationId, seq }));
    if (!entry) throw new Refused('not-found');
    const facts = await this.database.read((em) => this.bearings.facts(em, [conversation]));
    // An entry has no period of its own: it goes with its conversation, under the conversation's class.
    const { policyVersion, category, source, purpose } = entry;
    const { retentionClass, anchorAt } = conversation;
    const evidence = { policyVersion, category, source, purpose, retentionClass, anchorAt };
    return { seq, decision: this.policy.decide(evidence, facts.get(conversationId) ?? {}) };
  }
}
