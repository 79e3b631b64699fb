import { TAGS_MAX } from '@candour/shared/tickets.js';
import type { MergeUnfit } from '@candour/shared/merging.js';
import { Refused } from '@candour/shared/errors.js';
import { Injectable } from '@nestjs/common';
import { MoreThan, Not, type EntityManager } from 'typeorm';
import type { StaffActor } from '../core/access/actor.js';
import { Clock } from '../core/clock.js';
import type { Tx } from '../core/database/database.js';
import { ConversationRecord, EntryRecord } from './conversation.entity.js';
import { ConversationChanged, GoesOnElsewhere } from './conversations.events.js';
import { FactLog } from './facts.js';
import { priorityOf } from './filing.rules.js';
import { FilingService } from './filing.service.js';
import { carriedInto, longerOf, readersOf, unfitFor } from './joined.rules.js';
import { Moving } from './moving.service.js';
import { partsOf } from './reach.service.js';
import { seenNow } from './scope.rules.js';
import { tagsOf } from './tags.js';

const columns = [
  ...(['status', 'assigneeId', 'takenAt', 'teamId', 'waitingSince', 'snoozedUntil', 'nudgedAt', 'resolvedAt'] as const),
  ...(['anchorAt', 'pausedSince', 'pausedMs', 'dueAt', 'alarmAt', 'firstReplyAt', 'priority', 'orderId'] as const),
  ...(['retentionClass', 'lastAt', 'lastBy', 'lastMessageSeq'] as const),
] as const;
/** How a conversation stands, as far as a merge changes it or asks whether anything did. Ids, states and dates. */
export type Stood = Pick<ConversationRecord, (typeof columns)[number]>;

/** Others that are offered at once. */
const OTHERS = 20;
type Whose = Pick<ConversationRecord, 'id' | 'customerId' | 'visitorId'>;

/** What a merge did, so that it can be taken back. */
export interface Joined {
  readonly from: Stood;
  readonly into: { readonly before: Stood; readonly after: Stood; readonly tags: readonly string[] };
  /** Number of the target's entry that says so: what stands behind it was written since. */
  readonly seq: number;
}

/** Two conversations with the customer's digest of each, asked before the unit. */
export interface Pair {
  readonly from: ConversationRecord;
  readonly into: ConversationRecord;
  readonly subjects: { readonly from: Buffer; readonly into: Buffer };
}

/**
 * Makes one conversation go on in another, and takes that back, in the caller's unit. No entry is moved or changed:
 * each log stays what it is, and the time line of the target shows where the other's belongs.
 */
@Injectable()
export class JoiningService {
  constructor(
    private readonly moving: Moving,
    private readonly filing: FilingService,
    private readonly facts: FactLog,
    private readonly clock: Clock,
  ) {}

  /** Why not; undefined where it may be done. @param identified customers whom the desk knows. */
  async unfit(em: EntityManager, from: ConversationRecord, into: ConversationRecord, identified: ReadonlySet<string>) {
    const parts = from.id === into.id ? new Map<string, ConversationRecord[]>() : await partsOf(em, [from, into]);
    const count = [...parts.values()].reduce((sum, others) => sum + others.length, 2);
    return unfitFor(from, into, { identified, parts: count, now: this.clock.now() });
  }

  /** Those of the same customer, and of the same browser, newest first; or the one with this number. */
  others(em: EntityManager, { id, customerId, visitorId }: Whose, number?: number): Promise<ConversationRecord[]> {
    const where =
      number !== undefined
        ? { number, id: Not(id) }
        : [
            { customerId, id: Not(id) },
            { visitorId, id: Not(id) },
          ];
    return em.find(ConversationRecord, { where, order: { id: 'DESC' }, take: OTHERS });
  }

