import type { Conversation, ConversationRow, InboxAsk, InboxCounts } from '@candour/shared/conversations.js';
import { Refused } from '@candour/shared/errors.js';
import type { Page } from '@candour/shared/paging.js';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { requireAccess, type Scope } from '../core/access/access.js';
import type { Actor, StaffActor } from '../core/access/actor.js';
import { grantOf } from '../core/access/permissions.rules.js';
import { reachedWhere, relatedWhere } from '../core/access/visibility.js';
import { Clock } from '../core/clock.js';
import { Database } from '../core/database/database.js';
import { CustomersService } from '../customers/customers.service.js';
import { StaffService } from '../staff/staff.service.js';
import { ConversationRecord } from './conversation.entity.js';
import { previewOf } from './conversation.rules.js';
import { Dues } from './dues.js';
import { EntryReader } from './entry-reader.js';
import { priorityOf } from './filing.rules.js';
import { inboxPage, inboxRows, nextAfter, oneRow, tagsOfRecord, type InboxRecord } from './inbox.query.js';
import { scopeOf } from './scope.rules.js';

/** The lists of the inbox and the rows in them. */
@Injectable()
export class InboxService {
  constructor(
    private readonly database: Database,
    private readonly reader: EntryReader,
    private readonly customers: CustomersService,
    private readonly staff: StaffService,
    private readonly dues: Dues,
    private readonly clock: Clock,
  ) {}

  /** One page by keyset; a fixed number of statements whatever its size. */
  async list(actor: Actor, ask: InboxAsk): Promise<Page<ConversationRow>> {
    const me = this.lister(actor);
    const records = await this.database.read((em) => inboxRows(em, this.database.engine, inboxPage(em, me, ask)));
    const page = records.slice(0, ask.limit);
    const last = page.at(-1);
    const rows = await this.rows(page);
    return records.length > ask.limit && last ? { rows, next: nextAfter(ask, last) } : { rows };
  }

  /** How many rows a list has, counted no further than `most` and one more. */
  async count(actor: Actor, ask: InboxAsk, most: number): Promise<number> {
    const me = this.lister(actor);
    const rows = await this.database.read((em) => {
      const { sql, parameters } = inboxPage(em, me, { ...ask, limit: most });
      return em.query<unknown[]>(sql, parameters);
    });
    return rows.length;
  }

  async counts(actor: Actor): Promise<InboxCounts> {
    const me = this.lister(actor);
    const now = this.clock.now();
    const midnight = new Date(now).setUTCHours(0, 0, 0, 0);
    // Numbered in the order in which they stand in the statement.
    const parameters: (string | number)[] = [];
    const placed = (value: string | number): string => `$${parameters.push(value)}`;
    // The figures of the day are those of whom one works with: a team, or the desk; an expert's are their own.
    const listed = grantOf(me.role, 'conversation.list') ?? 'assigned';
    const grant = listed === 'own' ? 'all' : listed;
    const seen = (): string => {
      const where = reachedWhere(me.id, grant, placed);
      return where === undefined ? '' : `AND ${where}`;
    };
    const queued = `FROM conversations c WHERE c.status = 'queued' ${seen()}`;
    const mine = (['assigned', 'takesPart'] as const).map((name) => relatedWhere(me.id, name, placed)).join(' OR ');
    const today = `FROM conversations c WHERE c.status = 'resolved' AND c.resolved_at IS NOT NULL AND c.last_at >= ${placed(midnight)} ${seen()}`;
    const [counted] = await this.database.read((em) =>
      em.query<{ queue: number; oldest: number | null; mine: number; resolved: number }[]>(
        `SELECT (SELECT COUNT(*) ${queued}) AS queue,
           (SELECT MIN(c.waiting_since) ${queued}) AS oldest,
           (SELECT COUNT(*) FROM conversations c WHERE c.status IN ('open', 'pending') AND (${mine})) AS mine,
           (SELECT COUNT(*) ${today}) AS resolved`,
        parameters,
      ),
    );
    if (!counted) throw new Error('A query without a table gave no row.');
    return {
      queue: Number(counted.queue),
      mine: Number(counted.mine),
      resolvedToday: Number(counted.resolved),
      ...(counted.oldest === null ? {} : { waitingLongestMs: Math.max(0, now - Number(counted.oldest)) }),
    };
  }

  async conversation(actor: Actor, id: string): Promise<Conversation> {
    const record = await this.inboxRecord(id);
    requireAccess(actor, 'conversation.read', 'P5', { ...scopeOf(record, 'read'), categories: ['C5'] });
    return {
      ...(await this.rowOf(record)),
      createdAt: record.createdAt,
      policyVersion: record.policyVersion,
      ...(record.resolvedAt === null ? {} : { resolvedAt: record.resolvedAt }),
      ...(record.orderId === null ? {} : { orderId: record.orderId }),
      ...(record.followsId === null ? {} : { followsId: record.followsId }),
      ...(record.safetySince === null ? {} : { safetySince: record.safetySince }),
    };
  }

