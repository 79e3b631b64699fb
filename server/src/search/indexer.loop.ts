import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Indexer } from './indexer.js';

/** Between two looks, in milliseconds. */
const PACE = 500;
/** While more waits the indexer rests this many times as long as it worked: chat has the machine. */
const REST = 2;

/** Lets the indexer pass again and again while the server runs. */
@Injectable()
export class IndexerLoop implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger(IndexerLoop.name);
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private stopped = false;

  constructor(@Inject(Indexer) private readonly indexer: Indexer) {}

  onApplicationBootstrap(): void {
    this.schedule(0);
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.running;
  }

  private schedule(pause: number): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.running = this.pass();
    }, pause);
    this.timer.unref();
  }

  private async pass(): Promise<void> {
    const began = performance.now();
    let pause = PACE;
    try {
      if (await this.indexer.pass()) pause = Math.min(PACE, REST * (performance.now() - began));
    } catch (error) {
      this.log.error({
        fault: 'The search index stands still.',
        error: error instanceof Error ? error.stack : 'unknown',
      });
    }
    this.schedule(pause);
  }
}
