import { UNDO_KEPT } from '@candour/shared/deeds.js';
import { Refused } from '@candour/shared/errors.js';
import { newId } from '@candour/shared/ids.js';
import type { MergeDone, MergeOther, MergeOthers, MergePreview, MergeSearch } from '@candour/shared/merging.js';
import { Injectable } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { LessThan } from 'typeorm';
import { AccessTrail } from '../audit/access-trail.service.js';
import { mayAccess, requireAccess } from '../core/access/access.js';
import type { Actor, StaffActor } from '../core/access/actor.js';
import type { Tx } from '../core/database/database.js';
import { replyScope, type ConversationRecord } from '../conversations/conversation-units.service.js';
import { JoiningService, type Pair } from '../conversations/joining.service.js';
import { MergeDeed } from './merge-deed.entity.js';
import { MergeViews } from './merge-views.js';
import { MergingSurroundings } from './surroundings.js';

/** Makes two conversations one for everybody who works on them, and takes that back. */
@Injectable()
export class MergesService {
  constructor(
    private readonly around: MergingSurroundings,
    private readonly joining: JoiningService,
    private readonly views: MergeViews,
    private readonly readings: AccessTrail,
  ) {}

  /**
   * What it may be merged with: those of the same customer and browser, or one by its number. Only what the asker may
   * merge is shown. @throws Refused `not-found`, `not-allowed`.
   */
  async others(actor: Actor, id: string, { number }: MergeSearch): Promise<MergeOthers> {
    const staff = staffOf(actor);
    return this.around.database.read(async (em) => {
      const one = await this.standing(em, staff, id);
      const found = await this.views.others(em, one, number);
      const allowed = found.filter((other) => mayAccess(staff, 'conversation.merge', 'P5', replyScope(other)));
      const identified = await this.identified(em, [one, ...allowed]);
      const briefs = await this.views.briefs(allowed);
      const rows: MergeOther[] = [];
      for (const [i, other] of allowed.entries()) {
        const away = await this.joining.unfit(em, one, other, identified);
        const here = await this.joining.unfit(em, other, one, identified);
        const by = number !== undefined ? 'number' : other.customerId === one.customerId ? 'customer' : 'browser';
        rows.push({ ...briefs[i]!, by, ...(away ? { away } : {}), ...(here ? { here } : {}) });
      }
      const seen = { actor: staff, verb: 'conversation.searched', purpose: 'P5' } as const;
      await this.readings.note({
        ...seen,
        rows: rows.map((row) => row.id),
        ...(number ? { query: this.readings.asked(String(number)) } : {}),
      });
      return { rows };
    });
  }

  /** What would happen. @throws Refused `merge-unfit` with `why`, `matter-stands`, `not-found`, `not-allowed`. */
  async preview(actor: Actor, id: string, intoId: string): Promise<MergePreview> {
    const staff = staffOf(actor);
    return this.around.database.read(async (em) => {
      const from = await this.standing(em, staff, id);
      const into = await this.standing(em, staff, intoId);
      const why = await this.joining.unfit(em, from, into, await this.identified(em, [from, into]));
      if (why) throw why === 'safety' ? new Refused('matter-stands') : new Refused('merge-unfit', { why });
      return this.views.preview(em, from, into);
    });
  }

  /** @throws Refused `merge-unfit` with `why`, `matter-stands`, `not-found`, `not-allowed`. Then nothing was changed. */
  async merge(actor: Actor, id: string, intoId: string): Promise<MergeDone> {
    const staff = staffOf(actor);
    const subjects = await this.subjects(id, intoId);
    const undo = newId(this.around.clock.now());
    await this.around.database.write(async (tx) => {
      const pair = {
        from: await this.standing(tx.em, staff, id),
        into: await this.standing(tx.em, staff, intoId),
        subjects,
      };
      const identified = await this.identified(tx.em, [pair.from, pair.into]);
      const did = await this.joining.join(tx, staff, pair, identified);
      const at = this.around.clock.now();
      await tx.em.insert(MergeDeed, { id: undo, staffId: staff.id, at, fromId: id, intoId, did });
    });
    return { row: await this.around.inbox.row(intoId), undo };
  }

  /** Answers the id of the conversation that stands for itself again. @throws Refused `undo-over`. */
  async undo(actor: Actor, undo: string): Promise<string> {
    const staff = staffOf(actor);
    requireAccess(staff, 'conversation.merge', 'P5', { categories: ['C5'] });
    const deed = await this.around.database.read((em) => em.findOneBy(MergeDeed, { id: undo, staffId: staff.id }));
    if (!deed) throw new Refused('undo-over');
    const subjects = await this.subjects(deed.fromId, deed.intoId);
    await this.around.database.write(async (tx) => {
      const { affected } = await tx.em.delete(MergeDeed, { id: undo });
      if (affected !== 1 || deed.at < this.around.clock.now() - UNDO_KEPT) throw new Refused('undo-over');
      const from = await this.around.units.row(tx, deed.fromId);
      const into = await this.around.units.row(tx, deed.intoId);
      if (!from || !into) throw new Refused('undo-over');
      const pair: Pair = { from, into, subjects };
      await this.joining.part(tx, staff, pair, deed.did);
    });
    return deed.fromId;
  }

  @Cron('*/5 * * * *', { timeZone: 'UTC' })
  async forget(): Promise<void> {
    const before = this.around.clock.now() - UNDO_KEPT;
    await this.around.database.write((tx) => tx.em.delete(MergeDeed, { at: LessThan(before) }));
  }

  private async subjects(from: string, into: string): Promise<Pair['subjects']> {
    const [one, other] = [await this.around.units.known(from), await this.around.units.known(into)];
    return { from: one.subject, into: other.subject };
  }

  /** Both are the asker's to work on: their own, or waiting for everybody. */
  private async standing(em: Tx['em'], staff: StaffActor, id: string): Promise<ConversationRecord> {
    const record = await this.around.units.rowIn(em, id);
    if (!record) throw new Refused('not-found');
    requireAccess(staff, 'conversation.merge', 'P5', { ...replyScope(record), categories: ['C5'] });
    return record;
  }

  private identified(em: Tx['em'], records: readonly ConversationRecord[]): Promise<ReadonlySet<string>> {
    return this.around.customers.identified(
      em,
      records.map(({ customerId }) => customerId),
    );
  }
}

export function staffOf(actor: Actor): StaffActor {
  if (actor.kind !== 'staff') throw new Refused('not-allowed');
  return actor;
}