  /** `#1042` of each that is there, for an actor who was checked before. */
  async numbers(ids: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.database.read((em) =>
      em.find(ConversationRecord, { select: { id: true, number: true }, where: { id: In([...ids]) } }),
    );
    return new Map(rows.map(({ id, number }) => [id, `#${number}`]));
  }

  /** The one that people call by this number; whoever asks is checked by the caller. */
  async numbered(number: number): Promise<string | undefined> {
    const found = await this.database.read((em) =>
      em.findOne(ConversationRecord, { select: { id: true }, where: { number } }),
    );
    return found?.id;
  }

  /** A row as the inbox shows it, for an actor who was checked before. */
  async row(id: string): Promise<ConversationRow> {
    return this.rowOf(await this.inboxRecord(id));
  }

  /** On what reading it depends at this moment; of one that has gone nobody reads any more. */
  async scope(id: string): Promise<Scope> {
    const record = await this.database.read((em) => em.findOneBy(ConversationRecord, { id }));
    return record ? scopeOf(record, 'read') : { assigneeId: '' };
  }

  /** @throws Refused `not-found`. */
  async record(id: string): Promise<ConversationRecord> {
    const record = await this.database.read((em) => em.findOneBy(ConversationRecord, { id }));
    if (!record) throw new Refused('not-found');
    return record;
  }

  private async inboxRecord(id: string): Promise<InboxRecord> {
    const [record] = await this.database.read((em) => inboxRows(em, this.database.engine, oneRow(id)));
    if (!record) throw new Refused('not-found');
    return record;
  }

  private async rowOf(record: InboxRecord): Promise<ConversationRow> {
    const [row] = await this.rows([record]);
    if (!row) throw new Refused('not-found');
    return row;
  }

  private async rows(records: readonly InboxRecord[]): Promise<ConversationRow[]> {
    const [customers, staff, texts] = await Promise.all([
      this.customers.named(records.map((record) => record.customerId)),
      this.staff.names(records.flatMap(peopleOf)),
      this.reader.lastTexts(records),
    ]);
    return records.map((record) => {
      const named = customers.get(record.customerId);
      // What the desk knows of somebody is not said of a talk that nobody proved to be theirs (decision 0004).
      const name = record.level > 0 || named?.kind === 'visitor' ? named?.name : undefined;
      const text = texts.get(record.id);
      return {
        id: record.id,
        number: record.number,
        status: record.status,
        channel: record.channel,
        topic: record.topic,
        ...(record.reason === null ? {} : { reason: record.reason }),
        priority: priorityOf(record.priority),
        tags: tagsOfRecord(record),
        language: record.language,
        customer: { id: record.customerId, level: record.level as 0 | 1 | 2, ...(name ? { name } : {}) },
        ...(record.assigneeId ? { assignee: { id: record.assigneeId, name: staff.get(record.assigneeId) ?? '' } } : {}),
        ...(record.teamId ? { teamId: record.teamId } : {}),
        ...(record.mergedInto ? { mergedInto: record.mergedInto } : {}),
        ...(record.answerBy ? { answerBy: record.answerBy } : {}),
        ...(record.participants
          ? { participants: record.participants.map(({ id, may }) => ({ id, name: staff.get(id) ?? '', may })) }
          : {}),
        ...(record.waitingSince === null ? {} : { waitingSince: record.waitingSince }),
        ...dueOf(this.dues.of(record)),
        ...(record.snoozedUntil === null ? {} : { snoozedUntil: record.snoozedUntil }),
        head: record.head,
        staffReadSeq: record.staffReadSeq,
        customerReadSeq: record.customerReadSeq,
        lastAt: record.lastAt,
        lastBy: record.lastBy,
        ...(text === undefined ? {} : { preview: previewOf(text) }),
      };
    });
  }

  private lister(actor: Actor): StaffActor {
    requireAccess(actor, 'conversation.list', 'P5', { categories: ['C5'] });
    if (actor.kind !== 'staff') throw new Refused('not-allowed');
    return actor;
  }
}

const dueOf = (due: ConversationRow['due']): Pick<ConversationRow, 'due'> => (due ? { due } : {});

const peopleOf = ({ assigneeId, participants }: InboxRecord): string[] => [
  ...(assigneeId === null ? [] : [assigneeId]),
  ...(participants ?? []).map(({ id }) => id),
];
