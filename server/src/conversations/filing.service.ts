import type { ConversationRow } from '@candour/shared/conversations.js';
import { Refused } from '@candour/shared/errors.js';
import { priorities, type FileTicket } from '@candour/shared/tickets.js';
import { Injectable } from '@nestjs/common';
import { requireAccess } from '../core/access/access.js';
import type { Actor } from '../core/access/actor.js';
import { Clock } from '../core/clock.js';
import { Database, type Tx } from '../core/database/database.js';
import { ConversationKeys } from './conversation-keys.js';
import { ConversationRecord } from './conversation.entity.js';
import { ConversationChanged } from './conversations.events.js';
import { Dues } from './dues.js';
import { FactLog } from './facts.js';
import { fileTicket, type Filed, priorityOf, tagChange } from './filing.rules.js';
import { InboxService } from './inbox.service.js';
import { scopeOf, seenNow } from './scope.rules.js';
import { retag, tagsInUse, tagsOf } from './tags.js';

/** What a ticket says of itself: how urgent it is, what it is about, why, and its tags. */
@Injectable()
export class FilingService {
  constructor(
    private readonly database: Database,
    private readonly facts: FactLog,
    private readonly inbox: InboxService,
    private readonly keys: ConversationKeys,
    private readonly dues: Dues,
    private readonly clock: Clock,
  ) {}

  /** The words that the desk tags with, so that two do not make two of one. */
  tags(actor: Actor): Promise<string[]> {
    requireAccess(actor, 'conversation.list', 'P5', { categories: ['C5'] });
    return this.database.read(tagsInUse);
  }

  /**
   * Each change is a fact on the time line; it moves neither the place in a list nor the clock of silence.
   * @throws Refused `not-found`, `not-allowed`, `conversation-closed`, `reason-unfit`, `too-many-tags`.
   */
  async file(actor: Actor, id: string, ask: FileTicket): Promise<ConversationRow> {
    if (actor.kind !== 'staff') throw new Refused('not-allowed');
    const { subject } = await this.keys.of(id);
    await this.database.write(async (tx) => {
      const record = await tx.em.findOneBy(ConversationRecord, { id });
      if (!record) throw new Refused('not-found');
      requireAccess(actor, 'conversation.reply', 'P5', scopeOf(record, 'reply'));
      await this.fileIn(tx, actor, record, ask, subject);
    });
    return this.inbox.row(id);
  }

  /**
   * The same for a row that this unit has read, and whose access was decided. Answers what it said before and says
   * now; nothing where it said so already.
   */
  async fileIn(
    tx: Tx,
    actor: Actor,
    record: ConversationRecord,
    ask: FileTicket,
    subject: Buffer,
  ): Promise<{ before: Filed; after: Filed } | undefined> {
    const { id, status } = record;
    if (status === 'closed') throw new Refused('conversation-closed');
    const before = await this.saysNow(tx, record);
    const { after, facts } = fileTicket(before, ask);
    if (facts.length === 0) return undefined;
    // What the desk does by itself is under nobody's name.
    const by = actor.kind === 'staff' ? { by: { id: actor.id, name: actor.name } } : {};
    for (const fact of facts) await this.facts.add(tx, record, { ...fact, subject, ...by });
    const { topic, reason, priority } = after;
    const standing = { ...record, topic, reason, safetySince: safetyAfter(record, reason, this.clock.now()) };
    const due = this.dues.follow(standing, status, record.lastAt);
    const { safetySince, dueAt, alarmAt } = standing;
    const { head } = record;
    const columns = { topic, reason, priority: priorities.indexOf(priority), head, safetySince, dueAt, alarmAt };
    await tx.em.update(ConversationRecord, { id }, columns);
    await retag(tx, record, tagChange(before.tags, after.tags));
    tx.tell(
      new ConversationChanged(
        id,
        {
          head,
          ...(priority === before.priority ? {} : { priority }),
          ...(topic === before.topic ? {} : { topic }),
          ...(dueAt === record.dueAt ? {} : { due }),
          ...(reason === before.reason ? {} : { reason: reason ?? undefined }),
          ...(facts.some(({ code }) => code === 'tagged') ? { tags: [...after.tags] } : {}),
        },
        seenNow(record),
      ),
    );
    return { before, after };
  }

  async saysNow(tx: Tx, { id, topic, reason, priority }: ConversationRecord): Promise<Filed> {
    return { topic, reason, priority: priorityOf(priority), tags: (await tagsOf(tx.em, [id])).get(id) ?? [] };
  }
}

/** From when a supervisor is to look: from when it was first said, and not again once they have. */
function safetyAfter(
  { reason: before, safetySince }: ConversationRecord,
  reason: string | null,
  now: number,
): number | null {
  if (reason !== 'safety') return null;
  return before === 'safety' ? safetySince : now;
}
