import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { BATCH, Sequencer } from './sequencer.js';

/** Between two looks, in milliseconds; while more waits than a batch holds, the shorter one. */
const PACE = 500;
const BUSY_PACE = 100;

/** Lets the sequencer pass again and again while the server runs. */
@Injectable()
export class SequencerLoop implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger(SequencerLoop.name);
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private stopped = false;

  constructor(@Inject(Sequencer) private readonly sequencer: Sequencer) {}

  onApplicationBootstrap(): void {
    this.schedule(0);
  }

  /** Before the databases close: numbers what waits, signs it, and lets another node go on. */
  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.running;
    await this.sequencer.release();
  }

  private schedule(pause: number): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.running = this.pass();
    }, pause);
    this.timer.unref();
  }

  private async pass(): Promise<void> {
    let pause = PACE;
    try {
      if ((await this.sequencer.pass()) >= BATCH) pause = BUSY_PACE;
    } catch (error) {
      this.log.error({ fault: 'The audit was not numbered.', error: error instanceof Error ? error.stack : 'unknown' });
    }
    this.schedule(pause);
  }
}
