import { DAY, MINUTE, SECOND } from '@candour/shared/instant.js';
import type { ConversationStatus } from '@candour/shared/conversations.js';
import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
  type OnModuleInit,
} from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { In, LessThan } from 'typeorm';
import { Clock } from '../core/clock.js';
import { Database } from '../core/database/database.js';
import { Events } from '../core/events.js';
import { ConversationUnitsService, type Ticket } from '../conversations/conversation-units.service.js';
import { ConversationChanged, DueAlarmed } from '../conversations/conversations.events.js';
import { AutomationMark, AutomationRunRow, type AutomationRow } from './automation.entity.js';
import { AutomationRunner, timed } from './automation.runner.js';
import type { Happening } from './automation.rules.js';
import { AutomationsService } from './automations.service.js';
import { AutomationsChanged } from './macros.events.js';
import { Offices } from './offices.js';

/** How long what happens is gathered before it is looked at. */
const GATHER = 250;
/** Conversations looked at together, and most that wait to be looked at; what came beyond is found by the mark. */
const LOOK = 200;
const MOST = 20_000;
/** How long another node may not know that something was switched on. */
const KNOWN_FOR = 30 * SECOND;
/** The log of runs. */
const KEPT = 90 * DAY;
const MARK = 'looked';
/** A conversation begins with the fact that it did, and its first message. */
const FIRST_MESSAGE = 2;

/** Where the loop looks. */
@Injectable()
export class LoopParts {
  constructor(
    readonly units: ConversationUnitsService,
    readonly offices: Offices,
  ) {}
}

/**
 * Gathers what happens to conversations and lets the automations answer to it, off the way of any message. What an
 * automation does brings about nothing: an automation never answers to itself or to another.
 */
