import type { FactCode } from '@candour/shared/conversations.js';
import { Refused } from '@candour/shared/errors.js';
import type { Topic } from '@candour/shared/words.js';
import { Injectable } from '@nestjs/common';
import { Clock } from '../core/clock.js';
import type { Tx } from '../core/database/database.js';
import { ConversationKeys } from './conversation-keys.js';
import { ConversationRecord } from './conversation.entity.js';
import { endStates, headOfQueue, requireMove } from './conversation.rules.js';
import { Moving } from './moving.service.js';

/** What stands on the time line of a move; `subject` comes from `subjectOf`, asked before the unit. */
export interface MoveFact {
  readonly code: FactCode;
  readonly subject: Buffer;
  /** Never personal data. */
  readonly params?: Record<string, string | number>;
  readonly by?: { readonly id: string; readonly name: string };
}

export interface ToQueue {
  /** Another team's queue; null: nobody's own. Not named, it stays in the one it was in. */
  readonly teamId?: string | null | undefined;
  readonly topic?: Topic | undefined;
  /** Before all who stand there, for its customer was served already; else by how long it has waited. */
  readonly head: boolean;
  readonly fact?: MoveFact | undefined;
}

/** The moves of conversations between the queue and people, for whoever routes them, inside a unit of theirs. */
@Injectable()
export class QueueService {
  constructor(
    private readonly clock: Clock,
    private readonly keys: ConversationKeys,
    private readonly moving: Moving,
  ) {}

  /** The customer's digest in the audit, which a unit must not wait for. @throws Refused `not-found`. */
  async subjectOf(conversationId: string): Promise<Buffer> {
    return (await this.keys.of(conversationId)).subject;
  }

  /**
   * Puts a conversation back, or moves it within the queue. Who waits since an earlier instant keeps it.
   * @throws Refused `not-found`, `conversation-closed`, or `move-refused` for one that is over.
   */
  async toQueue(tx: Tx, id: string, { teamId, topic, head, fact }: ToQueue): Promise<void> {
    const before = await tx.em.findOneBy(ConversationRecord, { id });
    if (!before) throw new Refused('not-found');
    if (before.status !== 'queued') requireMove(before.status, 'queued');
    if (endStates.has(before.status)) throw new Refused('move-refused', { from: before.status, to: 'queued' });
    const since = before.waitingSince ?? this.clock.now();
    const back = {
      status: 'queued',
      assigneeId: null,
      waitingSince: head ? headOfQueue(since, await oldestBut(tx, id)) : since,
      ...(teamId === undefined ? {} : { teamId }),
      // A reason belongs to its topic.
      ...(topic === undefined || topic === before.topic ? {} : { topic, reason: null }),
    } as const;
    await this.moving.move(tx, before, back, { fact });
  }
}

async function oldestBut(tx: Tx, id: string): Promise<number | undefined> {
  const first = await tx.em.find(ConversationRecord, {
    select: { id: true, waitingSince: true },
    where: { status: 'queued' },
    order: { waitingSince: 'ASC', id: 'ASC' },
    take: 2,
  });
  return first.find((one) => one.id !== id)?.waitingSince ?? undefined;
}
