import { performance } from 'node:perf_hooks';
import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { CONFIG, type Config } from '../core/config/config.js';
import { Indexer } from './indexer.js';
import { restAfter } from './pace.rules.js';

/** Lets the indexer pass again and again while the server runs. */
@Injectable()
export class IndexerLoop implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger(IndexerLoop.name);
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private stopped = false;
  private rested = performance.eventLoopUtilization();

  constructor(
    @Inject(Indexer) private readonly indexer: Indexer,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

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
    // What the event loop did since the last pass, it did for others.
    const load = performance.eventLoopUtilization(this.rested).utilization;
    let more = false;
    try {
      more = await this.indexer.pass();
    } catch (error) {
      this.log.error({
        fault: 'The search index stands still.',
        error: error instanceof Error ? error.stack : 'unknown',
      });
    }
    this.rested = performance.eventLoopUtilization();
    this.schedule(restAfter({ took: performance.now() - began, more, load }, this.config.searchShare));
  }
}