@Injectable()
export class AutomationLoop implements OnModuleInit, OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger(AutomationLoop.name);
  private gathered = new Map<string, Map<string, Happening>>();
  /** Heads that automations brought about, by conversation. */
  private readonly own = new Map<string, number>();
  private rows: readonly AutomationRow[] = [];
  private knownAt = -Infinity;
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<number> = Promise.resolve(0);
  private stopped = false;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly automations: AutomationsService,
    private readonly runner: AutomationRunner,
    private readonly parts: LoopParts,
  ) {}

  onModuleInit(): void {
    this.events.on(AutomationsChanged, async () => {
      this.knownAt = -Infinity;
      await this.known();
    });
    this.events.on(ConversationChanged, (event) => this.changed(event));
    this.events.on(DueAlarmed, ({ alarm }) => {
      if (alarm.state !== 'warning') return;
      this.happened(alarm.id, { on: 'sla-warning', occasion: `sla-warning:${alarm.kind}:${alarm.dueAt}` });
    });
  }

  /** What happened while nobody looked. */
  async onApplicationBootstrap(): Promise<void> {
    await this.known();
    await this.catchUp();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.running;
  }

  /** Each minute: what has lasted long enough, and whether another node switched something on. */
  @Cron('* * * * *')
  everyMinute(): Promise<number> {
    return this.next(async () => {
      await this.known();
      return this.passTimed();
    });
  }

  @Cron('37 4 * * *', { timeZone: 'UTC' })
  async nightly(): Promise<void> {
    const before = this.clock.now() - KEPT;
    await this.database.write((tx) => tx.em.delete(AutomationRunRow, { at: LessThan(before) }));
  }

  /** Looks at what was gathered so far, now. Answers how many automations ran. */
  look(): Promise<number> {
    clearTimeout(this.timer);
    this.timer = undefined;
    return this.next(() => this.pass());
  }

  /** Runs on the way of every message: with nothing switched on it is one comparison. */
  private changed({ id, row, fresh }: ConversationChanged): void {
    if (this.rows.length === 0) return;
    const { head = 0, status, lastBy } = row;
    if (head <= (this.own.get(id) ?? 0)) return;
    if (fresh) this.happened(id, { on: 'started', occasion: 'started' });
    else if (status !== undefined) this.happened(id, statusHappening(status, head));
    // The message that a conversation begins with is its start.
    if (lastBy === 'customer' && !fresh)
      this.happened(id, { on: 'customer-message', occasion: `customer-message:${head}` });
  }

  private happened(id: string, happening: Happening): void {
    if (this.stopped || !this.rows.some(({ trigger }) => trigger.on === happening.on)) return;
    const waiting = this.gathered.get(id);
    if (waiting) waiting.set(happening.occasion, happening);
    else if (this.gathered.size < MOST) this.gathered.set(id, new Map([[happening.occasion, happening]]));
    this.timer ??= setTimeout(() => void this.look(), GATHER).unref();
  }

  /** One pass after the other; one that fails keeps none from the next. */
  private next(work: () => Promise<number>): Promise<number> {
    this.running = this.running.then(async () => {
      try {
        return this.stopped ? 0 : await work();
      } catch (error) {
        const stack = error instanceof Error ? error.stack : 'unknown';
        this.log.error({ fault: 'Automations did not run.', error: stack });
        return 0;
      }
    });
    return this.running;
  }

  private async pass(): Promise<number> {
    const began = this.clock.now();
    const happenings = [...this.gathered];
    this.gathered = new Map();
    let ran = 0;
    for (let from = 0; from < happenings.length && !this.stopped; from += LOOK) {
      const chunk = happenings.slice(from, from + LOOK);
      const open = await this.parts.offices.now();
      const tickets = await this.database.read((em) =>
        this.parts.units.tickets(
          em,
          chunk.map(([id]) => id),
        ),
      );
      for (const [id, happened] of chunk) {
        const ticket = tickets.get(id);
        if (ticket) ran += await this.answer(ticket, [...happened.values()], open(ticket.language));
      }
    }
    if (happenings.length > 0) await this.mark(began);
    return ran;
  }

  /** The automations in their order, each on the conversation as the one before left it. */
  private async answer(ticket: Ticket, happened: readonly Happening[], officeOpen: boolean): Promise<number> {
    let ran = 0;
    let now = ticket;
    for (const row of this.rows) {
      for (const one of happened) {
        if (!this.runner.matches(row, now, one, officeOpen)) continue;
        if (!(await this.trying(row, now, one))) continue;
        ran++;
        now = (await this.database.read((em) => this.parts.units.tickets(em, [ticket.id]))).get(ticket.id) ?? now;
      }
    }
    return ran;
  }

  /** One that fails keeps no other from running. */
  private async trying(row: AutomationRow, ticket: Ticket, happened: Happening): Promise<boolean> {
    try {
      return (await this.runner.run(row, ticket, happened, (head) => this.mine(ticket.id, head))) !== undefined;
    } catch (error) {
      const stack = error instanceof Error ? error.stack : 'unknown';
      this.log.error({ fault: 'An automation did not run.', automation: row.id, error: stack });
      return false;
    }
  }

  private mine(id: string, head: number): void {
    if (this.own.size > MOST) this.own.clear();
    this.own.set(id, head);
  }

  private async passTimed(): Promise<number> {
    let ran = 0;
    for (const row of this.rows.filter(({ trigger }) => timed.has(trigger.on))) {
      const { trigger } = row;
      if (!('minutes' in trigger)) continue;
      const before = this.clock.now() - trigger.minutes * MINUTE;
      const open = await this.parts.offices.now();
      for (let after: string | undefined; !this.stopped;) {
        const page = await this.database.read((em) => this.parts.units.lasting(em, trigger.on, before, after, LOOK));
        const due = page.flatMap((ticket) => {
          const happened = this.runner.due(row, ticket, open(ticket.language));
          return happened ? [{ ticket, happened }] : [];
        });
        const known = await this.noted(
          row.id,
          due.map(({ ticket }) => ticket.id),
        );
        for (const { ticket, happened } of due) {
          if (known.has(`${ticket.id} ${happened.occasion}`)) continue;
          if (await this.trying(row, ticket, happened)) ran++;
        }
        after = page.at(-1)?.id;
        if (page.length < LOOK) break;
      }
    }
    return ran;
  }

  private async noted(automationId: string, conversationIds: readonly string[]): Promise<Set<string>> {
    if (conversationIds.length === 0) return new Set();
    const runs = await this.database.read((em) =>
      em.find(AutomationRunRow, {
        select: { id: true, conversationId: true, occasion: true },
        where: { automationId, conversationId: In([...conversationIds]) },
      }),
    );
    return new Set(runs.map(({ conversationId, occasion }) => `${conversationId} ${occasion}`));
  }

  private async known(): Promise<void> {
    const now = this.clock.now();
    if (Math.abs(now - this.knownAt) < KNOWN_FOR) return;
    this.knownAt = now;
    this.rows = await this.automations.enabled();
  }

  private async mark(at: number): Promise<void> {
    await this.database.write(async (tx) => {
      const { affected } = await tx.em.update(AutomationMark, { id: MARK }, { at });
      if (affected === 0) await tx.em.insert(AutomationMark, { id: MARK, at });
    });
  }

  /** What changed since the mark and was not looked at: each occasion again, of which those done are known. */
  private async catchUp(): Promise<void> {
    const mark = await this.database.read((em) => em.findOneBy(AutomationMark, { id: MARK }));
    if (!mark || this.rows.length === 0) return;
    const since = mark.at - MINUTE;
    for (const ticket of await this.database.read((em) => this.parts.units.changedSince(em, since, MOST))) {
      const { id, record, lastBy, status } = ticket;
      if (record.createdAt >= since) this.happened(id, { on: 'started', occasion: 'started' });
      if (record.resolvedAt !== null && record.resolvedAt >= since)
        this.happened(id, statusHappening(status, record.head));
      if (lastBy === 'customer' && record.lastMessageSeq > FIRST_MESSAGE) {
        this.happened(id, { on: 'customer-message', occasion: `customer-message:${record.lastMessageSeq}` });
      }
    }
  }
}

const statusHappening = (to: ConversationStatus, head: number): Happening => ({
  on: 'status',
  occasion: `status:${to}:${head}`,
  to,
});