  /** What a merge would change of the target, and for whom. */
  async carries(em: EntityManager, from: ConversationRecord, into: ConversationRecord) {
    const after = carriedInto(from, into);
    const waits = after.waitingSince !== into.waitingSince ? after.waitingSince : null;
    return {
      readers: readersOf(from, into),
      ...(after.status === into.status ? {} : { status: after.status }),
      ...(waits === null ? {} : { waitingSince: waits }),
      ...(after.priority === into.priority ? {} : { priority: priorityOf(after.priority) }),
      tags: await fresh(em, from, into),
      order: after.orderId !== into.orderId,
      keptLonger: after.retentionClass !== into.retentionClass || after.retentionClass !== from.retentionClass,
    };
  }

  /** @throws Refused `merge-unfit` with `why`, `matter-stands`. */
  async join(tx: Tx, staff: StaffActor, pair: Pair, identified: ReadonlySet<string>): Promise<Joined> {
    const { from, into, subjects } = pair;
    const why = await this.unfit(tx.em, from, into, identified);
    if (why !== undefined) throw refusalOf(why);
    const by = { id: staff.id, name: staff.name };
    const before = stoodOf(into);
    const fromBefore = stoodOf(from);
    const { status, waitingSince, priority, orderId, retentionClass } = carriedInto(from, into);

    const here = { code: 'merged', by, subject: subjects.into, params: of(from, 'here') } as const;
    let after = await this.moving.move(tx, into, { status, waitingSince }, { fact: here });
    const seq = after.head;
    const tags = await fresh(tx.em, from, into);
    const filing = { ...(priority === into.priority ? {} : { priority: priorityOf(priority) }), ...tagsIn(tags) };
    if (Object.keys(filing).length > 0) {
      await this.filing.fileIn(tx, staff, after, filing, subjects.into);
      after = await rowOf(tx, into.id);
    }
    await tx.em.update(ConversationRecord, { id: into.id }, { orderId, retentionClass });

    const away = { code: 'merged', by, subject: subjects.from, params: of(into, 'away') } as const;
    if (from.status === 'closed') await this.say(tx, from, away);
    else await this.moving.move(tx, from, { status: 'closed' }, { fact: away, back: true });
    const kept = longerOf(from.retentionClass, retentionClass);
    await tx.em.update(ConversationRecord, { id: from.id }, { mergedInto: into.id, retentionClass: kept });
    this.tell(tx, from, { mergedInto: into.id });
    if (readersOf(from, into) !== 'apart') tx.tell(new GoesOnElsewhere(from.visitorId, from.id));
    return { from: fromBefore, into: { before, after: { ...stoodOf(after), orderId, retentionClass }, tags }, seq };
  }

  /**
   * Takes it back: the one merged away stands as it stood; of the target what was not changed since. What was written
   * meanwhile stays in the target. @throws Refused `undo-over` where it is not merged into that one any more.
   */
  async part(tx: Tx, staff: StaffActor, { from, into, subjects }: Pair, joined: Joined): Promise<void> {
    if (from.mergedInto !== into.id) throw new Refused('undo-over');
    const by = { id: staff.id, name: staff.name };
    await this.say(tx, from, { code: 'unmerged', by, subject: subjects.from, params: of(into, 'away') });
    await tx.em.update(ConversationRecord, { id: from.id }, { ...joined.from, mergedInto: null });
    const { status, waitingSince, snoozedUntil, assigneeId } = joined.from;
    this.tell(
      tx,
      { ...from, assigneeId },
      {
        status,
        mergedInto: undefined,
        waitingSince: waitingSince ?? undefined,
        snoozedUntil: snoozedUntil ?? undefined,
      },
    );
    await this.say(tx, into, { code: 'unmerged', by, subject: subjects.into, params: of(from, 'here') });
    await this.giveBack(tx, staff, into, joined, subjects.into);
    if (readersOf(from, into) !== 'apart') {
      tx.tell(new GoesOnElsewhere(from.visitorId, into.id, from.visitorId !== into.visitorId));
    }
  }

