import type { Customer } from '@candour/shared/customers.js';
import { Refused } from '@candour/shared/errors.js';
import {
  MERGE_ALONE,
  UNMERGE_FOR,
  type CustomerMergeAsked,
  type CustomerPage,
  type MergedCustomer,
} from '@candour/shared/merging.js';
import { Injectable } from '@nestjs/common';
import type { FindOptionsWhere } from 'typeorm';
import { AccessTrail } from '../audit/access-trail.service.js';
import { mayAccess, requireAccess } from '../core/access/access.js';
import type { Actor, StaffActor } from '../core/access/actor.js';
import { replyScope } from '../conversations/conversation-units.service.js';
import { JoiningService } from '../conversations/joining.service.js';
import { CustomerJoiningService } from '../customers/customer-joining.service.js';
import { OwnedRecords } from '../privacy/owned-records.service.js';
import { StaffService } from '../staff/staff.service.js';
import { CustomerMergeRow } from './customer-merge.entity.js';
import { CustomerMergesService } from './customer-merges.service.js';
import { staffOf } from './merges.service.js';
import { MergingSurroundings } from './surroundings.js';

/** Merges that wait, and those of one customer, shown at once. */
const SHOWN = 50;

/** What looking people up stands on, in one. */
@Injectable()
export class CustomerSources {
  constructor(
    readonly conversations: JoiningService,
    readonly joining: CustomerJoiningService,
    readonly owned: OwnedRecords,
    readonly staff: StaffService,
  ) {}
}

/** People as the desk knows them: found by an address, with what they are called besides and who may be the same. */
@Injectable()
export class CustomerPagesService {
  constructor(
    private readonly around: MergingSurroundings,
    private readonly sources: CustomerSources,
    private readonly merges: CustomerMergesService,
    private readonly readings: AccessTrail,
  ) {}

  /** By a whole e-mail address or telephone number. The search stands in the audit (policy R8). */
  async search(actor: Actor, q: string): Promise<Customer[]> {
    requireAccess(actor, 'customer.read', 'P2', { categories: ['C1'] });
    const { customers, database } = this.around;
    const email = q.includes('@') ? { email: customers.emailIndex(q) } : {};
    const phones = q.includes('@') ? [] : customers.phoneIndexes(q);
    const ids = await database.read((em) => this.sources.joining.found(em, { ...email, phones }));
    await this.readings.note({
      actor,
      verb: 'customer.searched',
      purpose: 'P2',
      rows: ids,
      query: this.readings.asked(q),
    });
    const views = await customers.view(ids);
    return ids.flatMap((id) => views.get(id) ?? []);
  }

  /** One customer; of somebody who was merged, whom they are now. @throws Refused `not-found`. */
  async page(actor: Actor, askedFor: string): Promise<CustomerPage> {
    const staff = staffOf(actor);
    requireAccess(staff, 'customer.read', 'P2', { categories: ['C1'] });
    const { customers, database } = this.around;
    const customer = (await customers.view([askedFor])).get(askedFor);
    if (customer?.kind !== 'identified') throw new Refused('not-found');
    const { id } = customer;
    await this.readings.note({ actor, verb: 'customer.read', purpose: 'P2', about: [], customerId: id });
    const { owned, joining, conversations } = this.sources;
    const known = await database.read(async (em) => ({
      orders: await owned.count(em, 'orders', id),
      conversations: await owned.count(em, 'conversations', id),
      requests: await owned.count(em, 'privacy_requests', id),
      duplicates: await joining.duplicates(em, id),
      latest: await conversations.others(em, { id: '', customerId: id, visitorId: '' }),
    }));
    const others = await customers.view(known.duplicates.map((one) => one.id));
    const readable = known.latest.filter((one) => mayAccess(staff, 'conversation.read', 'P5', replyScope(one)));
    return {
      ...{ customer, askedFor, orders: known.orders, conversations: known.conversations, requests: known.requests },
      latest: readable.map(({ id: one, number, status, topic, lastAt }) => ({
        id: one,
        number,
        status,
        topic,
        lastAt,
      })),
      merged: await this.merged(staff, id),
      asked: await this.asked(staff, [
        { fromId: id, state: 'asked' },
        { intoId: id, state: 'asked' },
      ]),
      duplicates: known.duplicates.flatMap((one) => {
        const other = others.get(one.id);
        return other ? [{ customer: other, by: one.by }] : [];
      }),
    };
  }

