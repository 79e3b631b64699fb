import { InboxAsk } from '@candour/shared/conversations.js';
import { Refused } from '@candour/shared/errors.js';
import { newId } from '@candour/shared/ids.js';
import {
  COUNT_MOST,
  VIEWS_MOST,
  type KeepView,
  type SavedView,
  type SavedViews,
  type ViewFilter,
} from '@candour/shared/views.js';
import { Injectable } from '@nestjs/common';
import { requireAccess } from '../core/access/access.js';
import type { Actor, StaffActor } from '../core/access/actor.js';
import { staffOf } from './deeds.service.js';
import { TicketSurroundings } from './surroundings.js';
import { SavedViewRow } from './views.entity.js';

/** Lists of the inbox that people keep for themselves, or a lead for everybody. */
@Injectable()
export class ViewsService {
  constructor(private readonly around: TicketSurroundings) {}

  /** One's own and the shared ones, each with how many it holds: of what is under way, counted to a bound. */
  async list(actor: Actor): Promise<SavedViews> {
    const staff = staffOf(actor);
    requireAccess(staff, 'conversation.list', 'P5', { categories: ['C5'] });
    const rows = await this.around.database.read(async (em) => {
      const order = { createdAt: 'ASC', id: 'ASC' } as const;
      const shared = await em.find(SavedViewRow, { where: { shared: true }, order, take: VIEWS_MOST });
      const own = await em.find(SavedViewRow, { where: { staffId: staff.id, shared: false }, order, take: VIEWS_MOST });
      return [...shared, ...own];
    });
    return { views: await Promise.all(rows.map((row) => this.shown(staff, row))) };
  }

  /** @throws Refused `not-allowed` where somebody shares who may not, `too-many-views` with `most`. */
  async keep(actor: Actor, { name, filter, shared }: KeepView): Promise<SavedView> {
    const staff = staffOf(actor);
    requireAccess(staff, 'conversation.list', 'P5', { categories: ['C5'] });
    if (shared) requireAccess(staff, 'views.share', 'P5');
    const row = { id: newId(), staffId: staff.id, name, filter, shared, createdAt: this.around.clock.now() };
    await this.around.database.write(async (tx) => {
      const there = await tx.em.countBy(SavedViewRow, shared ? { shared } : { staffId: staff.id, shared });
      if (there >= VIEWS_MOST) throw new Refused('too-many-views', { most: VIEWS_MOST });
      await tx.em.insert(SavedViewRow, row);
      if (shared) await this.around.audit.record(tx, { actor, verb: 'view.kept', about: [] });
    });
    return this.shown(staff, row);
  }

  /** One's own, or a shared one for whoever may share. @throws Refused `not-found`. */
  async forget(actor: Actor, id: string): Promise<SavedViews> {
    const staff = staffOf(actor);
    requireAccess(staff, 'conversation.list', 'P5');
    await this.around.database.write(async (tx) => {
      const row = await tx.em.findOneBy(SavedViewRow, { id });
      if (!row || (!row.shared && row.staffId !== staff.id)) throw new Refused('not-found');
      if (row.shared) requireAccess(staff, 'views.share', 'P5');
      await tx.em.delete(SavedViewRow, { id });
      if (row.shared) await this.around.audit.record(tx, { actor, verb: 'view.deleted', about: [] });
    });
    return this.list(actor);
  }

  private async shown(staff: StaffActor, { id, name, filter, shared, staffId }: SavedViewRow): Promise<SavedView> {
    return { id, name, filter, shared, mine: staffId === staff.id, ...(await this.counted(staff, filter)) };
  }

  /** What is over is many: counting it would walk an index for a figure that nobody waits for. */
  private async counted(staff: StaffActor, filter: ViewFilter): Promise<{ count?: number; more?: boolean }> {
    if (filter.view === 'resolved' || filter.view === 'spam') return {};
    const { assignee, ...rest } = filter;
    const ask = InboxAsk.parse({ ...rest, ...(assignee ? { assignee: assignee === 'me' ? staff.id : assignee } : {}) });
    const found = await this.around.inbox.count(staff, ask, COUNT_MOST);
    return found > COUNT_MOST ? { count: COUNT_MOST, more: true } : { count: found };
  }
}
