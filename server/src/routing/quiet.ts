import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../core/clock.js';
import { Database } from '../core/database/database.js';
import { QueueReader } from '../conversations/queue-reader.service.js';
import { QueueService } from '../conversations/queue.service.js';
import { RoutingSettings } from './settings.js';

/** Customers looked at together; the next look takes the others. */
const LOOK = 100;

/** Reminds customers who say nothing, and then gives their agent the place back (house rule 22). */
@Injectable()
export class Quiet {
  private readonly log = new Logger(Quiet.name);

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly reader: QueueReader,
    private readonly queue: QueueService,
    private readonly settings: RoutingSettings,
  ) {}

  /** Answers how many were reminded or set to wait. */
  async look(): Promise<number> {
    const { nudgeMs, silentMs } = this.settings.rules;
    const now = this.clock.now();
    const [nudged, silent] = [now - nudgeMs, now - silentMs];
    const ids = await this.database.read((em) => this.reader.quiet(em, Math.max(nudged, silent), silent, LOOK));
    let moved = 0;
    for (const id of ids) {
      try {
        const subject = await this.queue.subjectOf(id);
        const done = await this.database.write(
          async (tx) =>
            (await this.queue.quieten(tx, id, 'customer-silent', silent, subject)) ||
            (await this.queue.quieten(tx, id, 'nudged', nudged, subject)),
        );
        if (done) moved++;
      } catch (error) {
        // One that cannot be moved keeps no other from it.
        const stack = error instanceof Error ? error.stack : 'unknown';
        this.log.error({ fault: 'A silent customer was not reminded.', error: stack });
      }
    }
    return moved;
  }
}
