import type { StaffMember } from '@candour/shared/staff.js';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { mayAccess, type Scope } from '../core/access/access.js';
import { Database, type Tx } from '../core/database/database.js';
import { ConversationParticipant, ConversationRecord } from './conversation.entity.js';
import { ConversationChanged } from './conversations.events.js';
import { Enclosures } from './enclosures.service.js';
import { FactLog, type Fact } from './facts.js';
import { InboxService } from './inbox.service.js';
import { scopeOf, seenAcross } from './scope.rules.js';

/** What changes about the people of a conversation. */
export type PeopleChange = Partial<
  Pick<ConversationRecord, 'assigneeId' | 'participants' | 'status' | 'takenAt' | 'waitingSince'>
>;

/** Who has a conversation, who takes part, and who may: for the features that move people about. */
@Injectable()
export class ConversationPeopleService {
  constructor(
    private readonly database: Database,
    private readonly inbox: InboxService,
    private readonly facts: FactLog,
    private readonly enclosures: Enclosures,
  ) {}

  /** What hangs on conversations goes with them, in the unit that removes them. */
  alsoRemove(remove: (tx: Tx, conversationIds: readonly string[]) => Promise<void>): void {
    this.enclosures.alsoRemove(remove);
  }

  /** The numbers that people say, by id; one that has gone is absent. */
  async numbers(ids: readonly string[]): Promise<Map<string, number>> {
    if (ids.length === 0) return new Map();
    const rows = await this.database.read((em) =>
      em.find(ConversationRecord, { select: { id: true, number: true }, where: { id: In([...new Set(ids)]) } }),
    );
    return new Map(rows.map(({ id, number }) => [id, number]));
  }

  scope(record: ConversationRecord): Scope {
    return scopeOf(record, 'reply');
  }

  /** Those of these people who may read it now. */
  async readers(conversationId: string, people: ReadonlyMap<string, StaffMember>): Promise<Set<string>> {
    const scope = await this.inbox.scope(conversationId);
    const may = ({ id, name, role, skills, status }: StaffMember): boolean =>
      status === 'active' &&
      mayAccess({ kind: 'staff', id, name, role, skills, sessionId: '' }, 'conversation.read', 'P5', scope);
    return new Set([...people.values()].flatMap((one) => (may(one) ? one.id : [])));
  }

  /** Changes who they are, with its fact, in a unit that has read the conversation. `names` are those of all named. */
  async change(
    tx: Tx,
    before: ConversationRecord,
    patch: PeopleChange,
    fact: Fact,
    names: ReadonlyMap<string, string>,
  ): Promise<void> {
    const after = { ...before, ...patch };
    await this.facts.add(tx, after, fact);
    await tx.em.update(ConversationRecord, { id: before.id }, { ...patch, head: after.head });
    if (patch.participants !== undefined) {
      await tx.em.delete(ConversationParticipant, { conversationId: before.id });
      const rows = (patch.participants ?? []).map(({ id }) => ({ staffId: id, conversationId: before.id }));
      if (rows.length > 0) await tx.em.insert(ConversationParticipant, rows);
    }
    const nameOf = (id: string): string => names.get(id) ?? '';
    const assignee = after.assigneeId === null ? undefined : { id: after.assigneeId, name: nameOf(after.assigneeId) };
    tx.tell(
      new ConversationChanged(
        before.id,
        {
          head: after.head,
          ...(after.status === before.status ? {} : { status: after.status }),
          ...(after.assigneeId === before.assigneeId ? {} : { assignee }),
          participants: (after.participants ?? []).map(({ id, may }) => ({ id, name: nameOf(id), may })),
        },
        seenAcross(before, after),
      ),
    );
  }
}
