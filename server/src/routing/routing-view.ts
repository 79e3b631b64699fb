import type { DutyRow as DutyView, Routing } from '@candour/shared/routing.js';
import { Injectable } from '@nestjs/common';
import { Clock } from '../core/clock.js';
import { Database } from '../core/database/database.js';
import { QueueReader } from '../conversations/queue-reader.service.js';
import { StaffService } from '../staff/staff.service.js';
import { TeamMemberRow } from './routing.entity.js';
import { capacityOf } from './routing.rules.js';
import { Roster } from './roster.js';
import { RoutingSettings, rulesIn, teamsIn } from './settings.js';

/** Most people shown beside the teams. */
const PEOPLE_MAX = 500;

/** The routing as the administrator sees it: a fixed number of statements. */
@Injectable()
export class RoutingView {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly staff: StaffService,
    private readonly reader: QueueReader,
    private readonly roster: Roster,
    private readonly settings: RoutingSettings,
  ) {}

  refresh(): Promise<void> {
    return this.settings.refresh();
  }

  names(): { id: string; name: string }[] {
    return this.settings.teams.map(({ id, name }) => ({ id, name }));
  }

  async whole(): Promise<Routing> {
    const [teams, members, waiting, rules] = await this.database.read(async (em) => [
      await teamsIn(em),
      await em.find(TeamMemberRow, { order: { staffId: 'ASC' } }),
      await this.reader.waitingByTeam(em),
      await rulesIn(em),
    ]);
    const memberIds = Map.groupBy(members, ({ teamId }) => teamId);
    return {
      teams: teams.map(({ id, name, topics, languages, capacity }) => ({
        ...{ id, name, topics, languages, capacity },
        memberIds: (memberIds.get(id) ?? []).map(({ staffId }) => staffId),
        waiting: waiting.get(id) ?? 0,
      })),
      rules,
      people: await this.people(),
    };
  }

  private async people(): Promise<DutyView[]> {
    const staff = await this.staff.inRoles(['agent', 'lead', 'supervisor'], PEOPLE_MAX);
    const ids = staff.map(({ id }) => id);
    const duties = await this.database.read((em) => this.roster.these(em, ids, this.clock.now()));
    const known = new Map(duties.map((one) => [one.id, one]));
    const { rules, teamsOf } = this.settings;
    return staff.map(({ id, name, role }) => {
      const one = known.get(id);
      const teams = (teamsOf.get(id) ?? []).map(({ capacity }) => capacity);
      const own = one?.duty.capacity ?? null;
      return {
        ...{ id, name, role },
        presence: one?.presence ?? 'offline',
        ...(one?.presence === 'break' && one.duty.breakKind ? { breakKind: one.duty.breakKind } : {}),
        ...(one ? { since: one.duty.since } : {}),
        load: one?.load ?? 0,
        capacity: one?.capacity ?? capacityOf({ role, own, teams }, rules),
        ownCapacity: own,
      };
    });
  }
}
