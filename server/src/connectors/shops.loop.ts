import { SECOND } from '@candour/shared/instant.js';
import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { WooPoll } from './woo-poll.worker.js';

/** Between two looks at what is due. */
const PACE = 5 * SECOND;

/** Lets the workers of the shops pass. */
@Injectable()
export class ShopsLoop implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger(ShopsLoop.name);
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private stopped = false;

  constructor(private readonly poll: WooPoll) {}

  onApplicationBootstrap(): void {
    this.look();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.running;
  }

  private look(): void {
    if (this.stopped || this.running || !this.poll.working) return;
    clearTimeout(this.timer);
    this.running = this.drain().finally(() => {
      this.running = undefined;
      if (!this.stopped) this.timer = setTimeout(() => this.look(), PACE).unref();
    });
  }

  private async drain(): Promise<void> {
    try {
      while (!this.stopped && (await this.poll.pass()));
    } catch (error) {
      this.log.error({ fault: 'A shop was not read.', error: error instanceof Error ? error.stack : 'unknown' });
    }
  }
}
