import { Refused } from '@candour/shared/errors.js';
import type { ConversationRow } from '@candour/shared/conversations.js';
import type { Offer, Offers } from '@candour/shared/routing.js';
import { Injectable } from '@nestjs/common';
import { requireAccess } from '../core/access/access.js';
import type { Actor, StaffActor } from '../core/access/actor.js';
import { Clock } from '../core/clock.js';
import { Database, type Tx } from '../core/database/database.js';
import { InboxService } from '../conversations/inbox.service.js';
import { QueueService } from '../conversations/queue.service.js';
import { DutyRow, OfferRow } from './routing.entity.js';
import { DutyChanged, OfferEnded } from './routing.events.js';
import { PASSED_MS } from './routing.rules.js';
import { Roster } from './roster.js';

/** Answering an offer. */
@Injectable()
export class OffersService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly roster: Roster,
    private readonly queue: QueueService,
    private readonly inbox: InboxService,
  ) {}

  /** What is held for this person, the oldest first: for a page that was loaded anew. */
  async mine(actor: Actor): Promise<Offers> {
    const me = taker(actor);
    const rows = await this.database.read((em) =>
      em.find(OfferRow, { where: { staffId: me.id, state: 'held' }, order: { at: 'ASC', conversationId: 'ASC' } }),
    );
    const offers = await Promise.all(
      rows.map((row) => this.offer(row.conversationId, row.endsAt, row.endsAt - row.at)),
    );
    return { offers };
  }

  /** An offer as the console shows it, for somebody whom it is held for. */
  async offer(conversationId: string, endsAt: number, ofMs: number): Promise<Offer> {
    const row = await this.inbox.row(conversationId);
    return { row, leftMs: Math.max(0, endsAt - this.clock.now()), ofMs };
  }

  /** @throws Refused `offer-gone`, `conversation-taken`, `capacity-reached`. */
  async accept(actor: Actor, conversationId: string): Promise<ConversationRow> {
    const me = taker(actor);
    const subject = await this.queue.subjectOf(conversationId);
    // Beside the unit, which touches as few rows as can be: on PostgreSQL those of others would make it run again.
    const [mine] = await this.database.read((em) => this.roster.these(em, [me.id], this.clock.now()));
    if (!mine) throw new Refused('offer-gone');
    await this.database.write(async (tx) => {
      await this.requireHeld(tx, me, conversationId);
      const outcome = await this.queue.give(tx, conversationId, { id: me.id, name: me.name }, mine.capacity, subject);
      if (outcome === 'gone') throw new Refused('conversation-taken');
      if (outcome === 'full') throw new Refused('capacity-reached', { capacity: mine.capacity });
      await tx.em.delete(OfferRow, { conversationId });
      if (mine.duty.missed > 0) await tx.em.update(DutyRow, { staffId: me.id }, { missed: 0 });
      tx.tell(new OfferEnded(me.id, conversationId, 'accepted'));
      tx.tell(new DutyChanged(me.id));
    });
    return this.inbox.row(conversationId);
  }

  /** It goes to the next. Saying no is an answer: it counts as no miss. @throws Refused `offer-gone`. */
  async refuse(actor: Actor, conversationId: string): Promise<void> {
    const me = taker(actor);
    const now = this.clock.now();
    await this.database.write(async (tx) => {
      await this.requireHeld(tx, me, conversationId);
      const passed = { state: 'passed', at: now, endsAt: now + PASSED_MS } as const;
      await tx.em.update(OfferRow, { conversationId, staffId: me.id }, passed);
      await tx.em.update(DutyRow, { staffId: me.id }, { missed: 0 });
      tx.tell(new OfferEnded(me.id, conversationId, 'refused'));
      tx.tell(new DutyChanged(me.id));
    });
  }

  private async requireHeld(tx: Tx, me: StaffActor, conversationId: string): Promise<void> {
    const offer = await tx.em.findOneBy(OfferRow, { conversationId, staffId: me.id, state: 'held' });
    if (!offer || offer.endsAt <= this.clock.now()) throw new Refused('offer-gone');
  }
}

function taker(actor: Actor): StaffActor {
  requireAccess(actor, 'conversation.take', 'P5');
  if (actor.kind !== 'staff') throw new Refused('not-allowed');
  return actor;
}
