import type { ConversationRow } from '@candour/shared/conversations.js';
import { Refused } from '@candour/shared/errors.js';
import { Injectable } from '@nestjs/common';
import { Clock } from '../core/clock.js';
import type { Tx } from '../core/database/database.js';
import { ConversationRecord } from './conversation.entity.js';
import { activeWith, endStates, requireMove } from './conversation.rules.js';
import { ConversationChanged } from './conversations.events.js';
import { Dues } from './dues.js';
import { FactLog, type Fact } from './facts.js';
import { seenAcross } from './scope.rules.js';

/** What a move may change. Everything else follows from it. */
export type Move = Partial<
  Pick<
    ConversationRecord,
    | 'status'
    | 'assigneeId'
    | 'safetySince'
    | 'takenAt'
    | 'teamId'
    | 'topic'
    | 'reason'
    | 'waitingSince'
    | 'firstReplyAt'
    | 'snoozedUntil'
    | 'nudgedAt'
  >
>;

export interface Moved {
  /** What stands on the time line of it. */
  readonly fact?: Fact | undefined;
  /** Name of whoever has it now, where that changes. */
  readonly assigneeName?: string | undefined;
  /** The caller's own rules allow it, whatever the moves say: it puts back what was there, or closes what was merged. */
  readonly back?: boolean | undefined;
}

/**
 * The one way in which a conversation changes hands or state, but for what a message does to it: the move, its fact on
 * the time line, its retention period, its pauses and what is due are written together. What is allowed is decided by
 * the caller, on the row that its unit has read.
 */
@Injectable()
export class Moving {
  constructor(
    private readonly facts: FactLog,
    private readonly dues: Dues,
    private readonly clock: Clock,
  ) {}

  /** Under way, with whoever has it or in the queue. */
  readonly activeWith = activeWith;

  /**
   * Answers the row as it stands afterwards.
   * @throws Refused `move-refused`, `conversation-closed`; `matter-stands` where somebody may have been hurt and no
   * supervisor has looked yet (house rules, 17).
   */
  async move(
    tx: Tx,
    before: ConversationRecord,
    move: Move,
    { fact, assigneeName, back }: Moved,
  ): Promise<ConversationRecord> {
    const now = this.clock.now();
    if (move.status !== undefined && move.status !== before.status) {
      if (!back) requireMove(before.status, move.status);
      if (endStates.has(move.status) && before.safetySince !== null) throw new Refused('matter-stands');
    }
    const after: ConversationRecord = { ...before, ...move };
    if (after.status !== 'snoozed') after.snoozedUntil = null;
    if (after.assigneeId !== before.assigneeId && !('takenAt' in move)) {
      after.takenAt = after.assigneeId === null ? null : now;
    }
    if (after.status !== before.status) {
      const over = endStates.has(after.status);
      // What is resolved and then closed, or spam, has ended once: its period runs from there.
      if (over && before.resolvedAt === null) after.resolvedAt = after.anchorAt = now;
      if (!over) after.resolvedAt = after.anchorAt = null;
      if (over) after.waitingSince = null;
      if (after.status !== 'closed') after.lastAt = now;
    } else after.lastAt = now;
    const due = this.dues.follow(after, before.status, now);
    if (fact) await this.facts.add(tx, after, fact);
    const { status, assigneeId, safetySince, takenAt, teamId, topic, reason, nudgedAt, head, lastAt } = after;
    const { waitingSince, firstReplyAt, snoozedUntil, resolvedAt, anchorAt } = after;
    const { pausedSince, pausedMs, dueAt, alarmAt } = after;
    await tx.em.update(
      ConversationRecord,
      { id: before.id },
      {
        ...{ status, assigneeId, safetySince, takenAt, teamId, topic, reason, nudgedAt, head, lastAt },
        ...{ waitingSince, firstReplyAt, snoozedUntil, resolvedAt, anchorAt },
        ...{ pausedSince, pausedMs, dueAt, alarmAt },
      },
    );
    const row: Partial<ConversationRow> = {
      status,
      head,
      lastAt,
      waitingSince: waitingSince ?? undefined,
      snoozedUntil: snoozedUntil ?? undefined,
      due,
      ...(teamId === before.teamId ? {} : { teamId: teamId ?? undefined }),
      ...(topic === before.topic ? {} : { topic }),
      ...(reason === before.reason ? {} : { reason: reason ?? undefined }),
    };
    // Whoever saw it in the queue, or had it, may read it no more.
    if (assigneeId !== before.assigneeId || (before.status === 'queued' && assigneeId === null)) {
      row.assignee = assigneeId === null ? undefined : { id: assigneeId, name: assigneeName ?? '' };
    }
    tx.tell(new ConversationChanged(before.id, row, seenAcross(before, after)));
    return after;
  }
}
