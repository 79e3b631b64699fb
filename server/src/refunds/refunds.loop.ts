import { SECOND } from '@candour/shared/instant.js';
import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Events } from '../core/events.js';
import { RefundsWait } from './refunds.events.js';
import { RefundsWorker } from './refunds.worker.js';

/** Between two looks: an undo window ends without anybody telling it. */
const PACE = 5 * SECOND;

/** Lets the worker pass when a refund is approved, and from time to time. */
@Injectable()
export class RefundsLoop implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger(RefundsLoop.name);
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private asked = false;
  private stopped = false;

  constructor(
    private readonly worker: RefundsWorker,
    events: Events,
  ) {
    events.on(RefundsWait, () => this.look());
  }

  onApplicationBootstrap(): void {
    this.look();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.running;
  }

  private look(): void {
    if (this.stopped) return;
    this.asked = true;
    if (this.running) return;
    clearTimeout(this.timer);
    this.running = this.drain().finally(() => {
      this.running = undefined;
      if (!this.stopped) this.timer = setTimeout(() => this.look(), PACE).unref();
    });
  }

  private async drain(): Promise<void> {
    try {
      while (this.asked && !this.stopped) {
        this.asked = false;
        while (!this.stopped && (await this.worker.pass()) > 0);
      }
    } catch (error) {
      this.log.error({
        fault: 'Refunds were not handed over.',
        error: error instanceof Error ? error.stack : 'unknown',
      });
    }
  }
}
