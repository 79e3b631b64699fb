import { MINUTE, SECOND } from '@candour/shared/instant.js';
import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { In, LessThanOrEqual } from 'typeorm';
import { Clock } from '../clock.js';
import { Database } from '../database/database.js';
import { Events } from '../events.js';
import { FileRemoval } from './file-removal.entity.js';
import { FileStore } from './file-store.js';
import { FilesDropped } from './files.events.js';

/** Files removed in one go. */
const BATCH = 100;
/** Between two looks for what expired or was missed: what is dropped goes at once. */
const PACE = MINUTE;
/** Wait before what failed is tried again, times the attempts so far. */
const AGAIN = 30 * SECOND;
const AGAIN_MAX = 60;

/** Makes sure that files go: the row is deleted only when the file is not there any more. */
@Injectable()
export class FileRemovals implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger(FileRemovals.name);
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();
  private asked = false;
  private stopped = false;

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(FileStore) private readonly store: FileStore,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Events) events: Events,
  ) {
    events.on(FilesDropped, () => void this.look());
  }

  onApplicationBootstrap(): void {
    void this.look();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.running;
  }

  /** Removes all that is due; whoever asks meanwhile is answered by the next pass. */
  look(): Promise<void> {
    if (this.stopped || this.asked) return this.running;
    this.asked = true;
    clearTimeout(this.timer);
    this.running = this.running.then(async () => {
      this.asked = false;
      try {
        while (!this.stopped && (await this.pass()) === BATCH);
      } catch (error) {
        this.log.error({ fault: 'Files were not removed.', error: error instanceof Error ? error.stack : 'unknown' });
      }
      if (!this.stopped) this.timer = setTimeout(() => void this.look(), PACE).unref();
    });
    return this.running;
  }

  private async pass(): Promise<number> {
    const now = this.clock.now();
    // A read first: most looks find nothing, and take no turn of the writer's.
    const due = await this.database.read((em) =>
      em.find(FileRemoval, {
        where: { dueAt: LessThanOrEqual(now) },
        order: { dueAt: 'ASC', id: 'ASC' },
        take: BATCH,
      }),
    );
    if (due.length === 0) return 0;
    const ids = due.map(({ id }) => id);
    // In a unit of its own before the file goes: a record that takes it meanwhile keeps it.
    const mine = await this.database.write(async ({ em }) => {
      await em.update(FileRemoval, { id: In(ids) }, { begun: true });
      return em.findBy(FileRemoval, { id: In(ids) });
    });
    const gone: string[] = [];
    const failed: FileRemoval[] = [];
    for (const removal of mine) {
      try {
        await this.store.remove(removal.id);
        gone.push(removal.id);
      } catch (error) {
        this.log.error({ fault: 'A file stayed.', error: error instanceof Error ? error.message : 'unknown' });
        failed.push(removal);
      }
    }
    await this.database.write(async ({ em }) => {
      if (gone.length > 0) await em.delete(FileRemoval, { id: In(gone) });
      for (const { id, attempts } of failed) {
        const dueAt = now + AGAIN * Math.min(attempts + 1, AGAIN_MAX);
        await em.update(FileRemoval, { id }, { attempts: attempts + 1, dueAt });
      }
    });
    return due.length;
  }
}
