import { Refused, type RefusalCode } from '@candour/shared/errors.js';
import type { HeldReason } from '@candour/shared/replies.js';
import { Injectable } from '@nestjs/common';
import { LessThan, LessThanOrEqual } from 'typeorm';
import { system, type Actor, type StaffActor } from '../core/access/actor.js';
import { Clock } from '../core/clock.js';
import { Database, type Tx } from '../core/database/database.js';
import { ConversationUnitsService } from '../conversations/conversation-units.service.js';
import { ConversationsService } from '../conversations/conversations.service.js';
import { PostingService } from '../conversations/posting.service.js';
import { ScheduledChanged } from './replies.events.js';
import { ScheduledReplyRow } from './scheduled-reply.entity.js';
import { ScheduledRepliesService, ScheduleSurroundings } from './scheduled-replies.service.js';
import { HELD_FOR, heldBecause } from './scheduled.rules.js';

/** What sending stands on beside the log. */
@Injectable()
export class SenderSurroundings {
  constructor(
    readonly units: ConversationUnitsService,
    readonly schedule: ScheduleSurroundings,
  ) {}
}

/** Replies sent in one pass. */
const LOOK = 50;

/** What of the log's refusals means that a person has to look at the reply again. */
const holds: Partial<Record<RefusalCode, HeldReason>> = {
  'stale-reply': 'newer-message',
  'conversation-closed': 'over',
  'not-allowed': 'not-allowed',
};

/**
 * Sends the replies whose time has come, in their author's name and with their author's rights. Safe to run twice, and
 * by two nodes at once: the log knows each by the `clientId` that was fixed when it was written.
 */
@Injectable()
export class ScheduledSender {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly conversations: ConversationsService,
    private readonly posting: PostingService,
    private readonly replies: ScheduledRepliesService,
    private readonly surroundings: SenderSurroundings,
  ) {}

  /** Answers how many were due. @throws what the first threw that could not be sent, once all were tried. */
  async pass(): Promise<number> {
    const due = await this.database.read((em) =>
      em.find(ScheduledReplyRow, {
        where: { status: 'waiting', at: LessThanOrEqual(this.clock.now()) },
        order: { at: 'ASC' },
        take: LOOK,
      }),
    );
    const failures: unknown[] = [];
    for (const row of due) await this.send(row).catch((error: unknown) => failures.push(error));
    // One that cannot be sent keeps no other waiting; it is tried again.
    if (failures.length > 0) throw failures[0];
    return due.length;
  }

  /** When the next one is due; undefined where none waits. */
  async nextAt(): Promise<number | undefined> {
    const [row] = await this.database.read((em) =>
      em.find(ScheduledReplyRow, { where: { status: 'waiting' }, order: { at: 'ASC' }, take: 1 }),
    );
    return row?.at;
  }

  /** Drops what was held and that nobody looked after. */
  async drop(): Promise<number> {
    const before = this.clock.now() - HELD_FOR;
    return this.database.write(async (tx) => {
      const { affected } = await tx.em.delete(ScheduledReplyRow, { status: 'held', at: LessThan(before) });
      return affected ?? 0;
    });
  }

  /**
   * Sends a held one now, in the name of whoever asks, who has seen what came meanwhile.
   * @throws Refused `not-found`, `not-allowed`, `stale-reply`, `conversation-closed`.
   */
  async sendHeld(actor: Actor, conversationId: string, id: string, seen: number): Promise<void> {
    const { row, text } = await this.replies.held(actor, conversationId, id);
    const { number, status } = await this.conversations.requireReadable(actor, conversationId);
    if (heldBecause(status, this.clock.now(), this.clock.now())) throw new Refused('conversation-closed');
    await this.post(actor, row, { number, text, seen });
  }

  private async send(row: ScheduledReplyRow): Promise<void> {
    const author = await this.authorOf(row.authorId);
    if (!author) return this.hold(row, 'not-allowed');
    try {
      const { number, status } = await this.conversations.requireReadable(author, row.conversationId);
      const because = heldBecause(status, row.at, this.clock.now());
      if (because) return await this.hold(row, because);
      const { key } = await this.surroundings.units.known(row.conversationId);
      await this.post(author, row, { number, text: this.replies.open(key, row), seen: row.seen });
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      // The conversation is gone, or its key: so are the words. Or it was taken back.
      if (error.code === 'not-found') return this.forget(row);
      const because = holds[error.code];
      if (!because) throw error;
      await this.hold(row, because);
    }
  }

  /** Its row goes in the unit that sends it: what was taken back meanwhile, or sent by another node, is not sent. */
  private async post(
    actor: Actor,
    row: ScheduledReplyRow,
    { number, text, seen }: { readonly number: number; readonly text: string; readonly seen: number },
  ): Promise<void> {
    const { conversationId, clientId } = row;
    const ask = { conversationId, clientId, text, kind: 'message', seen } as const;
    const bind = async (tx: Tx): Promise<void> => {
      if (!(await this.replies.gone(tx, row, number))) throw new Refused('not-found');
    };
    await this.posting.post(actor, ask, undefined, { attachments: [], detail: {}, bind });
    // The log has had it before: nothing was bound.
    await this.database.write((tx) => this.replies.gone(tx, row, number));
  }

  private async hold(row: ScheduledReplyRow, held: HeldReason): Promise<void> {
    await this.database.write(async (tx) => {
      const conversation = await this.surroundings.units.row(tx, row.conversationId);
      const mine = { id: row.id, status: 'waiting' } as const;
      const { affected } = await tx.em.update(ScheduledReplyRow, mine, {
        ...{ status: 'held', held, heldAt: this.clock.now() },
      });
      if (affected === 0 || !conversation) return;
      await this.replies.note(tx, system('replies'), 'reply.schedule-held', row);
      tx.tell(new ScheduledChanged(row.conversationId, conversation.number, row.authorId, held));
    });
  }

  private async forget({ id, status }: ScheduledReplyRow): Promise<void> {
    await this.database.write((tx) => tx.em.delete(ScheduledReplyRow, { id, status }));
  }

  private async authorOf(id: string): Promise<StaffActor | undefined> {
    const member = (await this.surroundings.schedule.staff.members([id])).get(id);
    if (member?.status !== 'active') return undefined;
    const { name, role, skills } = member;
    return { kind: 'staff', id, name, role, skills, sessionId: 'scheduled' };
  }
}
