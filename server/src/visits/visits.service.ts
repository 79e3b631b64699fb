import { Refused } from '@candour/shared/errors.js';
import { newId } from '@candour/shared/ids.js';
import { VISIT_PLANNED_WITHIN, VISITS_MOST, type PlanVisit, type Visits } from '@candour/shared/visits.js';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In } from 'typeorm';
import { requireAccess } from '../core/access/access.js';
import type { Actor, StaffActor } from '../core/access/actor.js';
import { Clock } from '../core/clock.js';
import { Database } from '../core/database/database.js';
import { ConversationPeopleService } from '../conversations/conversation-people.service.js';
import { ConversationUnitsService } from '../conversations/conversation-units.service.js';
import { ConversationsService } from '../conversations/conversations.service.js';
import { StaffService } from '../staff/staff.service.js';
import { VisitRow } from './visit.entity.js';

/** Most installers to choose from. */
const INSTALLERS_MOST = 100;

/** The conversation and its people, as a visit needs them. */
@Injectable()
export class VisitSurroundings {
  constructor(
    readonly conversations: ConversationsService,
    readonly units: ConversationUnitsService,
    readonly people: ConversationPeopleService,
    readonly staff: StaffService,
  ) {}
}

/** Visits planned in a conversation: its order is handed to an installer, who sees it and nothing else. */
@Injectable()
export class VisitsService implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly around: VisitSurroundings,
  ) {}

  onModuleInit(): void {
    this.around.people.alsoRemove(async (tx, conversationIds) => {
      await tx.em.delete(VisitRow, { conversationId: In([...conversationIds]) });
    });
  }

  /** @throws Refused `not-found`, `not-allowed`. */
  async of(actor: Actor, conversationId: string): Promise<Visits> {
    await this.around.conversations.requireReadable(actor, conversationId);
    const rows = await this.database.read((em) =>
      em.find(VisitRow, { where: { conversationId }, order: { at: 'ASC' }, take: VISITS_MOST }),
    );
    const names = await this.around.staff.names(rows.flatMap(({ installerId }) => installerId ?? []));
    const installers = (await this.around.staff.inRoles(['installer'], INSTALLERS_MOST))
      .filter(({ status }) => status === 'active')
      .map(({ id, name }) => ({ id, name }));
    return {
      rows: rows.map(({ id, at, state, installerId }) => ({
        ...{ id, at, state },
        ...(installerId === null ? {} : { installer: { id: installerId, name: names.get(installerId) ?? '' } }),
      })),
      installers,
    };
  }

  /**
   * @throws Refused `not-found`, `not-allowed`; `visit-unfit` with `why`: there is no order to go to (`order`), the
   * instant is past or too far (`at`), or it is no installer's (`installer`), or there are too many (`many`).
   */
  async plan(actor: Actor, conversationId: string, { at, installerId }: PlanVisit): Promise<Visits> {
    if (actor.kind !== 'staff') throw new Refused('not-allowed');
    const { units, people, staff } = this.around;
    const now = this.clock.now();
    if (at < now || at > now + VISIT_PLANNED_WITHIN) throw new Refused('visit-unfit', { why: 'at' });
    if (installerId !== null) {
      const [found] = await this.database.read((em) => staff.working(em, [installerId]));
      if (found?.role !== 'installer') throw new Refused('visit-unfit', { why: 'installer' });
    }
    const { subject } = await units.known(conversationId);
    await this.database.write(async (tx) => {
      const record = await units.row(tx, conversationId);
      if (!record) throw new Refused('not-found');
      requireAccess(actor, 'visit.plan', 'P2', { ...people.scope(record), categories: ['C1'] });
      if (record.status === 'closed') throw new Refused('conversation-closed');
      if (record.orderId === null) throw new Refused('visit-unfit', { why: 'order' });
      if ((await tx.em.countBy(VisitRow, { conversationId })) >= VISITS_MOST) {
        throw new Refused('visit-unfit', { why: 'many' });
      }
      const row = { id: newId(now), conversationId, installerId, at, state: 'planned' as const };
      await tx.em.insert(VisitRow, { ...row, plannedBy: actor.id, plannedAt: now, doneAt: null });
      await units.fact(tx, record, { code: 'visit-planned', params: { at }, subject, by: nameOf(actor) });
    });
    return this.of(actor, conversationId);
  }

  /** One that is not done yet is taken back. @throws Refused `not-found`, `not-allowed`. */
  async cancel(actor: Actor, conversationId: string, id: string): Promise<Visits> {
    if (actor.kind !== 'staff') throw new Refused('not-allowed');
    const { units, people } = this.around;
    const { subject } = await units.known(conversationId);
    await this.database.write(async (tx) => {
      const record = await units.row(tx, conversationId);
      const visit = await tx.em.findOneBy(VisitRow, { id, conversationId, state: 'planned' });
      if (!record || !visit) throw new Refused('not-found');
      requireAccess(actor, 'visit.plan', 'P2', people.scope(record));
      await tx.em.delete(VisitRow, { id });
      await units.fact(tx, record, { code: 'visit-canceled', params: { at: visit.at }, subject, by: nameOf(actor) });
    });
    return this.of(actor, conversationId);
  }
}

export const nameOf = ({ id, name }: StaffActor): { id: string; name: string } => ({ id, name });
