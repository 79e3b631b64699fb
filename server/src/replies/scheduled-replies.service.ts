import { Refused } from '@candour/shared/errors.js';
import { newId } from '@candour/shared/ids.js';
import {
  SCHEDULED_MAX,
  type Cancelled,
  type ScheduledReplies,
  type ScheduledReply,
  type ScheduleReply,
} from '@candour/shared/replies.js';
import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../audit/audit.service.js';
import { requireAccess } from '../core/access/access.js';
import type { Actor, StaffActor } from '../core/access/actor.js';
import type { Tx } from '../core/database/database.js';
import { inspect, maskText } from '../core/guard/guard.rules.js';
import type { DataKey } from '../core/vault/sealing.js';
import {
  ConversationUnitsService,
  replyScope,
  type ConversationRecord,
} from '../conversations/conversation-units.service.js';
import { ConversationsService } from '../conversations/conversations.service.js';
import { PostingSurroundings } from '../conversations/posting.service.js';
import { HoursService } from '../hours/hours.service.js';
import { StaffService } from '../staff/staff.service.js';
import { ScheduledChanged } from './replies.events.js';
import { ScheduledReplyRow } from './scheduled-reply.entity.js';
import { fitsSchedule, heldBecause, presetsAt } from './scheduled.rules.js';

/** Where replies that wait are known, in one. */
@Injectable()
export class ScheduleSurroundings {
  constructor(
    readonly audit: AuditTrail,
    readonly hours: HoursService,
    readonly staff: StaffService,
  ) {}
}

/** Replies that are written now and sent later. */
@Injectable()
export class ScheduledRepliesService {
  constructor(
    private readonly posting: PostingSurroundings,
    private readonly surroundings: ScheduleSurroundings,
    private readonly conversations: ConversationsService,
    private readonly units: ConversationUnitsService,
  ) {}

  /** What waits in a conversation, soonest first, and when one may want to send. */
  async list(actor: Actor, conversationId: string): Promise<ScheduledReplies> {
    const record = await this.conversations.requireReadable(actor, conversationId);
    const rows = await this.posting.database.read((em) =>
      em.find(ScheduledReplyRow, { where: { conversationId }, order: { at: 'ASC', id: 'ASC' }, take: SCHEDULED_MAX }),
    );
    const keys = await this.posting.vault.keys(rows.map(({ keyId }) => keyId));
    const names = await this.surroundings.staff.names(rows.map(({ authorId }) => authorId));
    return {
      rows: rows.flatMap((row) => {
        const key = keys.get(row.keyId);
        return key ? shown(row, this.open(key, row), names.get(row.authorId)) : [];
      }),
      presets: presetsAt(this.posting.clock.now(), await this.surroundings.hours.openings(record.language)),
    };
  }

  /**
   * A repeated ask is answered with the row that the first one made.
   * @throws Refused `not-found`, `not-allowed`, `conversation-closed`, `capacity-reached`, `text-empty`, `bad-input` for
   * an instant that has passed or is too far away.
   */
  async schedule(actor: Actor, conversationId: string, ask: ScheduleReply): Promise<ScheduledReply> {
    const staff = writer(actor, await this.conversations.requireReadable(actor, conversationId));
    // The log would refuse it when it is due, and nobody would be there to mend it.
    if (ask.text.trim() === '') throw new Refused('text-empty');
    const { key } = await this.units.known(conversationId);
    const { clock, database, vault } = this.posting;
    if (!fitsSchedule(ask.at, clock.now())) {
      throw new Refused('bad-input', undefined, [{ path: 'at', rule: 'within 30 days' }]);
    }
    const id = newId(clock.now());
    // What must never be stored is masked now, not when it is sent.
    const words = maskText(ask.text, inspect(ask.text).spans).text;
    const row = await database.write(async (tx) => {
      const conversation = await this.units.row(tx, conversationId);
      if (!conversation) throw new Refused('not-found');
      writer(actor, conversation);
      const now = clock.now();
      if (heldBecause(conversation.status, now, now) === 'over') throw new Refused('conversation-closed');
      const before = await tx.em.findOneBy(ScheduledReplyRow, { conversationId, clientId: ask.clientId });
      if (before) return before;
      if ((await tx.em.countBy(ScheduledReplyRow, { conversationId })) >= SCHEDULED_MAX) {
        throw new Refused('capacity-reached');
      }
      const made: ScheduledReplyRow = {
        ...{ id, conversationId, customerId: conversation.customerId, authorId: staff.id, clientId: ask.clientId },
        ...{ seen: ask.seen, text: vault.seal(key, placeOf(id), words), keyId: key.id, at: ask.at },
        ...{ status: 'waiting', held: null, heldAt: null, createdAt: now },
      };
      await tx.em.insert(ScheduledReplyRow, made);
      await this.note(tx, actor, 'reply.scheduled', made);
      tx.tell(new ScheduledChanged(conversationId, conversation.number, staff.id));
      return made;
    });
    return shown(row, this.open(key, row), staff.name);
  }

