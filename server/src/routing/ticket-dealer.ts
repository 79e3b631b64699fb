import { SECOND } from '@candour/shared/instant.js';
import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { Clock } from '../core/clock.js';
import { Database } from '../core/database/database.js';
import { QueueReader } from '../conversations/queue-reader.service.js';
import { QueueService } from '../conversations/queue.service.js';
import { HoursService } from '../hours/hours.service.js';
import { StaffService } from '../staff/staff.service.js';
import { DutyRow } from './routing.entity.js';
import { dealOut, presenceOf, type Given } from './routing.rules.js';
import { Roster } from './roster.js';
import { RoutingSettings } from './settings.js';
import { forTickets, inTurn, ticketCapacityOf } from './tickets.rules.js';

/** Between two looks of a node; nobody waits at a window for it. */
const EVERY_MS = 20 * SECOND;
/** Most tickets looked at together, those that have waited longest. */
const LOOK = 2000;
/** Most given at one look. */
const MOST = 200;
/** Tickets of one person given in one unit: few, so that messages go between. */
const TOGETHER = 10;

/** What the dealing of tickets goes by. */
@Injectable()
export class TicketSurroundings {
  constructor(
    readonly settings: RoutingSettings,
    readonly hours: HoursService,
    readonly staff: StaffService,
  ) {}
}

/** One person's part of a plan. */
interface Part {
  readonly staffId: string;
  readonly most: number;
  /** Each with its place in the plan: whoever was given the last one is the last in the next turn. */
  readonly tickets: readonly { readonly id: string; readonly place: number }[];
}

/**
 * Gives waiting tickets to those who are available, fit and have room, where the desk says so. They are given outright:
 * nobody has to answer one within seconds, and whoever goes away keeps theirs.
 */
@Injectable()
export class TicketDealer implements BeforeApplicationShutdown {
  private readonly log = new Logger(TicketDealer.name);
  private lookedAt = 0;
  private running: Promise<unknown> = Promise.resolve();
  private stopping = false;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly roster: Roster,
    private readonly reader: QueueReader,
    private readonly queue: QueueService,
    private readonly around: TicketSurroundings,
  ) {}

  /** Asked each second: runs where it is on and the last look is long enough ago. */
  look(): Promise<number> {
    const now = this.clock.now();
    if (!this.around.settings.rules.tickets.dealt) return Promise.resolve(0);
    if (Math.abs(now - this.lookedAt) < EVERY_MS) return Promise.resolve(0);
    this.lookedAt = now;
    return this.run();
  }

  /** Answers how many were given. Those of one node come one after the other; of two nodes, the rows decide. */
  run(): Promise<number> {
    const mine = this.running.then(() => this.trying('Tickets were not dealt.', () => this.deal()));
    this.running = mine;
    return mine;
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    await this.running;
  }

  private async deal(): Promise<number> {
    if (!this.around.settings.rules.tickets.dealt) return 0;
    const parts = await this.plan();
    const names = await this.around.staff.names(parts.map(({ staffId }) => staffId));
    let given = 0;
    for (const part of parts) {
      const staff = { id: part.staffId, name: names.get(part.staffId) ?? '' };
      // One that cannot be given keeps no other from it.
      given += await this.trying('A ticket was not dealt.', () => this.give(staff, part));
    }
    return given;
  }

  /** Planned beside the writers, from what is committed. */
  private async plan(): Promise<Part[]> {
    const now = this.clock.now();
    const { settings, hours } = this.around;
    const { rules } = settings;
    const clocks = await hours.clocks();
    const { given, capacities } = await this.database.read(async (em) => {
      const people = await this.roster.available(em, now);
      const capacities = new Map(people.map(({ id, role }) => [id, ticketCapacityOf(role, rules)]));
      const loads = await this.reader.ticketLoads(em, [...capacities.keys()]);
      const agents = people
        .map((one) =>
          forTickets({ ...one, tickets: loads.get(one.id) ?? 0, ticketGivenAt: one.duty.ticketGivenAt }, rules),
        )
        .filter(({ free }) => free > 0);
      if (agents.length === 0) return { given: [], capacities };
      const tickets = await this.reader.waitingTickets(em, LOOK);
      // Where nobody keeps hours for a language, each is one.
      const openMs = ({ language }: (typeof tickets)[number], from: number) =>
        clocks.get(language)?.between(from, now) ?? now - from;
      return { given: dealOut(inTurn(tickets, openMs, now), agents, rules, now).slice(0, MOST), capacities };
    });
    return partsOf(given, capacities);
  }

  /** Asks again inside the unit what may have changed: whether they are there, and by one statement each all the rest. */
  private async give(staff: { id: string; name: string }, { most, tickets }: Part): Promise<number> {
    const known: { id: string; place: number; subject: Buffer }[] = [];
    for (const ticket of tickets) known.push({ ...ticket, subject: await this.queue.subjectOf(ticket.id) });
    return this.database.write(async (tx) => {
      const now = this.clock.now();
      const duty = await tx.em.findOneBy(DutyRow, { staffId: staff.id });
      if (!duty || presenceOf(duty, now) !== 'available') return 0;
      let given = 0;
      let ticketGivenAt = 0;
      for (const { id, place, subject } of known) {
        const outcome = await this.queue.deal(tx, id, staff, most, subject);
        if (outcome === 'full') break;
        if (outcome === 'gone') continue;
        given++;
        ticketGivenAt = now + place;
      }
      if (given > 0) await tx.em.update(DutyRow, { staffId: staff.id }, { ticketGivenAt });
      return given;
    });
  }

  private async trying(fault: string, work: () => Promise<number>): Promise<number> {
    if (this.stopping) return 0;
    try {
      return await work();
    } catch (error) {
      this.log.error({ fault, error: error instanceof Error ? error.stack : 'unknown' });
      return 0;
    }
  }
}

/** What goes down together: of one person, and not much. */
function partsOf(given: readonly Given[], capacities: ReadonlyMap<string, number>): Part[] {
  const placed = given.map(({ conversationId, staffId }, place) => ({ id: conversationId, staffId, place }));
  return [...Map.groupBy(placed, ({ staffId }) => staffId)].flatMap(([staffId, theirs]) =>
    Array.from({ length: Math.ceil(theirs.length / TOGETHER) }, (_, i) => ({
      staffId,
      most: capacities.get(staffId) ?? 0,
      tickets: theirs.slice(i * TOGETHER, (i + 1) * TOGETHER),
    })),
  );
}
