import type { RoutingRules } from '@candour/shared/routing.js';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Database } from '../core/database/database.js';
import { RoutingRulesRow, TeamMemberRow, TeamRow } from './routing.entity.js';
import { defaultRules } from './routing.rules.js';

/** The one row of the rules. */
export const RULES_ID = 'rules';

/** The teams, oldest first. */
export const teamsIn = (em: EntityManager): Promise<TeamRow[]> =>
  em.find(TeamRow, { order: { createdAt: 'ASC', id: 'ASC' } });

export async function rulesIn(em: EntityManager): Promise<RoutingRules> {
  return (await em.findOneBy(RoutingRulesRow, { id: RULES_ID }))?.rules ?? defaultRules;
}

/** Teams and rules as this node knows them: what was set on another one is known at the next look. */
@Injectable()
export class RoutingSettings implements OnModuleInit {
  teams: readonly TeamRow[] = [];
  /** Teams of each person. */
  teamsOf: ReadonlyMap<string, readonly TeamRow[]> = new Map();
  rules: RoutingRules = defaultRules;

  constructor(private readonly database: Database) {}

  onModuleInit(): Promise<void> {
    return this.refresh();
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
    Object.assign(this, { teams, teamsOf, rules });
  }
}
