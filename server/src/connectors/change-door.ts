import type { Level } from '@candour/shared/conversations.js';
import { Refused } from '@candour/shared/errors.js';
import type { OrderSource } from '@candour/shared/orders.js';
import { Injectable } from '@nestjs/common';
import { requireAccess } from '../core/access/access.js';
import type { StaffActor } from '../core/access/actor.js';
import type { Tx } from '../core/database/database.js';
import { ConversationsService } from '../conversations/conversations.service.js';
import { ConversationUnitsService, replyScope } from '../conversations/conversation-units.service.js';
import { VerificationService } from '../customers/verification.service.js';
import type { Change } from './changes.rules.js';
import { ConnectedShops } from './connected-shops.js';

/** Who may have an order changed, and whether its shop can be told. */
@Injectable()
export class ChangeDoor {
  constructor(
    private readonly conversations: ConversationsService,
    private readonly units: ConversationUnitsService,
    private readonly verification: VerificationService,
    private readonly shops: ConnectedShops,
  ) {}

  /** @throws Refused `not-found`, `not-allowed` for somebody who may not reply there. */
  async requireReadable(staff: StaffActor, conversationId: string): Promise<void> {
    const record = await this.conversations.requireReadable(staff, conversationId);
    requireAccess(staff, 'conversation.reply', 'P5', replyScope(record));
  }

  /**
   * The customer whose order it is has proved again, within the last fifteen minutes and in this conversation, who they
   * are (ground rule 5 of the house).
   * @throws Refused `verification-needed`.
   */
  async requireProved(tx: Tx, conversationId: string, customerId: string): Promise<void> {
    const record = await this.units.row(tx, conversationId);
    if (record?.customerId !== customerId) throw new Refused('verification-needed');
    const level = this.verification.levelNow(record.level as Level, record.verifiedAt);
    if (level < 2) throw new Refused('verification-needed');
  }

  /** Whether the shop is connected, and knows the lines by a number of its own. */
  canSend(source: OrderSource, change: Change): boolean {
    if (!this.shops.of(source)) return false;
    return change.kind !== 'cancel-lines' || change.lines.every(({ externalId }) => externalId !== null);
  }
}
