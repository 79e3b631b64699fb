import type { AnswerBy, FactCode } from '@candour/shared/conversations.js';
import { Refused } from '@candour/shared/errors.js';
import type { Topic } from '@candour/shared/words.js';
import { Injectable } from '@nestjs/common';
import { requireAccess } from '../core/access/access.js';
import type { StaffActor } from '../core/access/actor.js';
import { Clock } from '../core/clock.js';
import type { Tx } from '../core/database/database.js';
import { ConversationKeys } from './conversation-keys.js';
import { ConversationRecord } from './conversation.entity.js';
import { endStates, headOfQueue, requireMove } from './conversation.rules.js';
import { ConversationChanged, CustomerSideChanged } from './conversations.events.js';
import { FactLog } from './facts.js';
import { QueueHooks } from './queue-hooks.service.js';
import { Moving } from './moving.service.js';
import { scopeOf } from './scope.rules.js';

/** What stands on the time line of a move; `subject` comes from `subjectOf`, asked before the unit. */
export interface MoveFact {
  readonly code: FactCode;
  readonly subject: Buffer;
  /** Never personal data. */
  readonly params?: Record<string, string | number>;
  readonly by?: { readonly id: string; readonly name: string };
}

type Person = Readonly<{ id: string; name: string }>;
type GivenOr = 'given' | 'gone' | 'full';

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
    private readonly facts: FactLog,
    private readonly hooks: QueueHooks,
  ) {}

  /** The customer's digest in the audit, which a unit must not wait for. @throws Refused `not-found`. */
  async subjectOf(conversationId: string): Promise<Buffer> {
    return (await this.keys.of(conversationId)).subject;
  }

  /**
   * Gives a waiting conversation to somebody with room for it. One conditional statement decides: of two who are given
   * it, or of two that would fill the same last place, exactly one comes through.
   * @param most chats that they can have at once
   */
  give(tx: Tx, id: string, staff: Person, most: number, subject: Buffer): Promise<GivenOr> {
    return this.giving(tx, id, staff, { most, of: '=' }, { code: 'taken', subject, by: staff });
  }

  /**
   * The same of a ticket, which nobody is asked about: it is assigned, and by nobody.
   * @param most open tickets that they can have and no more are dealt to them
   */
  deal(tx: Tx, id: string, staff: Person, most: number, subject: Buffer): Promise<GivenOr> {
    return this.giving(tx, id, staff, { most, of: '<>' }, { code: 'assigned', subject });
  }

  private async giving(
    tx: Tx,
    id: string,
    staff: Person,
    { most, of }: { readonly most: number; readonly of: '=' | '<>' },
    fact: MoveFact,
  ): Promise<GivenOr> {
    const before = await tx.em.findOneBy(ConversationRecord, { id });
    if (before?.status !== 'queued' || before.assigneeId !== null) return 'gone';
    const { affected } = await tx.em
      .createQueryBuilder()
      .update(ConversationRecord)
      .set({ assigneeId: staff.id, status: 'open' })
      .where(`id = :id AND status = 'queued' AND assignee_id IS NULL`, { id })
      .andWhere(
        `(SELECT COUNT(*) FROM conversations held
          WHERE held.assignee_id = :staffId AND held.status = 'open' AND held.channel ${of} 'chat') < :most`,
        { staffId: staff.id, most },
      )
      .execute();
    if (affected !== 1) return 'full';
    const to = { assigneeId: staff.id, status: 'open' } as const;
    await this.moving.move(tx, before, to, { fact, assigneeName: staff.name });
    return 'given';
  }

  /**
   * Gives a conversation under way to somebody of a role that takes nothing from the queue. Whoever hands it over may
   * transfer it.
   * @throws Refused `not-found`, `not-allowed`, `conversation-closed`, `move-refused` for one that is over.
   */
  async handOver(
    tx: Tx,
    actor: StaffActor,
    id: string,
    to: { id: string; name: string },
    subject: Buffer,
  ): Promise<void> {
    const before = await tx.em.findOneBy(ConversationRecord, { id });
    if (!before) throw new Refused('not-found');
    requireAccess(actor, 'conversation.transfer', 'P5', scopeOf(before, 'reply'));
    if (before.status === 'closed') throw new Refused('conversation-closed');
    if (endStates.has(before.status)) throw new Refused('move-refused', { from: before.status, to: 'open' });
    if (before.assigneeId === to.id) return;
    const by = { id: actor.id, name: actor.name };
    const fact = { code: 'handed-over', params: { to: 'design_expert' }, subject, by } as const;
    const move = { assigneeId: to.id, status: 'open' } as const;
    await this.moving.move(tx, before, move, { fact, assigneeName: to.name });
  }

  /**
   * A customer who says nothing is reminded, and later waited for: `pending`, which takes no place of the agent's. An
   * automatic word is no reply: it stops no clock and is nobody's turn.
   * @param before answered at or before this, and nothing said since; asked again here, inside the unit
   */
  async quieten(
    tx: Tx,
    id: string,
    move: 'nudged' | 'customer-silent',
    before: number,
    subject: Buffer,
  ): Promise<boolean> {
    const record = await tx.em.findOneBy(ConversationRecord, { id });
    const quiet = record?.status === 'open' && record.waitingSince === null && record.lastBy === 'staff';
    if (!record || !quiet || record.lastAt > before || record.answerBy !== null) return false;
    const again = record.nudgedAt !== null && record.nudgedAt >= record.lastAt;
    if (move === 'nudged' && again) return false;
    const fact = { code: move, subject };
    if (move === 'customer-silent') {
      await this.moving.move(tx, record, { status: 'pending' }, { fact });
      return true;
    }
    // Not a move: the silence goes on from where it began.
    await this.facts.add(tx, record, fact);
    await tx.em.update(ConversationRecord, { id }, { nudgedAt: this.clock.now(), head: record.head });
    const assignees = record.assigneeId === null ? [] : [record.assigneeId];
    tx.tell(new ConversationChanged(id, { head: record.head }, { queue: false, assignees, teamId: record.teamId }));
    return true;
  }

  /** A team is no more: those that wait in its queue wait in everybody's. */
  async withoutTeam(tx: Tx, teamId: string): Promise<void> {
    await tx.em.update(ConversationRecord, { teamId, status: 'queued' }, { teamId: null });
  }

  /**
   * Its customer waits no longer in the chat; the place stays.
   * @throws Refused `not-found`, `move-refused` where it does not wait.
   */
  async answerBy(tx: Tx, id: string, way: AnswerBy, subject: Buffer): Promise<void> {
    const record = await tx.em.findOneBy(ConversationRecord, { id });
    if (!record) throw new Refused('not-found');
    if (record.status !== 'queued') throw new Refused('move-refused', { from: record.status, to: 'queued' });
    if (record.answerBy === way) return;
    await this.facts.add(tx, record, { code: 'overflowed', params: { way }, subject });
    await tx.em.update(ConversationRecord, { id }, { answerBy: way, head: record.head });
    const row = { answerBy: way, head: record.head };
    tx.tell(new ConversationChanged(id, row, { queue: true, assignees: [], teamId: record.teamId }));
    tx.tell(new CustomerSideChanged(id, { answerBy: way }));
  }

  /**
   * Puts a conversation back, or moves it within the queue. Who waits since an earlier instant keeps it.
   * @throws Refused `not-found`, `conversation-closed`, `team-unknown`, or `move-refused` for one that is over.
   */
  async toQueue(tx: Tx, id: string, { teamId, topic, head, fact }: ToQueue): Promise<void> {
    const before = await tx.em.findOneBy(ConversationRecord, { id });
    if (!before) throw new Refused('not-found');
    if (before.status !== 'queued') requireMove(before.status, 'queued');
    if (endStates.has(before.status)) throw new Refused('move-refused', { from: before.status, to: 'queued' });
    await this.hooks.requireTeams(tx, [teamId]);
    if (fact?.by) await this.hooks.givenBack(tx, before);
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
