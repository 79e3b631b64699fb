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
import { mayAccess, requireAccess } from '../core/access/access.js';
import type { Actor, StaffActor } from '../core/access/actor.js';
import { grantOf } from '../core/access/permissions.rules.js';
import { limitsOf, reachedWhere, type Placed } from '../core/access/visibility.js';
import { readCursor, writeCursor } from '../core/database/cursor.js';
import { Database } from '../core/database/database.js';
import { InboxService } from '../conversations/inbox.service.js';
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
    private readonly inbox: InboxService,
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
      const seen = seenWhere(actor, (value) => {
        const name = `seen${Object.keys(query.getParameters()).length}`;
        query.setParameter(name, value);
        return `:${name}`;
      });
      if (seen !== undefined) query.where(seen);
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
    await this.requireSeen(actor, 'request.read', row);
    const about = [{ type: 'request', id }] as const;
    await this.readings.note({ actor, verb: 'request.read', purpose: 'house', about, customerId: row.customerId });
    const [view] = await this.views([row]);
    if (!view) throw new Refused('not-found');
    const { lines, zone } = clockOf(row.type, row.jurisdiction, row.receivedAt);
    return { ...view, zone, clock: [...lines] };
  }

  /** For whoever is to be shown that it is there. @throws Refused `not-found`, `not-allowed`. */
  async requireReadable(actor: Actor, id: string): Promise<void> {
    const row = await this.database.read((em) => em.findOneBy(PrivacyRequestRow, { id }));
    if (!row) throw new Refused('not-found');
    await this.requireSeen(actor, 'request.read', row);
  }

  /** Says whose law governs it; the deadline is computed anew from the same receipt. */
  async setJurisdiction(actor: Actor, id: string, { jurisdiction }: SetJurisdiction): Promise<PrivacyRequest> {
    const seen = await this.database.read((em) => em.findOneBy(PrivacyRequestRow, { id }));
    if (!seen) throw new Refused('not-found');
    await this.requireSeen(actor, 'request.change', seen);
    await this.database.write(async (tx) => {
      const row = await tx.em.findOneBy(PrivacyRequestRow, { id });
      if (!row) throw new Refused('not-found');
      if (row.jurisdiction === jurisdiction) return;
      const { dueAt, confirmBy = null } = clockOf(row.type, jurisdiction, row.receivedAt);
      await tx.em.update(PrivacyRequestRow, { id }, { jurisdiction, dueAt, confirmBy });
      const digest = this.audit.digest({ before: row.jurisdiction, after: jurisdiction, dueAt });
      const about = [{ type: 'request', id }] as const;
      await this.audit.record(tx, { actor, verb: 'request.jurisdiction-set', about, digest });
    });
    return this.get(actor, id);
  }

  /** Whoever opened it, and for a team whoever sees its conversation. @throws Refused `not-allowed`. */
  private async requireSeen(actor: Actor, permission: 'request.read' | 'request.change', row: PrivacyRequestRow) {
    const opened = { assigneeId: row.openedBy, categories: ['C5' as const] };
    const ofTeam = actor.kind === 'staff' && grantOf(actor.role, permission) === 'team';
    if (ofTeam && row.conversationId !== null && !mayAccess(actor, permission, 'house', opened)) {
      requireAccess(actor, permission, 'house', await this.inbox.scope(row.conversationId));
    } else requireAccess(actor, permission, 'house', opened);
  }

  private async views(rows: readonly PrivacyRequestRow[]): Promise<RequestRow[]> {
    const names = await this.staff.names(rows.map(({ openedBy }) => openedBy));
    return rows.map((row) => {
      const { id, number, type, status, jurisdiction, channel, language, receivedAt, dueAt, confirmBy, openedAt } = row;
      const name = names.get(row.openedBy);
      return {
        ...{ id, number, type, status, jurisdiction, channel, language, receivedAt, dueAt, openedAt },
        ...(confirmBy === null ? {} : { confirmBy }),
        openedBy: { id: row.openedBy, ...(name === undefined ? {} : { name }) },
        ...(row.conversationId === null || row.conversationNumber === null
          ? {}
          : { conversation: { id: row.conversationId, number: row.conversationNumber } }),
      };
    });
  }
}

/** Those that this person opened; of a team also what its people opened, and what was said where the team may read. */
function seenWhere(actor: StaffActor, placed: Placed): string | undefined {
  const grant = grantOf(actor.role, 'request.read') ?? 'own';
  const limits = limitsOf(actor.id, grant);
  if (!limits) return undefined;
  const openers = [actor.id, ...limits.reach.people].map(placed).join(', ');
  const opened = `r.opened_by IN (${openers})`;
  if (grant !== 'team') return opened;
  const said = `EXISTS (SELECT 1 FROM conversations c WHERE c.id = r.conversation_id AND ${reachedWhere(actor.id, grant, placed)})`;
  return `(${opened} OR ${said})`;
}
