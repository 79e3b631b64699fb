import { SECOND } from '@candour/shared/instant.js';
import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Events } from '../core/events.js';
import { ChangesWorker } from './changes.worker.js';
import { ChangesWait } from './connectors.events.js';
import { RefundsTold } from './refunds-told.js';
import { WooPoll } from './woo-poll.worker.js';

/** Between two looks at what is due. */
const PACE = 5 * SECOND;

/** Lets a worker pass when something waits, and from time to time. */
class Loop {
  private readonly log = new Logger(ShopsLoop.name);
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private asked = false;
  private stopped = false;

  constructor(private readonly pass: () => Promise<boolean>) {}

  look(): void {
    if (this.stopped) return;
    this.asked = true;
    if (this.running) return;
    clearTimeout(this.timer);
    this.running = this.drain().finally(() => {
      this.running = undefined;
      if (!this.stopped) this.timer = setTimeout(() => this.look(), PACE).unref();
    });
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.running;
  }

  private async drain(): Promise<void> {
    try {
      while (this.asked && !this.stopped) {
        this.asked = false;
        while (!this.stopped && (await this.pass()));
      }
    } catch (error) {
      this.log.error({ fault: 'A look at the shops failed.', error: error instanceof Error ? error.stack : 'unknown' });
    }
  }
}

/** Reading the shops and telling them go side by side: a long first reading holds no change up. */
@Injectable()
export class ShopsLoop implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly reading: Loop;
  private readonly telling: Loop;

  constructor(
    private readonly poll: WooPoll,
    changes: ChangesWorker,
    refunds: RefundsTold,
    events: Events,
  ) {
    this.reading = new Loop(() => poll.pass());
    this.telling = new Loop(async () => {
      const told = await refunds.pass();
      return (await changes.pass()) + told > 0;
    });
    events.on(ChangesWait, () => this.telling.look());
  }

  onApplicationBootstrap(): void {
    if (this.poll.working) this.reading.look();
    this.telling.look();
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([this.reading.stop(), this.telling.stop()]);
  }
}
