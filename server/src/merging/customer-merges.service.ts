import { Refused } from '@candour/shared/errors.js';
import { newId } from '@candour/shared/ids.js';
import { MERGE_ALONE, UNMERGE_FOR } from '@candour/shared/merging.js';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { AuditTrail, type Verb } from '../audit/audit.service.js';
import { requireAccess } from '../core/access/access.js';
import type { Actor, StaffActor } from '../core/access/actor.js';
import type { Tx } from '../core/database/database.js';
import { CustomerJoiningService } from '../customers/customer-joining.service.js';
import { SignInService } from '../staff/sign-in.service.js';
import { StaffService } from '../staff/staff.service.js';
import { CustomerMergeRow } from './customer-merge.entity.js';
import { staffOf } from './merges.service.js';
import { MergingSurroundings } from './surroundings.js';

/** Most people of the staff who may decide that are asked about. */
const DECIDERS = 50;

/** Two customers become one when somebody asks and a second person agrees (house rules, "Permissions"). */
@Injectable()
export class CustomerMergesService {
  constructor(
    private readonly around: MergingSurroundings,
    private readonly joining: CustomerJoiningService,
    private readonly audit: AuditTrail,
    private readonly staff: StaffService,
    private readonly signIns: SignInService,
  ) {}

  /** @throws Refused `not-found`, `merge-unfit` with `why`, `already-exists` while it waits. */
  async ask(actor: Actor, fromId: string, intoId: string): Promise<void> {
    const staff = staffOf(actor);
    requireAccess(staff, 'customer.merge-ask', 'P2', { categories: ['C1'] });
    const subject = await this.audit.subject(fromId);
    await this.around.database.write(async (tx) => {
      await this.joining.fit(tx.em, fromId, intoId);
      const both = In([fromId, intoId]);
      if (await tx.em.existsBy(CustomerMergeRow, { fromId: both, intoId: both, state: 'asked' })) {
        throw new Refused('already-exists');
      }
      const askedAt = this.around.clock.now();
      await tx.em.insert(CustomerMergeRow, {
        ...{ id: newId(askedAt), fromId, intoId, state: 'asked', askedBy: staff.id, askedAt },
        ...{ decidedBy: null, mergedAt: null, did: null },
      });
      await this.record(tx, staff, 'customer.merge-asked', subject);
    });
  }

  /**
   * The second person agrees. Whoever asked may do so alone a day later, with their password, where nobody else could
   * (house rule 7). @throws Refused `not-found`, `second-person-required`, `too-early` with `left`, `sign-in-failed`,
   * `merge-unfit` with `why`.
   */
  async approve(actor: Actor, id: string, password?: string): Promise<void> {
    const staff = staffOf(actor);
    requireAccess(staff, 'customer.merge', 'P2', { categories: ['C1'] });
    const asked = await this.waiting(id);
    const alone = asked.askedBy === staff.id;
    if (alone) await this.requireAlone(staff, asked, password);
    const subject = await this.audit.subject(asked.intoId);
    await this.around.database.write(async (tx) => {
      const row = await tx.em.findOneBy(CustomerMergeRow, { id, state: 'asked' });
      if (!row) throw new Refused('not-found');
      const did = await this.joining.join(tx, row.fromId, row.intoId);
      const mergedAt = this.around.clock.now();
      await tx.em.update(CustomerMergeRow, { id }, { state: 'merged', decidedBy: staff.id, mergedAt, did });
      // What else was asked about either is to be asked anew, about whom they are now.
      await tx.em.delete(CustomerMergeRow, { fromId: In([row.fromId, row.intoId]), state: 'asked' });
      await tx.em.delete(CustomerMergeRow, { intoId: row.fromId, state: 'asked' });
      await this.record(tx, staff, alone ? 'customer.merged-alone' : 'customer.merged', subject, did.records);
    });
  }

  /** Whoever may agree may refuse, and whoever asked may take it back. @throws Refused `not-found`, `not-allowed`. */
  async reject(actor: Actor, id: string): Promise<void> {
    const staff = staffOf(actor);
    const asked = await this.waiting(id);
    const mine = asked.askedBy === staff.id;
    requireAccess(staff, mine ? 'customer.merge-ask' : 'customer.merge', 'P2', { categories: ['C1'] });
    const subject = await this.audit.subject(asked.fromId);
    await this.around.database.write(async (tx) => {
      const { affected } = await tx.em.delete(CustomerMergeRow, { id, state: 'asked' });
      if (affected !== 1) throw new Refused('not-found');
      await this.record(tx, staff, 'customer.merge-rejected', subject);
    });
  }

  /**
   * Both are customers of their own again. One person may do it: apart is the safer state.
   * @throws Refused `not-found`, `undo-over` after 30 days, or where the second was merged since.
   */
  async undo(actor: Actor, id: string): Promise<void> {
    const staff = staffOf(actor);
    requireAccess(staff, 'customer.merge', 'P2', { categories: ['C1'] });
    const merged = await this.around.database.read((em) => em.findOneBy(CustomerMergeRow, { id, state: 'merged' }));
    if (!merged) throw new Refused('not-found');
    const subject = await this.audit.subject(merged.fromId);
    await this.around.database.write(async (tx) => {
      const row = await tx.em.findOneBy(CustomerMergeRow, { id, state: 'merged' });
      if (!row?.did || row.mergedAt === null || row.mergedAt < this.around.clock.now() - UNMERGE_FOR) {
        throw new Refused('undo-over');
      }
      await this.joining.part(tx, row.fromId, row.intoId, row.did);
      await tx.em.delete(CustomerMergeRow, { id });
      await this.record(tx, staff, 'customer.unmerged', subject, row.did.records);
    });
  }

  /** Nobody else could decide. */
  async isAlone(staffId: string): Promise<boolean> {
    const able = await this.staff.having('customer.merge', DECIDERS);
    return able.every(({ id }) => id === staffId);
  }

  private async requireAlone(staff: StaffActor, { askedAt }: CustomerMergeRow, password?: string): Promise<void> {
    if (password === undefined || !(await this.isAlone(staff.id))) throw new Refused('second-person-required');
    await this.signIns.confirm(staff.id, password);
    const left = askedAt + MERGE_ALONE - this.around.clock.now();
    if (left > 0) throw new Refused('too-early', { left });
  }

  private async waiting(id: string): Promise<CustomerMergeRow> {
    const row = await this.around.database.read((em) => em.findOneBy(CustomerMergeRow, { id, state: 'asked' }));
    if (!row) throw new Refused('not-found');
    return row;
  }

  private record(tx: Tx, actor: StaffActor, verb: Verb, subject: Buffer, what?: unknown): Promise<void> {
    const digest = what === undefined ? {} : { digest: this.audit.digest(what) };
    return this.audit.record(tx, { actor, verb, about: [], subject, ...digest });
  }
}
