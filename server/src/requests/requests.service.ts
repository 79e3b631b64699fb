import { Refused } from '@candour/shared/errors.js';
import type {
  PrivacyRequest,
  RequestPage,
  RequestRow,
  RequestsAsk,
  SetJurisdiction,
} from '@candour/shared/requests.js';
import { Injectable } from '@nestjs/common';
import { AccessTrail } from '../audit/access-trail.service.js';
import { AuditTrail } from '../audit/audit.service.js';
import { requireAccess } from '../core/access/access.js';
import type { Actor } from '../core/access/actor.js';
import { grantOf } from '../core/access/permissions.rules.js';
import { readCursor, writeCursor } from '../core/database/cursor.js';
import { Database } from '../core/database/database.js';
import { StaffService } from '../staff/staff.service.js';
import { clockOf } from './clock.rules.js';
import { PrivacyRequestRow } from './requests.entity.js';

/** Privacy requests by their deadlines. */
@Injectable()
export class RequestsService {
  constructor(
    private readonly database: Database,
    private readonly staff: StaffService,
    private readonly readings: AccessTrail,
    private readonly audit: AuditTrail,
  ) {}

  /** The nearest deadline first; who may read only their own gets those that they opened. */
  async list(actor: Actor, { cursor, limit }: RequestsAsk): Promise<RequestPage> {
    requireAccess(actor, 'request.read', 'house', { categories: ['C5'] });
    if (actor.kind !== 'staff') throw new Refused('not-allowed');
    const rows = await this.database.read((em) => {
      const query = em
        .createQueryBuilder(PrivacyRequestRow, 'r')
        .orderBy('r.dueAt')
        .addOrderBy('r.id')
        .limit(limit + 1);
      if (grantOf(actor.role, 'request.read') !== 'all') query.where('r.openedBy = :own', { own: actor.id });
      if (cursor !== undefined) query.andWhere('(r.dueAt, r.id) > (:at, :id)', readCursor(cursor));
      return query.getMany();
    });
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    const shown = page.map(({ id }) => id);
    await this.readings.note({ actor, verb: 'request.read', purpose: 'house', rows: shown });
    return {
      rows: await this.views(page),
      ...(rows.length > limit && last ? { next: writeCursor({ at: last.dueAt, id: last.id }) } : {}),
    };
  }

  /** @throws Refused `not-found`; `not-allowed` for one that somebody else opened. */
  async get(actor: Actor, id: string): Promise<PrivacyRequest> {
    const row = await this.database.read((em) => em.findOneBy(PrivacyRequestRow, { id }));
    if (!row) throw new Refused('not-found');
    requireAccess(actor, 'request.read', 'house', { assigneeId: row.openedBy, categories: ['C5'] });
    const about = [{ type: 'request', id }] as const;
    await this.readings.note({ actor, verb: 'request.read', purpose: 'house', about, customerId: row.customerId });
    const [view] = await this.views([row]);
    if (!view) throw new Refused('not-found');
    const { lines, zone } = clockOf(row.type, row.jurisdiction, row.receivedAt);
    return { ...view, zone, clock: [...lines] };
  }

  /** Says whose law governs it; the deadline is computed anew from the same receipt. */
  async setJurisdiction(actor: Actor, id: string, { jurisdiction }: SetJurisdiction): Promise<PrivacyRequest> {
    await this.database.write(async (tx) => {
      const row = await tx.em.findOneBy(PrivacyRequestRow, { id });
      if (!row) throw new Refused('not-found');
      requireAccess(actor, 'request.change', 'house', { assigneeId: row.openedBy, categories: ['C5'] });
      if (row.jurisdiction === jurisdiction) return;
      const { dueAt, confirmBy = null } = clockOf(row.type, jurisdiction, row.receivedAt);
      await tx.em.update(PrivacyRequestRow, { id }, { jurisdiction, dueAt, confirmBy });
      const digest = this.audit.digest({ before: row.jurisdiction, after: jurisdiction, dueAt });
      const about = [{ type: 'request', id }] as const;
      await this.audit.record(tx, { actor, verb: 'request.jurisdiction-set', about, digest });
    });
    return this.get(actor, id);
  }

  private async views(rows: readonly PrivacyRequestRow[]): Promise<RequestRow[]> {
    const names = await this.staff.names(rows.map(({ openedBy }) => openedBy));
    return rows.map((row) => {
      const { id, number, type, status, jurisdiction, language, receivedAt, dueAt, confirmBy, openedAt } = row;
      const name = names.get(row.openedBy);
      return {
        ...{ id, number, type, status, jurisdiction, language, receivedAt, dueAt, openedAt },
        ...(confirmBy === null ? {} : { confirmBy }),
        openedBy: { id: row.openedBy, ...(name === undefined ? {} : { name }) },
        ...(row.conversationId === null || row.conversationNumber === null
          ? {}
          : { conversation: { id: row.conversationId, number: row.conversationNumber } }),
      };
    });
  }
}
