import { Worker } from 'node:worker_threads';
import type { Handed, Told } from './index-worker.js';

/** Batches on their way to the thread: more would only stand in memory. */
const AHEAD = 3;

/** Fills the search index in a thread of its own, beside the log. */
export class IndexFiller {
  private readonly worker: Worker;
  private readonly failed: Promise<never>;
  private onWay = 0;
  private told: () => void = () => undefined;

  /** @param environment where the stores are, as the configuration reads it */
  constructor(environment: Readonly<Record<string, string>>) {
    this.worker = new Worker(new URL('./index-worker.js', import.meta.url), { workerData: environment });
    this.failed = new Promise((_, reject) => this.worker.once('error', reject));
    this.failed.catch(() => undefined);
    this.worker.on('message', () => {
      this.onWay--;
      this.told();
    });
  }

  /** Answers when there is room for the next. */
  async put(messages: readonly Told[]): Promise<void> {
    this.hand({ messages });
    await this.downTo(AHEAD - 1);
  }

  /** Answers when all is written and the store is closed. */
  async end(entries: number): Promise<void> {
    this.hand({ end: entries });
    await this.downTo(0);
  }

  private hand(what: Handed): void {
    this.onWay++;
    this.worker.postMessage(what);
  }

  private async downTo(most: number): Promise<void> {
    while (this.onWay > most) {
      await Promise.race([this.failed, new Promise<void>((resolve) => (this.told = resolve))]);
    }
  }
}
