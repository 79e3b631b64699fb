import type { ConversationRow, ConversationStatus, FactCode } from '@candour/shared/conversations.js';
import { Refused } from '@candour/shared/errors.js';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { requireAccess } from '../core/access/access.js';
import type { Actor, StaffActor } from '../core/access/actor.js';
import { Clock } from '../core/clock.js';
import { Database, type Tx } from '../core/database/database.js';
import { ConversationKeys } from './conversation-keys.js';
import { ConversationRecord } from './conversation.entity.js';
import { requireMove } from './conversation.rules.js';
import { ConversationChanged } from './conversations.events.js';
import { FactLog } from './facts.js';
import { InboxService } from './inbox.service.js';

/** Who has a conversation and in which state it is. */
@Injectable()
export class HandlingService {
  constructor(
    private readonly database: Database,
    private readonly facts: FactLog,
    private readonly inbox: InboxService,
    private readonly keys: ConversationKeys,
    private readonly clock: Clock,
  ) {}

  /**
   * Takes a conversation out of the queue. Of two who ask at once exactly one gets it: the conditional update decides.
   * @throws Refused `conversation-taken` with `by`.
   */
  async take(actor: Actor, id: string): Promise<ConversationRow> {
    const staff = staffOf(actor);
    requireAccess(actor, 'conversation.take', 'P5');
    await this.change(staff, id, 'taken', async (tx, before) => {
      if (before.assigneeId === staff.id) return undefined;
      // The queue is open to all who may take; what was resolved without anybody is not.
      if (before.assigneeId === null && before.status !== 'queued') {
        requireAccess(staff, 'conversation.read', 'P5', { assigneeId: '', queued: false });
      }
      const { affected } = await tx.em.update(
        ConversationRecord,
        { id, assigneeId: IsNull() },
        { assigneeId: staff.id },
      );
      if (affected !== 1) throw new Refused('conversation-taken');
      if (before.status === 'queued') requireMove('queued', 'open');
      return {
        assigneeId: staff.id,
        takenAt: this.clock.now(),
        status: before.status === 'queued' ? 'open' : before.status,
      };
    });
    return this.inbox.row(id);
  }

  /**
   * Puts it back at its place in the queue.
   * @throws Refused `move-refused` for one that is over: reopening ends its retention period, releasing would not.
   */
  async release(actor: Actor, id: string): Promise<ConversationRow> {
    await this.change(staffOf(actor), id, 'released', async (_, before) => {
      requireMove(before.status, 'queued');
      if (before.status === 'resolved') throw new Refused('move-refused', { from: 'resolved', to: 'queued' });
      return { assigneeId: null, status: 'queued', waitingSince: before.waitingSince ?? this.clock.now() };
    });
    return this.inbox.row(id);
  }

  /** From here its retention period runs. */
  async resolve(actor: Actor, id: string): Promise<ConversationRow> {
    await this.change(staffOf(actor), id, 'resolved', async (_, before) => {
      requireMove(before.status, 'resolved');
      const now = this.clock.now();
      return { status: 'resolved', waitingSince: null, resolvedAt: now, anchorAt: now };
    });
    return this.inbox.row(id);
  }

  async reopen(actor: Actor, id: string): Promise<ConversationRow> {
    await this.change(staffOf(actor), id, 'reopened', async (_, before) => {
      const status: ConversationStatus = before.assigneeId === null ? 'queued' : 'open';
      requireMove(before.status, status);
      return { status, resolvedAt: null, anchorAt: null };
    });
    return this.inbox.row(id);
  }

  /** One move: checked, written, put on the time line and into the audit, told. `undefined`: nothing to do. */
  private async change(
    staff: StaffActor,
    id: string,
    code: FactCode,
    move: (tx: Tx, before: ConversationRecord) => Promise<Partial<ConversationRecord> | undefined>,
  ): Promise<void> {
    const { subject } = await this.keys.of(id);
    await this.database.write(async (tx) => {
      const before = await tx.em.findOneBy(ConversationRecord, { id });
      if (!before) throw new Refused('not-found');
      if (code !== 'taken') {
        requireAccess(staff, 'conversation.reply', 'P5', {
          assigneeId: before.assigneeId ?? '',
          queued: before.status === 'queued',
        });
      }
      const patch = await move(tx, before);
      if (!patch) return;
      const after = { ...before, ...patch };
      await this.facts.add(tx, after, { code, subject, by: { id: staff.id, name: staff.name } });
      await tx.em.update(ConversationRecord, { id }, { ...patch, head: after.head, lastAt: this.clock.now() });
      tx.tell(
        new ConversationChanged(
          id,
          {
            status: after.status,
            assignee: after.assigneeId === null ? undefined : { id: staff.id, name: staff.name },
            waitingSince: after.waitingSince ?? undefined,
            head: after.head,
          },
          {
            queue: before.status === 'queued' || after.status === 'queued',
            assignees: [...new Set([before.assigneeId, after.assigneeId])].filter((one) => one !== null),
          },
        ),
      );
    });
  }
}

function staffOf(actor: Actor): StaffActor {
  if (actor.kind !== 'staff') throw new Refused('not-allowed');
  return actor;
}