  /** What waits for a second person, the oldest first; for whoever may only ask, what they asked for. */
  async waiting(actor: Actor): Promise<CustomerMergeAsked[]> {
    const staff = staffOf(actor);
    requireAccess(staff, 'customer.merge-ask', 'P2', { categories: ['C1'] });
    const all = mayAccess(staff, 'customer.merge', 'P2', {});
    return this.asked(staff, [{ state: 'asked', ...(all ? {} : { askedBy: staff.id }) }]);
  }

  private async asked(staff: StaffActor, where: FindOptionsWhere<CustomerMergeRow>[]): Promise<CustomerMergeAsked[]> {
    const { customers, database } = this.around;
    const order = { askedAt: 'ASC', id: 'ASC' } as const;
    const rows = await database.read((em) => em.find(CustomerMergeRow, { where, order, take: SHOWN }));
    if (rows.length === 0) return [];
    const views = await customers.view(rows.flatMap(({ fromId, intoId }) => [fromId, intoId]));
    const names = await this.sources.staff.names(rows.map(({ askedBy }) => askedBy));
    await this.readings.note({ actor: staff, verb: 'customer.searched', purpose: 'P2', rows: [...views.keys()] });
    const decides = mayAccess(staff, 'customer.merge', 'P2', {});
    const alone = decides && (await this.merges.isAlone(staff.id));
    return rows.flatMap(({ id, fromId, intoId, askedBy, askedAt }): CustomerMergeAsked[] => {
      const from = views.get(fromId);
      const into = views.get(intoId);
      if (!from || !into) return [];
      const mine = askedBy === staff.id;
      const may = mine ? (alone ? 'confirm' : 'take-back') : decides ? 'decide' : 'wait';
      const by = { id: askedBy, name: names.get(askedBy) ?? '' };
      const confirms = may === 'confirm' ? { confirmFrom: askedAt + MERGE_ALONE } : {};
      return [{ id, from, into, askedBy: by, askedAt, may, ...confirms }];
    });
  }

  private async merged(staff: StaffActor, intoId: string): Promise<MergedCustomer[]> {
    const { database, clock } = this.around;
    const found = await database.read(async (em) => {
      const rows = await em.find(CustomerMergeRow, {
        where: { intoId, state: 'merged' },
        order: { mergedAt: 'DESC' },
        take: SHOWN,
      });
      return {
        rows,
        names: await this.sources.joining.names(
          em,
          rows.map(({ fromId }) => fromId),
        ),
      };
    });
    const by = await this.sources.staff.names(found.rows.flatMap(({ decidedBy }) => decidedBy ?? []));
    const may = mayAccess(staff, 'customer.merge', 'P2', {});
    return found.rows.flatMap(({ id, fromId, mergedAt, decidedBy, did }): MergedCustomer[] => {
      const customer = found.names.get(fromId);
      if (!customer || mergedAt === null || decidedBy === null) return [];
      const count = (table: string): number => did?.records[table]?.length ?? 0;
      const until = mergedAt + UNMERGE_FOR;
      return [
        {
          ...{ id, customer, mergedAt, by: { id: decidedBy, name: by.get(decidedBy) ?? '' } },
          ...{ orders: count('orders'), conversations: count('conversations') },
          ...{ requests: count('privacy_requests'), blocks: count('blocks') },
          ...(may && until > clock.now() ? { undoUntil: until } : {}),
        },
      ];
    });
  }
}
