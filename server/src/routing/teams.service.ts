import { Refused } from '@candour/shared/errors.js';
import { newId } from '@candour/shared/ids.js';
import { TEAMS_MAX, type Routing, type RoutingRules, type SaveTeam } from '@candour/shared/routing.js';
import type { Role } from '@candour/shared/staff.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditTrail, type Verb } from '../audit/audit.service.js';
import { requireAccess } from '../core/access/access.js';
import type { Actor } from '../core/access/actor.js';
import { Clock } from '../core/clock.js';
import { Database, type Tx } from '../core/database/database.js';
import { QueueService } from '../conversations/queue.service.js';
import { StaffService } from '../staff/staff.service.js';
import { DutyRow, RoutingRulesRow, TeamMemberRow, TeamRow } from './routing.entity.js';
import { DutyChanged } from './routing.events.js';
import { RoutingView } from './routing-view.js';
import { RULES_ID } from './settings.js';

/** Chats at once of somebody who is new here (house rule 22); set for the person, who knows when it is over. */
export const CAPACITY_NEW = 2;

/** Roles that take chats, and so can be members of a team. */
export const takers: readonly Role[] = ['agent', 'lead', 'supervisor'];

/** Teams, who is in them, and how much each person takes. */
@Injectable()
export class TeamsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
    private readonly staff: StaffService,
    private readonly queue: QueueService,
    private readonly view: RoutingView,
  ) {}

  async list(actor: Actor): Promise<Routing> {
    requireAccess(actor, 'routing.manage', 'house', { categories: ['staff'] });
    return this.view.whole();
  }

  /** Names, for whoever works in the queues. */
  names(actor: Actor): { id: string; name: string }[] {
    requireAccess(actor, 'conversation.list', 'P5');
    return this.view.names();
  }

  async add(actor: Actor, ask: SaveTeam): Promise<Routing> {
    return this.save(actor, newId(), ask, true);
  }

  /** @throws Refused `not-found`, `bad-input` for members who take no chats, `already-exists` for another's name. */
  async change(actor: Actor, id: string, ask: SaveTeam): Promise<Routing> {
    return this.save(actor, id, ask, false);
  }

  private async save(actor: Actor, id: string, { memberIds, ...team }: SaveTeam, fresh: boolean): Promise<Routing> {
    const members = [...new Set(memberIds)];
    return this.changing(actor, 'team.saved', { id, ...team, members }, async (tx) => {
      const teams = await tx.em.find(TeamRow);
      const before = teams.find((one) => one.id === id);
      if (!fresh && !before) throw new Refused('not-found');
      if (fresh && teams.length >= TEAMS_MAX) throw new Refused('bad-input', { most: TEAMS_MAX });
      if (teams.some((one) => one.id !== id && one.name === team.name)) throw new Refused('already-exists');
      await this.requireTakers(tx.em, members);
      if (before) await tx.em.update(TeamRow, { id }, team);
      else await tx.em.insert(TeamRow, { id, ...team, createdAt: this.clock.now() });
      await tx.em.delete(TeamMemberRow, { teamId: id });
      if (members.length > 0) {
        await tx.em.insert(
          TeamMemberRow,
          members.map((staffId) => ({ teamId: id, staffId })),
        );
      }
    });
  }

  /** What waits in its queue waits in everybody's. @throws Refused `not-found`. */
  async remove(actor: Actor, id: string): Promise<Routing> {
    return this.changing(actor, 'team.removed', { id }, async (tx) => {
      const { affected } = await tx.em.delete(TeamRow, { id });
      if (affected !== 1) throw new Refused('not-found');
      await tx.em.delete(TeamMemberRow, { teamId: id });
      await this.queue.withoutTeam(tx, id);
    });
  }

  async setRules(actor: Actor, rules: RoutingRules): Promise<Routing> {
    return this.changing(actor, 'routing.set', rules, async (tx) => {
      await tx.em.delete(RoutingRulesRow, { id: RULES_ID });
      await tx.em.insert(RoutingRulesRow, { id: RULES_ID, rules, setAt: this.clock.now() });
    });
  }

  /** Null: what their teams and role give. @throws Refused `not-found`, `bad-input`. */
  async setCapacity(actor: Actor, staffId: string, capacity: number | null): Promise<Routing> {
    return this.changing(actor, 'routing.set', { staffId, capacity }, async (tx) => {
      await this.requireTakers(tx.em, [staffId]);
      const { affected } = await tx.em.update(DutyRow, { staffId }, { capacity });
      if (affected === 1) return;
      const now = this.clock.now();
      // Somebody who never said that they are there: away.
      const away = { presence: 'away', breakKind: null, missed: 0, readyAt: null, givenAt: null } as const;
      await tx.em.insert(DutyRow, { staffId, capacity, since: now, seenAt: now, ...away });
    });
  }

  private async requireTakers(em: EntityManager, ids: readonly string[]): Promise<void> {
    const found = await this.staff.working(em, ids);
    const fine = found.filter(({ role }) => takers.includes(role)).length;
    if (fine !== ids.length) throw new Refused('bad-input', undefined, [{ path: 'memberIds', rule: 'takes no chats' }]);
  }

  /** One change of the routing: checked, written, in the audit with a digest of what was set, known here at once. */
  private async changing(actor: Actor, verb: Verb, set: object, change: (tx: Tx) => Promise<void>): Promise<Routing> {
    requireAccess(actor, 'routing.manage', 'house', { categories: ['staff'] });
    await this.database.write(async (tx) => {
      await change(tx);
      await this.audit.record(tx, { actor, verb, about: [], digest: this.audit.digest(set) });
      tx.tell(new DutyChanged(''));
    });
    await this.view.refresh();
    return this.view.whole();
  }
}