  /** Takes it back; its words are answered, so that they can be written on. @throws Refused `not-found`. */
  async cancel(actor: Actor, conversationId: string, id: string): Promise<Cancelled> {
    writer(actor, await this.conversations.requireReadable(actor, conversationId));
    const { key } = await this.units.known(conversationId);
    return this.posting.database.write(async (tx) => {
      const conversation = await this.units.row(tx, conversationId);
      const row = await tx.em.findOneBy(ScheduledReplyRow, { id, conversationId });
      if (!row || !conversation) throw new Refused('not-found');
      writer(actor, conversation);
      await this.gone(tx, row, conversation.number);
      await this.note(tx, actor, 'reply.schedule-cancelled', row);
      return { text: this.open(key, row) };
    });
  }

  /** The row of one that was held, with its words. @throws Refused `not-found`, `not-allowed`. */
  async held(actor: Actor, conversationId: string, id: string): Promise<{ row: ScheduledReplyRow; text: string }> {
    writer(actor, await this.conversations.requireReadable(actor, conversationId));
    const { key } = await this.units.known(conversationId);
    const row = await this.posting.database.read((em) =>
      em.findOneBy(ScheduledReplyRow, { id, conversationId, status: 'held' }),
    );
    if (!row) throw new Refused('not-found');
    return { row, text: this.open(key, row) };
  }

  open(key: DataKey, { id, text }: Pick<ScheduledReplyRow, 'id' | 'text'>): string {
    return this.posting.vault.open(key, placeOf(id), text);
  }

  /** Its time is over: it was sent or taken back. False where another was quicker, or it does not stand so any more. */
  async gone(tx: Tx, { id, status, conversationId, authorId }: ScheduledReplyRow, number: number): Promise<boolean> {
    const { affected } = await tx.em.delete(ScheduledReplyRow, { id, status });
    if (affected === 1) tx.tell(new ScheduledChanged(conversationId, number, authorId));
    return affected === 1;
  }

  async note(
    tx: Tx,
    actor: Actor,
    verb: 'reply.scheduled' | 'reply.schedule-cancelled' | 'reply.schedule-held',
    { conversationId }: ScheduledReplyRow,
  ): Promise<void> {
    const about = [{ type: 'conversation', id: conversationId }] as const;
    await this.surroundings.audit.record(tx, { actor, verb, about });
  }
}

const placeOf = (id: string) => ({ table: 'scheduled_replies', row: id, column: 'text' });

const shown = (row: ScheduledReplyRow, text: string, name = ''): ScheduledReply => ({
  id: row.id,
  conversationId: row.conversationId,
  author: { id: row.authorId, name },
  text,
  at: row.at,
  status: row.status,
  ...(row.held === null ? {} : { held: row.held }),
  createdAt: row.createdAt,
});

/** Whoever may reply in it now. @throws Refused `not-allowed`. */
function writer(actor: Actor, record: ConversationRecord): StaffActor {
  requireAccess(actor, 'conversation.reply', 'P5', replyScope(record));
  if (actor.kind !== 'staff') throw new Refused('not-allowed');
  return actor;
}
