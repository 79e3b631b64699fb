import { Refused } from '@candour/shared/errors.js';
import { SECOND } from '@candour/shared/instant.js';
import type { Duties, Duty, SetPresence } from '@candour/shared/routing.js';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { requireAccess } from '../core/access/access.js';
import type { Actor, StaffActor } from '../core/access/actor.js';
import { Clock } from '../core/clock.js';
import { Database } from '../core/database/database.js';
import { Absences } from './absences.js';
import { letGo } from './dispatcher.js';
import { DutyRow } from './routing.entity.js';
import { DutyChanged } from './routing.events.js';
import { capacityOf, RETURN_MS } from './routing.rules.js';
import { Roster, type OnRoster } from './roster.js';
import { RoutingSettings } from './settings.js';

/** How often a node writes down whose desks are open. */
const BEAT_MS = 10 * SECOND;

/** Who is there to take chats. */
@Injectable()
export class PresenceService {
  /** Open desks of each person on this node. */
  private readonly desks = new Map<string, number>();
  private beatAt = 0;
  private beating: Promise<void> | undefined;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly roster: Roster,
    private readonly absences: Absences,
    private readonly settings: RoutingSettings,
  ) {}

  /** @throws Refused `not-allowed` for those who take no chats. */
  async own(actor: Actor): Promise<Duty> {
    const me = taker(actor);
    const now = this.clock.now();
    const [mine] = await this.database.read((em) => this.roster.these(em, [me.id], now));
    const { rules, teamsOf } = this.settings;
    if (!mine) {
      const teams = (teamsOf.get(me.id) ?? []).map(({ capacity }) => capacity);
      const capacity = capacityOf({ role: me.role, own: null, teams }, rules);
      return { presence: 'away', since: now, missed: false, capacity, load: 0 };
    }
    return this.view(mine);
  }

  /** The same of several people at once, for their own screens; whoever has none is absent. */
  async duties(staffIds: readonly string[]): Promise<[staffId: string, duty: Duty][]> {
    const found = await this.database.read((em) => this.roster.these(em, staffIds, this.clock.now()));
    return found.map((one) => [one.id, this.view(one)]);
  }

  /** How those stand who take chats, for whoever gives one away. @throws Refused `not-allowed`. */
  async everybody(actor: Actor): Promise<Duties> {
    requireAccess(actor, 'conversation.transfer', 'P5');
    const people = await this.database.read((em) => this.roster.everybody(em, this.clock.now()));
    return { people: people.map(({ id, presence, load, capacity }) => ({ id, presence, load, capacity })) };
  }

  private view({ presence, duty, capacity, load, wrapUpUntil }: OnRoster): Duty {
    return {
      presence,
      ...(presence === 'break' && duty.breakKind ? { breakKind: duty.breakKind } : {}),
      since: duty.since,
      missed: presence === 'away' && duty.missed >= this.settings.rules.missesToAway,
      ...(wrapUpUntil === undefined ? {} : { wrapUpUntil }),
      capacity,
      load,
    };
  }

  /**
   * Says what they are. Whoever goes lets go of what is held for them, and their chats go back at once.
   * @throws Refused `not-allowed`.
   */
  async set(actor: Actor, ask: SetPresence): Promise<Duty> {
    const me = taker(actor);
    const now = this.clock.now();
    const breakKind = ask.presence === 'break' ? ask.breakKind : null;
    await this.database.write(async (tx) => {
      const before = await tx.em.findOneBy(DutyRow, { staffId: me.id });
      const same = before?.presence === ask.presence && before.breakKind === breakKind;
      const said = {
        presence: ask.presence,
        breakKind,
        missed: 0,
        seenAt: now,
        since: same ? before.since : now,
        readyAt: ask.presence === 'available' ? now : (before?.readyAt ?? null),
      };
      if (before) await tx.em.update(DutyRow, { staffId: me.id }, said);
      else await tx.em.insert(DutyRow, { staffId: me.id, capacity: null, givenAt: null, ...said });
      if (ask.presence !== 'available') await letGo(tx, me.id);
      tx.tell(new DutyChanged(me.id));
    });
    if (ask.presence !== 'available') await this.absences.look();
    return this.own(me);
  }

  /** A desk of theirs was opened. Whoever comes back after long says anew that they are there. */
  async connected(staffId: string): Promise<void> {
    const before = this.desks.get(staffId) ?? 0;
    this.desks.set(staffId, before + 1);
    if (before > 0) return;
    const now = this.clock.now();
    const known = await this.database.read((em) => em.findOneBy(DutyRow, { staffId }));
    if (!known) return;
    await this.database.write(async (tx) => {
      const duty = await tx.em.findOneBy(DutyRow, { staffId });
      if (!duty) return;
      const back = duty.presence === 'available' && now - duty.seenAt > RETURN_MS;
      await tx.em.update(
        DutyRow,
        { staffId },
        { seenAt: now, ...(back ? { presence: 'away', since: now, missed: 0 } : {}) },
      );
      tx.tell(new DutyChanged(staffId));
    });
  }

  disconnected(staffId: string): void {
    const left = (this.desks.get(staffId) ?? 1) - 1;
    if (left > 0) this.desks.set(staffId, left);
    else this.desks.delete(staffId);
  }

  /**
   * Writes down whose desks are open on this node. It waits for no other look: a node that is slow to deal chats out
   * must not take its own people for absent. What fails is tried again at the next beat.
   */
  beat(): Promise<void> {
    const now = this.clock.now();
    if (this.beating || this.desks.size === 0 || now - this.beatAt < BEAT_MS) return this.beating ?? Promise.resolve();
    this.beating = this.seen([...this.desks.keys()], now)
      .then(() => void (this.beatAt = now))
      .finally(() => (this.beating = undefined));
    return this.beating;
  }

  /** Where units run side by side, each of them alone: a unit of many would lose against whoever is offered a chat. */
  private async seen(staffIds: readonly string[], now: number): Promise<void> {
    const parts = this.database.oneByOne ? [staffIds] : staffIds.map((id) => [id]);
    for (const part of parts) {
      await this.database.write(async (tx) => {
        // It touches nothing that messages keep in mind.
        tx.keepEra();
        await tx.em.update(DutyRow, { staffId: In(part) }, { seenAt: now });
      });
    }
  }
}

function taker(actor: Actor): StaffActor {
  requireAccess(actor, 'conversation.take', 'P5');
  if (actor.kind !== 'staff') throw new Refused('not-allowed');
  return actor;
}
