import { Refused } from '@candour/shared/errors.js';
import {
  VISIT_SEEN_AFTER,
  VISITS_SHOWN,
  type OwnVisit,
  type OwnVisits,
  type VisitNote,
} from '@candour/shared/visits.js';
import { Injectable } from '@nestjs/common';
import { IsNull, MoreThanOrEqual } from 'typeorm';
import { AccessTrail } from '../audit/access-trail.service.js';
import { AuditTrail } from '../audit/audit.service.js';
import { requireAccess } from '../core/access/access.js';
import { system, type Actor, type StaffActor } from '../core/access/actor.js';
import { PostingService, PostingSurroundings } from '../conversations/posting.service.js';
import { VisitedOrdersService, type VisitedOrder } from '../orders/visited-orders.service.js';
import { firstNameOf, isInItsDays, placeOf } from './visits.rules.js';
import { VisitRow } from './visit.entity.js';
import { nameOf, VisitSurroundings } from './visits.service.js';

/** An installer's own visits: the narrow screen, where a conversation is never read and only noted in. */
@Injectable()
export class OwnVisitsService {
  constructor(
    private readonly core: PostingSurroundings,
    private readonly around: VisitSurroundings,
    private readonly orders: VisitedOrdersService,
    private readonly posting: PostingService,
    private readonly readings: AccessTrail,
    private readonly audit: AuditTrail,
  ) {}

  /** Today's and coming, those of the last week too, and those that nobody has yet; in the order of their days. */
  async list(actor: Actor): Promise<OwnVisits> {
    const me = installerOf(actor);
    const now = this.core.clock.now();
    const at = MoreThanOrEqual(now - VISIT_SEEN_AFTER);
    const { rows, orders } = await this.core.database.read(async (em) => {
      const rows = await em.find(VisitRow, {
        where: [
          { installerId: me.id, at },
          { installerId: IsNull(), at: MoreThanOrEqual(now) },
        ],
        order: { at: 'ASC', id: 'ASC' },
        take: VISITS_SHOWN,
      });
      const seen = rows.filter((row) => row.installerId === me.id && isInItsDays(row.at, now));
      const conversations = await this.around.units.rowsIn(
        em,
        seen.map(({ conversationId }) => conversationId),
      );
      const orderOf = new Map(conversations.map(({ id, orderId }) => [id, orderId ?? '']));
      const found = await this.orders.of(
        em,
        [...new Set(orderOf.values())].filter((id) => id !== ''),
      );
      return { rows, orders: new Map(seen.map((row) => [row.id, found.get(orderOf.get(row.conversationId) ?? '')])) };
    });
    const shown = rows.flatMap(({ id }) => (orders.get(id) ? id : []));
    await this.readings.note({ actor: me, verb: 'visit.read', purpose: 'P2', rows: shown });
    return { rows: rows.map((row) => viewOf(row, me, orders.get(row.id))) };
  }

  /** One that is to come; of two who take it, one gets it. @throws Refused `not-found`, `conversation-taken`. */
  async take(actor: Actor, id: string): Promise<OwnVisits> {
    const me = installerOf(actor);
    await this.core.database.write(async (tx) => {
      const visit = await tx.em.findOneBy(VisitRow, { id });
      if (!visit) throw new Refused('not-found');
      if (visit.installerId === me.id) return;
      // Nobody goes there any more, so nobody is shown where it was.
      if (visit.state === 'done' || visit.at < this.core.clock.now()) throw new Refused('not-found');
      const { affected } = await tx.em.update(VisitRow, { id, installerId: IsNull() }, { installerId: me.id });
      if (affected !== 1) throw new Refused('conversation-taken');
      const about = [{ type: 'conversation', id: visit.conversationId }] as const;
      await this.audit.record(tx, { actor: me, verb: 'visit.taken', about });
    });
    return this.list(me);
  }

  /** What was found at the customer's: a private note of the conversation, which its desk reads. */
  async note(actor: Actor, id: string, { clientId, text }: VisitNote): Promise<OwnVisits> {
    const me = installerOf(actor);
    const { conversationId } = await this.mine(me, id);
    // The desk writes it, for an installer replies in no conversation; it stands under the installer's name.
    const ask = { conversationId, clientId, text, kind: 'note' as const };
    const prepared = await this.posting.prepare(system('visits'), ask);
    await this.core.database.write(async (tx) => {
      // It may have been taken back while the note was sealed.
      if (!(await tx.em.existsBy(VisitRow, { id, installerId: me.id }))) throw new Refused('not-found');
      return this.posting.within(tx, { ...prepared, role: 'staff', author: nameOf(me) });
    });
    return this.list(me);
  }

  /** @throws Refused `not-found`. */
  async done(actor: Actor, id: string): Promise<OwnVisits> {
    const me = installerOf(actor);
    const { conversationId } = await this.mine(me, id);
    const { subject } = await this.around.units.known(conversationId);
    await this.core.database.write(async (tx) => {
      const visit = await tx.em.findOneBy(VisitRow, { id, installerId: me.id });
      const record = visit && (await this.around.units.row(tx, conversationId));
      if (!visit || !record) throw new Refused('not-found');
      if (visit.state === 'done') return;
      await tx.em.update(VisitRow, { id }, { state: 'done', doneAt: this.core.clock.now() });
      await this.around.units.fact(tx, record, { code: 'visit-done', subject, by: nameOf(me) });
    });
    return this.list(me);
  }

  /** @throws Refused `not-found` for another's, and outside of its days. */
  private async mine(me: StaffActor, id: string): Promise<VisitRow> {
    const visit = await this.core.database.read((em) => em.findOneBy(VisitRow, { id, installerId: me.id }));
    if (!visit || !isInItsDays(visit.at, this.core.clock.now())) throw new Refused('not-found');
    return visit;
  }
}

function installerOf(actor: Actor): StaffActor {
  requireAccess(actor, 'visit.do', 'P2', { categories: ['C1'] });
  if (actor.kind !== 'staff') throw new Refused('not-allowed');
  return actor;
}

function viewOf({ id, at, state, installerId }: VisitRow, me: StaffActor, order: VisitedOrder | undefined): OwnVisit {
  const view = { id, at, state, mine: installerId === me.id };
  if (!order) return view;
  const firstName = order.name === undefined ? undefined : firstNameOf(order.name);
  const { address, lines } = order;
  return {
    ...view,
    for: {
      ...(firstName ? { firstName } : {}),
      ...(address === undefined ? {} : { address: placeOf(address, order.name) }),
      lines: [...lines],
    },
  };
}
