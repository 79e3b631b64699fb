import { performance, type EventLoopUtilization } from 'node:perf_hooks';
import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { RequestReader } from './request-reader.service.js';

/** Between two looks, in milliseconds. */
const PACE = 1_000;
/** While the server is busier than this, reading waits: what it finds counts from the message's time anyway. */
const BUSY = 0.7;
/** But not for longer, in milliseconds. */
const LONGEST = 10_000;
/** While more waits, the reader rests this many times as long as it worked. */
const REST = 9;

/** Lets the reader pass again and again while the server runs; chat has the machine first. */
@Injectable()
export class RequestReaderLoop implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger(RequestReaderLoop.name);
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private stopped = false;
  private waitedSince = 0;
  private used: EventLoopUtilization | undefined;

  constructor(private readonly reader: RequestReader) {}

  onApplicationBootstrap(): void {
    this.schedule(PACE);
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.running;
  }

  private schedule(pause: number): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.running = this.look();
    }, pause);
    this.timer.unref();
  }

  private async look(): Promise<void> {
    const began = performance.now();
    if (this.busy() && began - (this.waitedSince ||= began) < LONGEST) return this.schedule(PACE);
    this.waitedSince = 0;
    let pause = PACE;
    try {
      if (await this.reader.pass()) pause = Math.min(PACE, REST * (performance.now() - began));
    } catch (error) {
      this.log.error({
        fault: 'Messages are not read for privacy requests.',
        error: error instanceof Error ? error.stack : 'unknown',
      });
    }
    this.schedule(pause);
  }

  private busy(): boolean {
    const before = this.used;
    this.used = performance.eventLoopUtilization();
    return before !== undefined && performance.eventLoopUtilization(this.used, before).utilization > BUSY;
  }
}
