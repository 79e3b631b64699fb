import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { Clock } from '../core/clock.js';
import { KeySweep } from './key-sweep.js';
import type { RetentionSweepRow } from './retention-sweep.entity.js';
import { lastSweepAt, slotOf } from './sweep-times.rules.js';
import { Sweeper } from './sweeper.js';

/** Sweeps each night, makes up for a night that was missed, and goes on each hour with a sweep that was cut off or failed. */
@Injectable()
export class RetentionSchedule implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger(RetentionSchedule.name);
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly sweeper: Sweeper,
    private readonly keys: KeySweep,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    void this.nightly();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.sweeper.stop();
    await this.running;
  }

  /** Waits for the sweep under way. */
  idle(): Promise<void> {
    return this.running;
  }

  @Cron('0 3 * * *', { timeZone: 'UTC' })
  nightly(): Promise<void> {
    return this.after(async () => {
      await this.goOn();
      const at = lastSweepAt(this.clock.now());
      const sweep = await this.sweeper.begin(slotOf(at), at);
      if (sweep) await this.sweeper.run(sweep);
    });
  }

  @Cron('17 * * * *', { timeZone: 'UTC' })
  hourly(): Promise<void> {
    return this.after(async () => {
      await this.goOn();
      await this.keys.shredRetired();
    });
  }

  /** Opens a sweep at once and lets it run; undefined while another is under way. */
  async startNow(): Promise<RetentionSweepRow | undefined> {
    const sweep = await this.sweeper.begin(undefined, this.clock.now());
    if (sweep) void this.after(() => this.sweeper.run(sweep));
    return sweep;
  }

  private async goOn(): Promise<void> {
    const tried: string[] = [];
    for (let cut = await this.sweeper.takeOver(); cut; cut = await this.sweeper.takeOver(tried)) {
      tried.push(cut.id);
      await this.sweeper.run(cut);
    }
  }

  /** One after the other; a failure is logged, and the next hour tries again. */
  private after(work: () => Promise<void>): Promise<void> {
    this.running = this.running.then(work).catch((error: unknown) => {
      this.log.error({ fault: 'Retention stopped.', error: error instanceof Error ? error.stack : 'unknown' });
    });
    return this.running;
  }
}
