import { Injectable } from '@nestjs/common';
import { system } from '../core/access/actor.js';
import { ImportsService } from '../orders/import/imports.service.js';
import { SellersService } from '../policy/sellers.service.js';
import { CAPACITY_NEW, TeamsService } from '../routing/teams.service.js';
import { StaffService } from '../staff/staff.service.js';
import { demoNewcomer, demoSellers, demoTeams } from './people.data.js';

const actor = system('demonstration');

/** Who sells, what was sold, and who is in which team. */
@Injectable()
export class DemoBooks {
  constructor(
    private readonly imports: ImportsService,
    private readonly sellers: SellersService,
    private readonly teams: TeamsService,
    private readonly staff: StaffService,
  ) {}

  async setSellers(): Promise<void> {
    await this.sellers.set(actor, { sellers: [...demoSellers] });
  }

  /** Safe to run again: a team that is there already is left alone. */
  async setTeams(): Promise<void> {
    const { rows } = await this.staff.list(actor, { limit: 100 });
    const ids = new Map(rows.map(({ email, id }) => [email, id]));
    const known = new Set((await this.teams.list(actor)).teams.map(({ name }) => name));
    for (const { members, ...team } of demoTeams) {
      if (known.has(team.name)) continue;
      const memberIds = members.flatMap((email) => ids.get(email) ?? []);
      await this.teams.add(actor, { ...team, topics: [...team.topics], capacity: null, memberIds });
    }
    const newcomer = ids.get(demoNewcomer);
    if (newcomer) await this.teams.setCapacity(actor, newcomer, CAPACITY_NEW);
  }

  /** @throws Error where a record was refused: the demonstration's own file is wrong then. */
  async takeIn(name: string, text: string): Promise<void> {
    const done = await this.imports.run(actor, { format: 'generic-json', name }, lines(text));
    if (done.failed > 0 || done.status !== 'done') throw new Error('The demonstration’s orders could not be taken in.');
  }
}

async function* lines(text: string): AsyncGenerator<Buffer> {
  yield Buffer.from(text);
}
