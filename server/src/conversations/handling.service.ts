import type { ConversationRow, FactCode } from '@candour/shared/conversations.js';
import { Refused } from '@candour/shared/errors.js';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { requireAccess } from '../core/access/access.js';
import type { Actor, StaffActor } from '../core/access/actor.js';
import { Clock } from '../core/clock.js';
import { Database, type Tx } from '../core/database/database.js';
import { ConversationKeys } from './conversation-keys.js';
import { ConversationRecord } from './conversation.entity.js';
import { activeWith, requireMove } from './conversation.rules.js';
import { QueueHooks } from './queue-hooks.service.js';
import { InboxService } from './inbox.service.js';
import { scopeOf } from './scope.rules.js';
import { Moving, type Move } from './moving.service.js';

/** Who has a conversation and in which state it is. */
@Injectable()
export class HandlingService {
  constructor(
    private readonly database: Database,
    private readonly moving: Moving,
    private readonly inbox: InboxService,
    private readonly keys: ConversationKeys,
    private readonly clock: Clock,
    private readonly queue: QueueHooks,
  ) {}

  /**
   * Takes a conversation out of the queue. Of two who ask at once exactly one gets it: the conditional update decides.
   * @throws Refused `conversation-taken` with `by`, `capacity-reached` with `capacity`.
   */
  async take(actor: Actor, id: string): Promise<ConversationRow> {
    const staff = staffOf(actor);
    requireAccess(actor, 'conversation.take', 'P5');
    return this.change(staff, id, 'taken', async (tx, before) => {
      if (before.assigneeId === staff.id) return undefined;
      // The queue is open to all who may take; what was resolved without anybody is not.
      if (before.assigneeId === null && before.status !== 'queued') {
        requireAccess(staff, 'conversation.read', 'P5', { assigneeId: '', queued: false });
      }
      await this.queue.taking(tx, id, staff.id);
      const { affected } = await tx.em.update(
        ConversationRecord,
        { id, assigneeId: IsNull() },
        { assigneeId: staff.id },
      );
      if (affected !== 1) throw new Refused('conversation-taken');
      if (before.status === 'queued') requireMove('queued', 'open');
      return {
        assigneeId: staff.id,
        status: before.status === 'queued' ? 'open' : before.status,
      };
    });
  }

  /**
   * Puts it back at its place in the queue.
   * @throws Refused `move-refused` for one that is over: reopening ends its retention period, releasing would not.
   */
  release(actor: Actor, id: string): Promise<ConversationRow> {
    return this.change(staffOf(actor), id, 'released', async (tx, before) => {
      const { status, waitingSince } = before;
      requireMove(status, 'queued');
      if (status === 'resolved' || status === 'spam') {
        throw new Refused('move-refused', { from: status, to: 'queued' });
      }
      await this.queue.givenBack(tx, before);
      return { assigneeId: null, status: 'queued', waitingSince: waitingSince ?? this.clock.now() };
    });
  }

  /** From here its retention period runs. */
  resolve(actor: Actor, id: string): Promise<ConversationRow> {
    return this.change(staffOf(actor), id, 'resolved', (_, before) => {
      requireMove(before.status, 'resolved');
      return { status: 'resolved' };
    });
  }

  /** @throws Refused `move-refused` for what is under way, and for spam, which is brought back as no spam. */
  reopen(actor: Actor, id: string): Promise<ConversationRow> {
    return this.change(staffOf(actor), id, 'reopened', (_, { status, assigneeId, waitingSince }) => {
      const to = activeWith(assigneeId);
      if (status !== 'resolved' && status !== 'closed') throw new Refused('move-refused', { from: status, to });
      requireMove(status, to);
      return { status: to, waitingSince: waitingSince ?? (to === 'queued' ? this.clock.now() : null) };
    });
  }

  /** One move: checked, written, put on the time line and into the audit, told. `undefined`: nothing to do. */
  private async change(
    staff: StaffActor,
    id: string,
    code: FactCode,
    move: (tx: Tx, before: ConversationRecord) => Move | undefined | Promise<Move | undefined>,
  ): Promise<ConversationRow> {
    const { subject } = await this.keys.of(id);
    await this.database.write(async (tx) => {
      const before = await tx.em.findOneBy(ConversationRecord, { id });
      if (!before) throw new Refused('not-found');
      if (code !== 'taken') {
        requireAccess(staff, 'conversation.reply', 'P5', scopeOf(before, 'reply'));
      }
      const patch = await move(tx, before);
      if (!patch) return;
      const by = { id: staff.id, name: staff.name };
      await this.moving.move(tx, before, patch, { fact: { code, subject, by }, assigneeName: staff.name });
    });
    return this.inbox.row(id);
  }
}

function staffOf(actor: Actor): StaffActor {
  if (actor.kind !== 'staff') throw new Refused('not-allowed');
  return actor;
}
