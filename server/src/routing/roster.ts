import type { Presence } from '@candour/shared/routing.js';
import type { Role, Skills } from '@candour/shared/staff.js';
import { Injectable } from '@nestjs/common';
import { In, MoreThanOrEqual, type EntityManager, type FindOptionsWhere } from 'typeorm';
import { QueueReader } from '../conversations/queue-reader.service.js';
import { StaffService } from '../staff/staff.service.js';
import { DutyRow, OfferRow } from './routing.entity.js';
import { capacityOf, GRACE_MS, presenceOf, wrapUpUntil } from './routing.rules.js';
import { RoutingSettings } from './settings.js';

/** Somebody who takes chats, as they stand at this moment. */
export interface OnRoster {
  readonly id: string;
  readonly role: Role;
  readonly skills: Skills;
  readonly teamIds: readonly string[];
  readonly presence: Presence;
  readonly duty: DutyRow;
  readonly capacity: number;
  /** Chats they have, and chats that are held for them. */
  readonly load: number;
  readonly held: number;
  readonly passed: ReadonlySet<string>;
  readonly wrapUpUntil: number | undefined;
}

/** Chats that may be offered to them now. */
export const freeOf = ({ presence, capacity, load, held, wrapUpUntil }: OnRoster): number =>
  presence === 'available' && wrapUpUntil === undefined ? Math.max(0, capacity - load - held) : 0;

/** Reads who takes chats, in a number of statements that does not grow with them. */
@Injectable()
export class Roster {
  constructor(
    private readonly staff: StaffService,
    private readonly queue: QueueReader,
    private readonly settings: RoutingSettings,
  ) {}

  /** Those who say that they are available and have a desk open. */
  async available(em: EntityManager, now: number): Promise<OnRoster[]> {
    return this.of(em, { presence: 'available', seenAt: MoreThanOrEqual(now - GRACE_MS) }, now);
  }

  /** Everybody who has ever taken chats and still works here. */
  everybody(em: EntityManager, now: number): Promise<OnRoster[]> {
    return this.of(em, {}, now);
  }

  async these(em: EntityManager, staffIds: readonly string[], now: number): Promise<OnRoster[]> {
    return staffIds.length === 0 ? [] : this.of(em, { staffId: In([...staffIds]) }, now);
  }

  private async of(em: EntityManager, where: FindOptionsWhere<DutyRow>, now: number): Promise<OnRoster[]> {
    const duties = new Map((await em.findBy(DutyRow, where)).map((duty) => [duty.staffId, duty]));
    if (duties.size === 0) return [];
    const people = await this.staff.working(em, [...duties.keys()]);
    const ids = people.map(({ id }) => id);
    const { rules, teamsOf } = this.settings;
    const loads = await this.queue.loads(em, ids);
    const ends = await this.queue.lastEnds(em, ids, now - rules.wrapUpMs);
    const offers = Map.groupBy(await em.findBy(OfferRow, { staffId: In(ids) }), ({ staffId }) => staffId);
    return people.flatMap(({ id, role, skills }) => {
      const duty = duties.get(id);
      if (!duty) return [];
      const teams = teamsOf.get(id) ?? [];
      const theirs = offers.get(id) ?? [];
      return {
        id,
        role,
        skills,
        teamIds: teams.map((team) => team.id),
        presence: presenceOf(duty, now),
        duty,
        capacity: capacityOf({ role, own: duty.capacity, teams: teams.map(({ capacity }) => capacity) }, rules),
        load: loads.get(id) ?? 0,
        held: theirs.filter(({ state }) => state === 'held').length,
        passed: new Set(theirs.flatMap(({ state, conversationId }) => (state === 'passed' ? conversationId : []))),
        wrapUpUntil: wrapUpUntil(ends.get(id), duty.readyAt, rules, now),
      };
    });
  }
}
