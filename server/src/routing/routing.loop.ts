import { SECOND } from '@candour/shared/instant.js';
import { Injectable, Logger, type BeforeApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { Clock } from '../core/clock.js';
import { Events } from '../core/events.js';
import { ConversationChanged } from '../conversations/conversations.events.js';
import { Absences } from './absences.js';
import { Dispatcher } from './dispatcher.js';
import { Places } from './places.js';
import { PresenceService } from './presence.service.js';
import { Quiet } from './quiet.js';
import { DutyChanged, Offered, OfferEnded } from './routing.events.js';
import { RoutingSettings } from './settings.js';
import { TicketDealer } from './ticket-dealer.js';

/** What only time brings about. */
@Injectable()
export class Looks {
  constructor(
    readonly settings: RoutingSettings,
    readonly absences: Absences,
    readonly quiet: Quiet,
    readonly tickets: TicketDealer,
  ) {}
}

/** How often a node looks by itself: at what only time brings about, and at what other nodes did. */
const LOOK_MS = 5 * SECOND;

/**
 * What makes the routing go on: a change in the queue or of somebody's presence at once, and the clock. An event is a
 * hint; whatever is missed is found at the next look.
 */
@Injectable()
export class RoutingLoop implements OnModuleInit, BeforeApplicationShutdown {
  private readonly log = new Logger(RoutingLoop.name);
  private lookedAt = 0;
  /** The next moment at which an offer of this node runs out. */
  private nextEnd = Number.POSITIVE_INFINITY;
  private running: Promise<void> | undefined;
  private beats: Promise<void> | undefined;
  private stopping = false;

  constructor(
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly dispatcher: Dispatcher,
    private readonly places: Places,
    private readonly presence: PresenceService,
    private readonly looks: Looks,
  ) {}

  onModuleInit(): void {
    this.events.on(ConversationChanged, ({ row }) => {
      // First, for it runs for every message, which moves nobody.
      if (row.status === undefined && !('assignee' in row)) return;
      this.moved();
    });
    this.events.on(DutyChanged, () => this.moved());
    this.events.on(OfferEnded, () => this.dispatcher.ask());
    this.events.on(Offered, ({ endsAt }) => void (this.nextEnd = Math.min(this.nextEnd, endsAt)));
  }

  private moved(): void {
    this.dispatcher.ask();
    this.places.ask();
  }

  @Interval(SECOND)
  tick(): Promise<void> | undefined {
    const now = this.clock.now();
    if (!this.stopping) this.beats = this.tried(() => this.presence.beat());
    // Beside the look: no offer waits for it.
    if (!this.stopping) void this.looks.tickets.look();
    if (this.stopping || this.running) return this.running;
    if (now < this.nextEnd && Math.abs(now - this.lookedAt) < LOOK_MS) return undefined;
    this.lookedAt = now;
    this.nextEnd = Number.POSITIVE_INFINITY;
    this.running = this.look().finally(() => (this.running = undefined));
    return this.running;
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    await this.running;
    await this.beats;
  }

  /** All that only time brings about, one after the other. */
  async look(): Promise<void> {
    const { settings, absences, quiet } = this.looks;
    const steps = [
      () => settings.refresh(),
      // Nobody is taken for absent before it is written down who is there.
      () => this.presence.beat(),
      () => this.dispatcher.settle(),
      () => absences.look(),
      () => quiet.look(),
      () => this.dispatcher.run(),
      () => this.places.tell(),
    ];
    for (const step of steps) {
      if (this.stopping) return;
      await this.tried(step);
    }
  }

  private async tried(step: () => Promise<unknown>): Promise<void> {
    try {
      await step();
    } catch (error) {
      const stack = error instanceof Error ? error.stack : 'unknown';
      this.log.error({ fault: 'A look of the routing failed.', error: stack });
    }
  }
}