  private async giveBack(tx: Tx, staff: StaffActor, into: ConversationRecord, joined: Joined, subject: Buffer) {
    const { before, after, tags } = joined.into;
    const said = into.lastMessageSeq !== after.lastMessageSeq;
    const moved = into.status !== after.status || into.assigneeId !== after.assigneeId;
    const back: Partial<ConversationRecord> = {};
    if (into.orderId === after.orderId) back.orderId = before.orderId;
    if (into.retentionClass === after.retentionClass && into.orderId === after.orderId) {
      back.retentionClass = before.retentionClass;
    }
    if (!said && !moved && into.waitingSince === after.waitingSince) {
      const { status, waitingSince, snoozedUntil, resolvedAt, anchorAt, pausedSince, pausedMs, lastAt } = before;
      Object.assign(back, { status, waitingSince, snoozedUntil, resolvedAt, anchorAt, pausedSince, pausedMs, lastAt });
      if (into.dueAt === after.dueAt) Object.assign(back, { dueAt: before.dueAt, alarmAt: before.alarmAt });
    } else if (into.waitingSince !== null && into.waitingSince === after.waitingSince) {
      back.waitingSince = await this.waitsSince(tx, into, before.waitingSince, joined.seq);
    }
    await tx.em.update(ConversationRecord, { id: into.id }, back);
    const now = { ...into, ...back };
    this.tell(tx, now, {
      status: now.status,
      waitingSince: now.waitingSince ?? undefined,
      snoozedUntil: now.snoozedUntil ?? undefined,
    });
    if (now.status === 'closed') return;
    const has = new Set((await tagsOf(tx.em, [into.id])).get(into.id) ?? []);
    const removeTags = tags.filter((tag) => has.has(tag));
    const filing = {
      ...(into.priority === after.priority && before.priority !== after.priority
        ? { priority: priorityOf(before.priority) }
        : {}),
      ...(removeTags.length > 0 ? { removeTags } : {}),
    };
    if (Object.keys(filing).length > 0) {
      await this.filing.fileIn(tx, staff, await rowOf(tx, into.id), filing, subject);
    }
  }

  /** The target's own customer waits: from before the merge, or from what was written to it since. */
  private async waitsSince(tx: Tx, into: ConversationRecord, before: number | null, seq: number) {
    if (before !== null) return before;
    const first = await tx.em.find(EntryRecord, {
      select: { ordinal: true, storedAt: true },
      where: { conversationId: into.id, kind: 'message', role: 'customer', seq: MoreThan(seq) },
      order: { seq: 'ASC' },
      take: 1,
    });
    return first[0]?.storedAt ?? null;
  }

  private async say(tx: Tx, record: ConversationRecord, fact: Parameters<FactLog['add']>[2]): Promise<void> {
    await this.facts.add(tx, record, fact);
    await tx.em.update(ConversationRecord, { id: record.id }, { head: record.head });
  }

  private tell(tx: Tx, record: ConversationRecord, row: ConversationChanged['row']): void {
    const seen = seenNow(record);
    const queue = seen.queue || row.status === 'queued';
    tx.tell(new ConversationChanged(record.id, row, { ...seen, queue }));
  }
}

/** Tags that the target does not have yet, as far as it has room for them; the others stay where they are. */
async function fresh(em: EntityManager, from: ConversationRecord, into: ConversationRecord): Promise<string[]> {
  const tags = await tagsOf(em, [from.id, into.id]);
  const has = tags.get(into.id) ?? [];
  return (tags.get(from.id) ?? []).filter((tag) => !has.includes(tag)).slice(0, TAGS_MAX - has.length);
}

const of = ({ id, number }: ConversationRecord, way: 'here' | 'away') => ({ number, id, way });
const tagsIn = (tags: readonly string[]) => (tags.length > 0 ? { addTags: [...tags] } : {});
const stoodOf = (record: ConversationRecord): Stood =>
  Object.fromEntries(columns.map((name) => [name, record[name]])) as unknown as Stood;

const refusalOf = (why: MergeUnfit): Refused =>
  why === 'safety' ? new Refused('matter-stands') : new Refused('merge-unfit', { why });

const rowOf = (tx: Tx, id: string): Promise<ConversationRecord> => tx.em.findOneByOrFail(ConversationRecord, { id });
