import { DAY } from '@candour/shared/instant.js';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { In, type EntityManager } from 'typeorm';
import { Clock } from '../clock.js';
import { Database } from '../database/database.js';
import { FileRemoval } from './file-removal.entity.js';
import { FileStore } from './file-store.js';

/** Which of these files have a record. In a constant number of statements. */
export type Holder = (em: EntityManager, ids: readonly string[]) => Promise<readonly string[]>;

/** Files looked at together. */
const PAGE = 500;
/** Younger ones may be on their way. */
const GROWN = DAY;

/**
 * Removes files that nothing in the database knows: those of a store that is older than its files, for it was
 * restored. Anything else that is cut off leaves a removal behind that waits.
 */
@Injectable()
export class FileOrphans {
  private readonly log = new Logger(FileOrphans.name);
  private readonly holders: Holder[] = [];

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(FileStore) private readonly store: FileStore,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Every feature whose records have files. */
  register(holder: Holder): void {
    this.holders.push(holder);
  }

  @Cron('43 4 * * *', { timeZone: 'UTC' })
  async daily(): Promise<void> {
    try {
      await this.sweep();
    } catch (error) {
      this.log.error({ fault: 'Files were not compared.', error: error instanceof Error ? error.stack : 'unknown' });
    }
  }

  /** Answers how many went. */
  async sweep(): Promise<number> {
    const before = this.clock.now() - GROWN;
    let page: string[] = [];
    let gone = 0;
    for await (const id of this.store.all()) {
      if (madeAt(id) < before) page.push(id);
      if (page.length < PAGE) continue;
      gone += await this.removeUnknown(page);
      page = [];
    }
    gone += await this.removeUnknown(page);
    if (gone > 0) this.log.warn({ fault: 'Files without a record were removed.', files: gone });
    return gone;
  }

  private async removeUnknown(ids: readonly string[]): Promise<number> {
    if (ids.length === 0) return 0;
    const known = new Set(
      await this.database.readLong(async (em) => {
        const waiting = await em.findBy(FileRemoval, { id: In([...ids]) });
        const held = await Promise.all(this.holders.map((holder) => holder(em, ids)));
        return [...waiting.map(({ id }) => id), ...held.flat()];
      }),
    );
    const unknown = ids.filter((id) => !known.has(id));
    for (const id of unknown) await this.store.remove(id);
    return unknown.length;
  }
}

/** A UUIDv7 begins with its millisecond. */
const madeAt = (id: string): number => Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16);
