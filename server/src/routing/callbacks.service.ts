import type { ConversationRow } from '@candour/shared/conversations.js';
import { Refused } from '@candour/shared/errors.js';
import type { CallMade } from '@candour/shared/routing.js';
import { Injectable } from '@nestjs/common';
import { requireAccess } from '../core/access/access.js';
import type { Actor } from '../core/access/actor.js';
import { Clock } from '../core/clock.js';
import { Database } from '../core/database/database.js';
import { ConversationUnitsService, replyScope } from '../conversations/conversation-units.service.js';
import { InboxService } from '../conversations/inbox.service.js';
import { Moving } from '../conversations/moving.service.js';

/** Customers who left the queue for a call: somebody rings them up, and says here what came of it. */
@Injectable()
export class CallbacksService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly units: ConversationUnitsService,
    private readonly moving: Moving,
    private readonly inbox: InboxService,
  ) {}

  /**
   * A call in which they spoke is an answer like a message: nobody waits any more. One that reached nobody is a fact.
   * @throws Refused `not-found` where no call was asked for, `not-allowed`, `move-refused` where nobody has it or it is
   * over.
   */
  async made(actor: Actor, id: string, { reached }: CallMade): Promise<ConversationRow> {
    if (actor.kind !== 'staff') throw new Refused('not-allowed');
    const { subject } = await this.units.known(id);
    await this.database.write(async (tx) => {
      const record = await this.units.row(tx, id);
      if (!record) throw new Refused('not-found');
      requireAccess(actor, 'conversation.reply', 'P5', replyScope(record));
      if (record.answerBy !== 'callback') throw new Refused('not-found');
      const { status, firstReplyAt } = record;
      if (status !== 'open' && status !== 'pending') throw new Refused('move-refused', { from: status, to: 'open' });
      const by = { id: actor.id, name: actor.name };
      const fact = { code: reached ? 'called' : 'call-missed', subject, by } as const;
      const move = reached ? { waitingSince: null, firstReplyAt: firstReplyAt ?? this.clock.now() } : {};
      await this.moving.move(tx, record, move, { fact });
    });
    return this.inbox.row(id);
  }
}
