import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { SECOND } from '@candour/shared/instant.js';
import { Events } from '../events.js';
import { MailQueued } from './mail.events.js';
import { MailWorker } from './mail.worker.js';
import { Postman } from './postman.js';

/** Between two looks for what was missed: a mail that is queued is sent at once. */
const PACE = 5 * SECOND;

/** Lets the worker pass when a mail is queued, and from time to time for what is to be tried again. */
@Injectable()
export class MailLoop implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger(MailLoop.name);
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private asked = false;
  private stopped = false;

  constructor(
    @Inject(MailWorker) private readonly worker: MailWorker,
    @Inject(Postman) private readonly postman: Postman,
    @Inject(Events) events: Events,
  ) {
    events.on(MailQueued, () => this.look());
  }

  onApplicationBootstrap(): void {
    if (this.postman.working) this.look();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.running;
  }

  private look(): void {
    if (this.stopped || !this.postman.working) return;
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
      this.log.error({ fault: 'The outbox was not sent.', error: error instanceof Error ? error.stack : 'unknown' });
    }
  }
}
