import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { In, LessThanOrEqual, type EntityManager } from 'typeorm';
import { Clock } from '../core/clock.js';
import { Database, type Tx } from '../core/database/database.js';
import { QueueReader, type WaitingChat } from '../conversations/queue-reader.service.js';
import { OfferRow, DutyRow } from './routing.entity.js';
import { DutyChanged, Offered, OfferEnded } from './routing.events.js';
import { dealOut, PASSED_MS, type Agent, type Given } from './routing.rules.js';
import { freeOf, Roster, type OnRoster } from './roster.js';
import { RoutingSettings } from './settings.js';

/** Most chats looked at together: who waits behind so many is looked at when they have moved up. */
const LOOK = 2000;
/** Chats offered in one unit, or a few more, where units run side by side. */
const TOGETHER = 6;
/** Asks that come within this, in milliseconds, are one. */
const GATHER_MS = 40;

/** Holds waiting chats for those who fit and have room, and takes them back from whoever does not answer. */
@Injectable()
export class Dispatcher implements BeforeApplicationShutdown {
  private readonly log = new Logger(Dispatcher.name);
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<unknown> = Promise.resolve();
  private stopping = false;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly roster: Roster,
    private readonly queue: QueueReader,
    private readonly settings: RoutingSettings,
  ) {}

  /** Something changed that may let a chat go to somebody. */
  ask(): void {
    if (this.stopping) return;
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      void this.run();
    }, GATHER_MS);
  }

  /** Answers how many chats were offered. Those of one node come one after the other. */
  run(): Promise<number> {
    const mine = this.running.then(() => this.trying(() => this.deal()));
    this.running = mine;
    return mine;
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    clearTimeout(this.timer);
    await this.running;
  }

  private async trying(work: () => Promise<number>): Promise<number> {
    if (this.stopping) return 0;
    try {
      return await work();
    } catch (error) {
      this.log.error({ fault: 'Chats were not offered.', error: error instanceof Error ? error.stack : 'unknown' });
      return 0;
    }
  }

  /** Planned beside the writers, from what is committed; the unit asks again about what was planned, and no more. */
  private async deal(): Promise<number> {
    const now = this.clock.now();
    const plan = await this.database.read(async (em): Promise<Given[]> => {
      const agents = (await this.roster.available(em, now)).map(agentOf).filter(({ free }) => free > 0);
      if (agents.length === 0) return [];
      const waiting = await this.queue.waiting(em, LOOK);
      const held = new Set(
        (await em.find(OfferRow, { select: { conversationId: true, staffId: true }, where: { state: 'held' } })).map(
          ({ conversationId }) => conversationId,
        ),
      );
      const chats: WaitingChat[] = waiting.filter(({ id }) => !held.has(id));
      return dealOut(chats, agents, this.settings.rules, now);
    });
    if (plan.length === 0) return 0;
    let offered = 0;
    for (const part of this.parts(plan)) offered += await this.database.write((tx) => this.hold(tx, part));
    // Another node was quicker with some: what they leave goes to others.
    if (offered < plan.length) this.ask();
    return offered;
  }

  /**
   * What goes down in one unit. Where units run side by side, one that touches many people is run again as often as
   * any of them takes a chat meanwhile: there it is a few people's, each with all that is planned for them.
   */
  private parts(plan: readonly Given[]): Given[][] {
    if (this.database.oneByOne) return [[...plan]];
    const parts: Given[][] = [[]];
    for (const theirs of Map.groupBy(plan, ({ staffId }) => staffId).values()) {
      if ((parts.at(-1)?.length ?? 0) >= TOGETHER) parts.push([]);
      parts.at(-1)?.push(...theirs);
    }
    return parts;
  }

  private async hold(tx: Tx, plan: readonly Given[]): Promise<number> {
    const now = this.clock.now();
    const { offerMs } = this.settings.rules;
    const conversationIds = plan.map(({ conversationId }) => conversationId);
    const staffIds = [...new Set(plan.map(({ staffId }) => staffId))];
    const waiting = await this.queue.stillWaiting(tx.em, conversationIds);
    const others = await tx.em.findBy(OfferRow, { conversationId: In(conversationIds) });
    const held = new Set(others.flatMap(({ state, conversationId }) => (state === 'held' ? conversationId : [])));
    const passed = new Set(others.map(({ conversationId, staffId }) => `${conversationId} ${staffId}`));
    const free = new Map((await this.roster.these(tx.em, staffIds, now)).map((one) => [one.id, freeOf(one)]));
    const endsAt = now + offerMs;
    const rows = plan.filter(({ conversationId, staffId }) => {
      const left = free.get(staffId) ?? 0;
      const fine = left > 0 && waiting.has(conversationId) && !held.has(conversationId);
      if (!fine || passed.has(`${conversationId} ${staffId}`)) return false;
      free.set(staffId, left - 1);
      return true;
    });
    if (rows.length === 0) return 0;
    await tx.em.insert(
      OfferRow,
      rows.map((given) => ({ ...given, state: 'held' as const, at: now, endsAt })),
    );
    // In the order in which they were given one: who had none for longest is next.
    for (const [i, staffId] of [...new Set(rows.map((row) => row.staffId))].entries()) {
      await tx.em.update(DutyRow, { staffId }, { givenAt: now + i });
    }
    for (const { staffId, conversationId } of rows) tx.tell(new Offered(staffId, conversationId, endsAt, offerMs));
    return rows.length;
  }

  /** Takes offers back that nobody answered in time or nobody waits for, and forgets what was passed long ago. */
  async settle(): Promise<void> {
    const now = this.clock.now();
    const idle = await this.database.read(async (em) => {
      if (await em.existsBy(OfferRow, { endsAt: LessThanOrEqual(now) })) return false;
      return (await this.unwaited(em)).length === 0;
    });
    if (idle) return;
    await this.database.write(async (tx) => {
      for (const { conversationId, staffId } of await this.unwaited(tx.em)) {
        await tx.em.delete(OfferRow, { conversationId, staffId });
        tx.tell(new OfferEnded(staffId, conversationId, 'taken'));
      }
      await this.endOver(tx, now);
    });
    this.ask();
  }

  /** What is held although somebody else took it, or its customer waits no more: that is nobody's miss. */
  private async unwaited(em: EntityManager): Promise<OfferRow[]> {
    const held = await em.findBy(OfferRow, { state: 'held' });
    const ids = held.map(({ conversationId }) => conversationId);
    const waiting = await this.queue.stillWaiting(em, ids);
    return held.filter(({ conversationId }) => !waiting.has(conversationId));
  }

  private async endOver(tx: Tx, now: number): Promise<void> {
    await tx.em.delete(OfferRow, { state: 'passed', endsAt: LessThanOrEqual(now) });
    const missed = await tx.em.findBy(OfferRow, { state: 'held', endsAt: LessThanOrEqual(now) });
    for (const [staffId, theirs] of Map.groupBy(missed, (offer) => offer.staffId)) {
      for (const { conversationId } of theirs) {
        const passed = { state: 'passed', at: now, endsAt: now + PASSED_MS } as const;
        await tx.em.update(OfferRow, { conversationId, staffId }, passed);
        tx.tell(new OfferEnded(staffId, conversationId, 'missed'));
      }
      // Several that were offered together and all missed are one absence.
      await this.missed(tx, staffId, now);
    }
  }

  private async missed(tx: Tx, staffId: string, now: number): Promise<void> {
    const duty = await tx.em.findOneBy(DutyRow, { staffId });
    if (!duty) return;
    const missed = duty.missed + 1;
    const away = duty.presence === 'available' && missed >= this.settings.rules.missesToAway;
    await tx.em.update(DutyRow, { staffId }, { missed, ...(away ? { presence: 'away', since: now } : {}) });
    if (away) await letGo(tx, staffId);
    tx.tell(new DutyChanged(staffId));
  }
}

/** Lets go of what is held for somebody who takes nothing now. */
export async function letGo(tx: Tx, staffId: string): Promise<void> {
  const held = await tx.em.findBy(OfferRow, { staffId, state: 'held' });
  if (held.length === 0) return;
  await tx.em.delete(OfferRow, { staffId, state: 'held' });
  for (const { conversationId } of held) tx.tell(new OfferEnded(staffId, conversationId, 'taken'));
}

const agentOf = (one: OnRoster): Agent => ({
  id: one.id,
  skills: one.skills,
  teamIds: one.teamIds,
  free: freeOf(one),
  givenAt: one.duty.givenAt,
  passed: one.passed,
});
