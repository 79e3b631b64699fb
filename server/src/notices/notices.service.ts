import { Refused } from '@candour/shared/errors.js';
import { newId } from '@candour/shared/ids.js';
import { DAY } from '@candour/shared/instant.js';
import type { Colleagues, Notice, NoticeCount, NoticeKind, ReadNotices } from '@candour/shared/notices.js';
import type { Page, PageAsk } from '@candour/shared/paging.js';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { In, IsNull, LessThan, LessThanOrEqual } from 'typeorm';
import { requireAccess } from '../core/access/access.js';
import type { Actor, StaffActor } from '../core/access/actor.js';
import { grantOf, rolesWith } from '../core/access/permissions.rules.js';
import { Clock } from '../core/clock.js';
import { Database, type Tx } from '../core/database/database.js';
import { ConversationPeopleService } from '../conversations/conversation-people.service.js';
import { StaffService } from '../staff/staff.service.js';
import { NoticeRow } from './notice.entity.js';
import { NoticesChanged } from './notices.events.js';

/** Notices are kept so long where their conversation stands longer. */
const KEPT = 180 * DAY;
/** A list of colleagues is never longer. */
const COLLEAGUES = 500;
/** A day's sweep removes at most so many at once. */
const BATCH = 5_000;

export interface NewNotice {
  readonly staffId: string;
  readonly from: StaffActor;
  readonly conversationId: string;
  readonly seq: number;
  readonly kind: NoticeKind;
}

const questions: ReadonlySet<NoticeKind> = new Set<NoticeKind>(['transfer', 'invitation']);

/** What colleagues want of a member of staff: a list of their own, with what is unread. */
@Injectable()
export class NoticesService implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly staff: StaffService,
    private readonly people: ConversationPeopleService,
  ) {}

  onModuleInit(): void {
    this.people.alsoRemove(async (tx, ids) => void (await tx.em.delete(NoticeRow, { conversationId: In([...ids]) })));
  }

  /** In the unit of what it tells of. */
  async give(tx: Tx, { staffId, from, conversationId, seq, kind }: NewNotice): Promise<void> {
    const now = this.clock.now();
    await tx.em.insert(NoticeRow, {
      id: newId(now),
      staffId,
      fromId: from.id,
      conversationId,
      seq,
      kind,
      createdAt: now,
      readAt: null,
      answeredAt: questions.has(kind) ? null : now,
    });
    tx.tell(new NoticesChanged(staffId));
  }

  /** Somebody said no. */
  tell(tx: Tx, declined: Omit<NewNotice, 'kind'>): Promise<void> {
    return this.give(tx, { ...declined, kind: 'declined' });
  }

  /** The questions of a conversation that wait for an answer; few. */
  open(tx: Tx, conversationId: string): Promise<NoticeRow[]> {
    return tx.em.findBy(NoticeRow, { conversationId, answeredAt: IsNull() });
  }

  /** Answered or taken back; whose answer it was has read it. */
  async close(tx: Tx, notice: NoticeRow): Promise<void> {
    const now = this.clock.now();
    await tx.em.update(NoticeRow, { id: notice.id }, { answeredAt: now, readAt: notice.readAt ?? now });
    tx.tell(new NoticesChanged(notice.staffId));
  }

  /** One's own, newest first. */
  async list(actor: Actor, { cursor, limit }: PageAsk): Promise<Page<Notice>> {
    const me = asked(actor);
    const rows = await this.database.read((em) =>
      em.find(NoticeRow, {
        where: { staffId: me.id, ...(cursor ? { id: LessThan(cursor) } : {}) },
        order: { id: 'DESC' },
        take: limit + 1,
      }),
    );
    const page = rows.slice(0, limit);
    const [names, numbers] = await Promise.all([
      this.staff.names(page.map(({ fromId }) => fromId)),
      this.people.numbers(page.map(({ conversationId }) => conversationId)),
    ]);
    const next = rows.length > limit ? page.at(-1)?.id : undefined;
    return {
      rows: page.map(({ id, kind, conversationId, seq, fromId, createdAt, readAt, answeredAt }) => ({
        id,
        kind,
        conversation: { id: conversationId, number: numbers.get(conversationId) ?? 0 },
        seq,
        from: { id: fromId, name: names.get(fromId) ?? '' },
        at: createdAt,
        read: readAt !== null,
        open: answeredAt === null,
      })),
      ...(next ? { next } : {}),
    };
  }

  async count(actor: Actor): Promise<NoticeCount> {
    const { id } = asked(actor);
    return { unread: await this.database.read((em) => em.countBy(NoticeRow, { staffId: id, readAt: IsNull() })) };
  }

  async read(actor: Actor, ask: ReadNotices): Promise<NoticeCount> {
    const { id: staffId } = asked(actor);
    const which = 'upTo' in ask ? { id: LessThanOrEqual(ask.upTo) } : { conversationId: ask.conversationId };
    await this.database.write(async (tx) => {
      const { affected } = await tx.em.update(
        NoticeRow,
        { staffId, readAt: IsNull(), ...which },
        { readAt: this.clock.now() },
      );
      if (affected !== 0) tx.tell(new NoticesChanged(staffId));
    });
    return this.count(actor);
  }

  /** Those who may work in conversations, without the asker. */
  async colleagues(actor: Actor): Promise<Colleagues> {
    const me = asked(actor);
    const all = await this.staff.inRoles(rolesWith('conversation.take'), COLLEAGUES);
    return all.flatMap(({ id, name, role }) => (id === me.id ? [] : [{ id, name, role }]));
  }

  /**
   * Those of these people who may read a conversation.
   * @throws Refused `mention-unfit` for anybody else, or somebody who is not there.
   */
  async requireReaders(conversationId: string, ids: readonly string[]): Promise<void> {
    const readers = await this.people.readers(conversationId, await this.staff.members(ids));
    if (ids.some((id) => !readers.has(id))) throw new Refused('mention-unfit');
  }

  @Cron('41 3 * * *', { timeZone: 'UTC' })
  async sweep(): Promise<number> {
    return this.database.write(async (tx) => {
      const old = await tx.em.find(NoticeRow, {
        select: { id: true },
        where: { createdAt: LessThan(this.clock.now() - KEPT) },
        order: { createdAt: 'ASC' },
        take: BATCH,
      });
      if (old.length > 0) await tx.em.delete(NoticeRow, { id: In(old.map(({ id }) => id)) });
      return old.length;
    });
  }
}

function asked(actor: Actor): StaffActor {
  requireAccess(actor, 'conversation.list', 'P5');
  if (actor.kind !== 'staff' || !grantOf(actor.role, 'conversation.list')) throw new Refused('not-allowed');
  return actor;
}
