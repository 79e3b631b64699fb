import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { Clock } from '../core/clock.js';
import { Database } from '../core/database/database.js';
import { PolicyService } from '../policy/policy.service.js';
import { ConversationKeys } from './conversation-keys.js';
import { ConversationRecord } from './conversation.entity.js';
import { Moving } from './moving.service.js';

/** Conversations looked at together. */
const LOOK = 200;
const openStates: readonly ConversationRecord['status'][] = ['queued', 'open', 'pending'];

type Place = Pick<ConversationRecord, 'id' | 'lastAt'>;

/**
 * Resolves conversations in which nobody wrote any more, so that none is kept for ever because nobody closed it
 * (policy R35). A customer who writes again reopens theirs.
 */
@Injectable()
export class SilenceService implements BeforeApplicationShutdown {
  private readonly log = new Logger(SilenceService.name);
  private running: Promise<number> = Promise.resolve(0);
  private stopping = false;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly policy: PolicyService,
    private readonly keys: ConversationKeys,
    private readonly moving: Moving,
  ) {}

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    await this.running;
  }

  /** Before the nightly sweep, which then sees them, and each hour. Answers how many were resolved. */
  @Cron('47 * * * *', { timeZone: 'UTC' })
  hourly(): Promise<number> {
    this.running = this.running.then(() => this.resolveSilent());
    return this.running;
  }

  private async resolveSilent(): Promise<number> {
    let resolved = 0;
    await this.trying(async () => {
      for (let after: Place | undefined; !this.stopping;) {
        const seen = await this.look(after);
        for (const { id } of seen) {
          if (this.stopping) return;
          // One that cannot be resolved keeps no other from it.
          await this.trying(async () => {
            if (await this.resolve(id)) resolved++;
          });
        }
        after = seen.at(-1);
        if (seen.length < LOOK) return;
      }
    });
    return resolved;
  }

  private async trying(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      const stack = error instanceof Error ? error.stack : 'unknown';
      this.log.error({ fault: 'A silent conversation stays open.', error: stack });
    }
  }

  /** Those that may be over, in the order of (`lastAt`, `id`). */
  private look(after: Place | undefined): Promise<readonly Place[]> {
    const before = this.policy.silentBefore(this.clock.now());
    return this.database.read((em) => {
      const query = em
        .createQueryBuilder(ConversationRecord, 'c')
        .select(['c.id', 'c.lastAt'])
        .where('c.status IN (:...openStates) AND c.lastAt <= :before', { openStates, before })
        .orderBy('c.lastAt')
        .addOrderBy('c.id')
        .limit(LOOK);
      if (after) {
        query.andWhere('(c.lastAt > :at OR (c.lastAt = :at AND c.id > :id))', { at: after.lastAt, id: after.id });
      }
      return query.getMany();
    });
  }

  /** Asks again inside the unit: somebody may have written in between, or another node was quicker. */
  private async resolve(id: string): Promise<boolean> {
    const { subject } = await this.keys.of(id);
    return this.database.write(async (tx) => {
      const now = this.clock.now();
      const before = await tx.em.findOneBy(ConversationRecord, { id });
      if (!before || !openStates.includes(before.status)) return false;
      // Somebody hurt by a thing is never told by a clock that it is over (house rules, 17).
      if (before.reason === 'safety') return false;
      const days = this.policy.overAfter({ lastAt: before.lastAt, awaited: before.waitingSince !== null }, now);
      if (days === undefined) return false;
      await this.moving.move(
        tx,
        before,
        { status: 'resolved' },
        { fact: { code: 'resolved', params: { days }, subject } },
      );
      return true;
    });
  }
}
