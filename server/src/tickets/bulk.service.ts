import { UNDO_KEPT, type BulkAsk, type BulkResult } from '@candour/shared/deeds.js';
import { Refused } from '@candour/shared/errors.js';
import { newId } from '@candour/shared/ids.js';
import { Injectable } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { LessThan } from 'typeorm';
import { requireAccess } from '../core/access/access.js';
import type { Actor, StaffActor } from '../core/access/actor.js';
import { ConversationUnitsService, replyScope } from '../conversations/conversation-units.service.js';
import { FilingService } from '../conversations/filing.service.js';
import { Moving } from '../conversations/moving.service.js';
import { BulkDeed, type BulkItem } from './bulk.entity.js';
import { standsAs } from './deeds.rules.js';
import { DeedsService, staffOf, type Done, type Prepared } from './deeds.service.js';
import { TicketSurroundings } from './surroundings.js';

type Result = BulkResult['results'][number];
/** Tickets changed at a time: enough for one commit to carry many, few enough to let messages between them. */
const AT_ONCE = 20;

/** One deed to many tickets: each is allowed, done and answered for itself, and what was done can be taken back. */
@Injectable()
export class BulkService {
  constructor(
    private readonly around: TicketSurroundings,
    private readonly deeds: DeedsService,
    private readonly units: ConversationUnitsService,
    private readonly moving: Moving,
    private readonly filing: FilingService,
  ) {}

  async do(actor: Actor, { ids, deed }: BulkAsk): Promise<BulkResult> {
    const staff = staffOf(actor);
    requireAccess(staff, 'conversation.bulk', 'P5', { categories: ['C5'] });
    const prepared = await this.deeds.prepare(staff, deed);
    const did = new Map<string, Done>();
    const results = await this.each(ids, async (id) => {
      const done = await this.one(staff, id, prepared);
      if (done) did.set(id, done);
      return done !== undefined;
    });
    const items = ids.flatMap((id): BulkItem[] => {
      const done = did.get(id);
      return done ? [{ id, ...done }] : [];
    });
    if (items.length === 0) return { results };
    const undo = newId();
    const row = { id: undo, staffId: staff.id, at: this.around.clock.now(), items };
    await this.around.database.write((tx) => tx.em.insert(BulkDeed, row));
    return { results, undo };
  }

  /**
   * Takes back what was done, once, where nothing has changed since; the rest stays and is answered `unchanged`.
   * @throws Refused `undo-over` for what was taken back, is somebody else's, or too long ago.
   */
  async undo(actor: Actor, id: string): Promise<BulkResult> {
    const staff = staffOf(actor);
    requireAccess(staff, 'conversation.bulk', 'P5', { categories: ['C5'] });
    const row = await this.around.database.write(async (tx) => {
      const found = await tx.em.findOneBy(BulkDeed, { id, staffId: staff.id });
      if (!found || found.at < this.around.clock.now() - UNDO_KEPT) throw new Refused('undo-over');
      await tx.em.delete(BulkDeed, { id });
      return found;
    });
    const items = new Map(row.items.map((item) => [item.id, item]));
    return { results: await this.each([...items.keys()], (one) => this.back(staff, items.get(one))) };
  }

  @Cron('*/5 * * * *', { timeZone: 'UTC' })
  async forget(): Promise<void> {
    const before = this.around.clock.now() - UNDO_KEPT;
    await this.around.database.write((tx) => tx.em.delete(BulkDeed, { at: LessThan(before) }));
  }

  private async one(staff: StaffActor, id: string, prepared: Prepared): Promise<Done | undefined> {
    const { subject } = await this.units.known(id);
    return this.around.database.write(async (tx) => {
      const record = await this.units.row(tx, id);
      if (!record) throw new Refused('not-found');
      // By row: one's own, not what waits for everybody (house rules, "Permissions").
      requireAccess(staff, 'conversation.bulk', 'P5', { ...replyScope(record), queued: false });
      return this.deeds.within(tx, staff, record, prepared, subject);
    });
  }

  private async back(staff: StaffActor, item: BulkItem | undefined): Promise<boolean> {
    if (!item) return false;
    const { subject } = await this.units.known(item.id);
    return this.around.database.write(async (tx) => {
      const record = await this.units.row(tx, item.id);
      if (!record) throw new Refused('not-found');
      const { stood, filed } = item;
      if (stood) {
        if (!standsAs(record, stood.after)) return false;
        const by = { id: staff.id, name: staff.name };
        const names = stood.before.assigneeId === null ? undefined : '';
        const fact = { code: 'undone', subject, by } as const;
        await this.moving.move(tx, record, stood.before, { fact, assigneeName: names, back: true });
      }
      if (!filed) return stood !== undefined;
      const { says, back } = filed;
      const now = await this.filing.saysNow(tx, record);
      if (now.priority !== says.priority || now.topic !== says.topic || now.reason !== says.reason) return false;
      if (!says.addTags?.every((tag) => now.tags.includes(tag))) return false;
      if (says.removeTags?.some((tag) => now.tags.includes(tag))) return false;
      return (await this.filing.fileIn(tx, staff, record, back, subject)) !== undefined;
    });
  }

  /** In the order asked; a refusal of one is its own. */
  private async each(ids: readonly string[], work: (id: string) => Promise<boolean>): Promise<Result[]> {
    const results: Result[] = [];
    for (let from = 0; from < ids.length; from += AT_ONCE) {
      results.push(...(await Promise.all(ids.slice(from, from + AT_ONCE).map((id) => outcome(id, work)))));
    }
    return results;
  }
}

async function outcome(id: string, work: (id: string) => Promise<boolean>): Promise<Result> {
  try {
    return { id, outcome: (await work(id)) ? 'done' : 'unchanged' };
  } catch (error) {
    if (error instanceof Refused) return { id, outcome: 'refused', code: error.code };
    throw error;
  }
}
