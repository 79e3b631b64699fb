import { REOPENS_FOR } from '@candour/shared/conversations.js';
import { SECOND } from '@candour/shared/instant.js';
import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { Cron, Interval } from '@nestjs/schedule';
import type { Tx } from '../core/database/database.js';
import { ConversationUnitsService, type ConversationRecord } from '../conversations/conversation-units.service.js';
import { Moving } from '../conversations/moving.service.js';
import { OverdueService } from '../conversations/overdue.service.js';
import { TicketSurroundings } from './surroundings.js';

/** How late a snoozed ticket may wake. */
const WAKE = 10 * SECOND;
/** Tickets looked at together, and moved in one unit. */
const LOOK = 200;
const TOGETHER = 50;

type Move = (tx: Tx, record: ConversationRecord, subject: Buffer) => Promise<boolean>;

/** Moves tickets on when their time has come: the snoozed wake, and what was resolved a week ago closes. */
@Injectable()
export class TicketClock implements BeforeApplicationShutdown {
  private readonly log = new Logger(TicketClock.name);
  private running: Promise<number> = Promise.resolve(0);
  private stopping = false;

  constructor(
    private readonly around: TicketSurroundings,
    private readonly overdue: OverdueService,
    private readonly units: ConversationUnitsService,
    private readonly moving: Moving,
  ) {}

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    await this.running;
  }

  /** Answers how many woke. */
  @Interval(WAKE)
  wake(): Promise<number> {
    return this.queued(
      () => this.overdue.toWake(LOOK),
      async (tx, record, subject) => {
        const now = this.around.clock.now();
        if (record.status !== 'snoozed' || record.snoozedUntil === null || record.snoozedUntil > now) return false;
        const { assigneeId, waitingSince } = record;
        const move = {
          status: this.moving.activeWith(assigneeId),
          waitingSince: waitingSince ?? (assigneeId === null ? now : null),
        };
        await this.moving.move(tx, record, move, { fact: { code: 'woken', subject } });
        return true;
      },
    );
  }

  /** Answers how many were closed. */
  @Cron('27 * * * *', { timeZone: 'UTC' })
  close(): Promise<number> {
    return this.queued(
      () => this.overdue.toClose(LOOK),
      async (tx, record, subject) => {
        const { status, resolvedAt } = record;
        if (status !== 'resolved' || resolvedAt === null || resolvedAt > this.around.clock.now() - REOPENS_FOR) {
          return false;
        }
        await this.moving.move(tx, record, { status: 'closed' }, { fact: { code: 'closed', subject } });
        return true;
      },
    );
  }

  private queued(find: () => Promise<string[]>, move: Move): Promise<number> {
    this.running = this.running.then(() => this.all(find, move));
    return this.running;
  }

  private async all(find: () => Promise<string[]>, move: Move): Promise<number> {
    let moved = 0;
    while (!this.stopping) {
      const ids = await this.tried(find, []);
      let here = 0;
      for (let from = 0; from < ids.length && !this.stopping; from += TOGETHER) {
        here += await this.tried(() => this.some(ids.slice(from, from + TOGETHER), move), 0);
      }
      moved += here;
      // Where none moved, the next look would find the same ones.
      if (ids.length < LOOK || here === 0) return moved;
    }
    return moved;
  }

  /** Asks again inside the unit: somebody may have moved one, or another node was quicker. */
  private async some(ids: readonly string[], move: Move): Promise<number> {
    // One whose key is gone keeps no other from it.
    const asked = await Promise.allSettled(ids.map(async (id) => [id, (await this.units.known(id)).subject] as const));
    const known = asked.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    return this.around.database.write(async (tx) => {
      let moved = 0;
      for (const [id, subject] of known) {
        const record = await this.units.row(tx, id);
        if (record && (await move(tx, record, subject))) moved++;
      }
      return moved;
    });
  }

  private async tried<T>(work: () => Promise<T>, otherwise: T): Promise<T> {
    try {
      return await work();
    } catch (error) {
      const stack = error instanceof Error ? error.stack : 'unknown';
      this.log.error({ fault: 'A ticket was not moved on when its time came.', error: stack });
      return otherwise;
    }
  }
}
