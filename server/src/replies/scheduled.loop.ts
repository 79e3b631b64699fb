import { MINUTE, SECOND } from '@candour/shared/instant.js';
import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { Clock } from '../core/clock.js';
import { Events } from '../core/events.js';
import { ScheduledChanged } from './replies.events.js';
import { ScheduledSender } from './scheduled-sender.service.js';

/** Between two looks, however far away the next reply is: another node may have taken one in. */
const LONGEST = MINUTE;
/** After a look that failed. */
const SHORTEST = SECOND;

/** Lets the sender pass when a reply is due, also after a crash. */
@Injectable()
export class ScheduledLoop implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger(ScheduledLoop.name);
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(
    private readonly sender: ScheduledSender,
    private readonly clock: Clock,
    events: Events,
  ) {
    events.on(ScheduledChanged, () => this.look());
  }

  onApplicationBootstrap(): void {
    void this.look();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.running;
  }

  @Cron('23 4 * * *', { timeZone: 'UTC' })
  async nightly(): Promise<void> {
    await this.sender.drop();
  }

  /** One pass after the other. */
  look(): Promise<void> {
    if (this.stopped) return Promise.resolve();
    clearTimeout(this.timer);
    this.running = this.running.then(() => this.drain());
    return this.running;
  }

  private async drain(): Promise<void> {
    if (this.stopped) return;
    let wait = SHORTEST;
    try {
      while (!this.stopped && (await this.sender.pass()) > 0);
      const next = await this.sender.nextAt();
      wait = Math.min(LONGEST, Math.max(SHORTEST, (next ?? Infinity) - this.clock.now()));
    } catch (error) {
      this.log.error({ fault: 'A reply that was due waits.', error: error instanceof Error ? error.stack : 'unknown' });
    }
    clearTimeout(this.timer);
    if (!this.stopped) this.timer = setTimeout(() => void this.look(), wait).unref();
  }
}
