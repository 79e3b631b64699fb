import type { RoutingRules } from '@candour/shared/routing.js';
import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { reachFrom, type Reach } from '../core/access/reach.js';
import { Database } from '../core/database/database.js';
import { Events } from '../core/events.js';
import { RoutingRulesRow, TeamMemberRow, TeamRow } from './routing.entity.js';
import { TeamsChanged } from './routing.events.js';
import { defaultRules } from './routing.rules.js';

/** The one row of the rules. */
export const RULES_ID = 'rules';

/** The teams, oldest first. */
export const teamsIn = (em: EntityManager): Promise<TeamRow[]> =>
  em.find(TeamRow, { order: { createdAt: 'ASC', id: 'ASC' } });

export async function rulesIn(em: EntityManager): Promise<RoutingRules> {
  // What was set before there was a rule has its default.
  return { ...defaultRules, ...(await em.findOneBy(RoutingRulesRow, { id: RULES_ID }))?.rules };
}

/** Teams and rules as this node knows them: what was set on another one is known at the next look. */
@Injectable()
export class RoutingSettings implements OnModuleInit, OnModuleDestroy {
  teams: readonly TeamRow[] = [];
  /** Teams of each person. */
  teamsOf: ReadonlyMap<string, readonly TeamRow[]> = new Map();
  rules: RoutingRules = defaultRules;

  private reaches: ReadonlyMap<string, Reach> = new Map();
  private known = '';
  private forget: (() => void) | undefined;

  constructor(
    private readonly database: Database,
    private readonly events: Events,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.refresh();
    this.forget = reachFrom((staffId) => this.reaches.get(staffId));
  }

  onModuleDestroy(): void {
    this.forget?.();
  }

  async refresh(): Promise<void> {
    const [teams, members, rules] = await this.database.read(async (em) => [
      await teamsIn(em),
      await em.find(TeamMemberRow),
      await rulesIn(em),
    ]);
    const known = new Map(teams.map((team) => [team.id, team]));
    const teamsOf = new Map<string, TeamRow[]>();
    for (const { teamId, staffId } of members) {
      const team = known.get(teamId);
      if (team) teamsOf.set(staffId, [...(teamsOf.get(staffId) ?? []), team]);
    }
    Object.assign(this, { teams, teamsOf, rules, reaches: reachesOf(teamsOf) });
    const now = JSON.stringify(members.map(({ teamId, staffId }) => `${teamId} ${staffId}`).sort());
    if (now === this.known) return;
    this.known = now;
    this.events.deliver([new TeamsChanged(teams.map(({ id }) => id))]);
  }
}

/** What each person in a team answers for: their teams, and whoever is in one of them. */
function reachesOf(teamsOf: ReadonlyMap<string, readonly TeamRow[]>): Map<string, Reach> {
  const peopleOf = new Map<string, Set<string>>();
  for (const [staffId, teams] of teamsOf) {
    for (const { id } of teams) peopleOf.set(id, (peopleOf.get(id) ?? new Set()).add(staffId));
  }
  return new Map(
    [...teamsOf].map(([staffId, teams]) => [
      staffId,
      {
        teams: new Set(teams.map(({ id }) => id)),
        people: new Set(teams.flatMap(({ id }) => [...(peopleOf.get(id) ?? [])])),
      },
    ]),
  );
}
