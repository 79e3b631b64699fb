import type { ConversationStatus } from '@candour/shared/conversations.js';
import { Injectable, Logger, type BeforeApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { In, IsNull, Not } from 'typeorm';
import { Database } from '../core/database/database.js';
import { Events } from '../core/events.js';
import { StaffChanged } from '../staff/staff.events.js';
import { StaffService } from '../staff/staff.service.js';
import { ConversationRecord } from './conversation.entity.js';
import { ConversationChanged } from './conversations.events.js';
import { QueueService } from './queue.service.js';

const underWay: readonly ConversationStatus[] = ['open', 'pending'];

/**
 * Puts conversations back at the head of the queue whose member of staff can answer no more: disabled, gone, or in a
 * role that may not reply. The staff's rows say who; so what a crash cuts off is made up for within the hour.
 */
@Injectable()
export class HandBackService implements OnModuleInit, BeforeApplicationShutdown {
  private readonly log = new Logger(HandBackService.name);
  /** One after another, so that they keep their order at the head of the queue. */
  private running: Promise<number> = Promise.resolve(0);
  private stopping = false;

  constructor(
    private readonly database: Database,
    private readonly staff: StaffService,
    private readonly queue: QueueService,
    private readonly events: Events,
  ) {}

  onModuleInit(): void {
    this.events.on(StaffChanged, ({ staffId }) => void this.handBack([staffId]));
    // A customer who writes again finds whoever resolved it, unless there is nobody to find.
    this.events.on(ConversationChanged, ({ row, seenBy }) => {
      if (row.status === 'open') void this.handBack(seenBy.assignees);
    });
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    await this.running;
  }

  /** Answers how many went back. */
  @Cron('17 * * * *', { timeZone: 'UTC' })
  async hourly(): Promise<number> {
    const rows = await this.database.read((em) =>
      em
        .createQueryBuilder(ConversationRecord, 'c')
        .select('DISTINCT c.assigneeId', 'assigneeId')
        .where({ assigneeId: Not(IsNull()), status: In([...underWay]) })
        .getRawMany<{ assigneeId: string }>(),
    );
    return this.handBack(rows.map(({ assigneeId }) => assigneeId));
  }

  private handBack(staffIds: readonly string[]): Promise<number> {
    this.running = this.running.then(async () => {
      let back = 0;
      await this.trying(async () => {
        const gone = await this.staff.without('conversation.reply', staffIds);
        for (const staffId of gone) back += await this.allOf(staffId);
      });
      return back;
    });
    return this.running;
  }

  private async isGone(staffId: string): Promise<boolean> {
    return (await this.staff.without('conversation.reply', [staffId])).length > 0;
  }

  private async trying(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      const stack = error instanceof Error ? error.stack : 'unknown';
      this.log.error({ fault: 'A conversation stays with somebody who cannot answer it.', error: stack });
    }
  }

  private async allOf(staffId: string): Promise<number> {
    const records = await this.database.read((em) =>
      em.find(ConversationRecord, {
        select: { id: true, waitingSince: true, lastAt: true },
        where: { assigneeId: staffId, status: In([...underWay]) },
      }),
    );
    // Each goes before those that are there: whoever has waited longest comes last, and so stands first.
    const since = (record: ConversationRecord): number => record.waitingSince ?? record.lastAt;
    records.sort((a, b) => since(b) - since(a) || b.id.localeCompare(a.id));
    let back = 0;
    for (const { id } of records) {
      if (this.stopping || !(await this.isGone(staffId))) break;
      // One that cannot be moved keeps no other from it.
      await this.trying(async () => {
        if (await this.one(staffId, id)) back++;
      });
    }
    return back;
  }

  /** Asks again inside the unit: somebody may have taken or resolved it in between, or another node was quicker. */
  private async one(staffId: string, id: string): Promise<boolean> {
    const subject = await this.queue.subjectOf(id);
    return this.database.write(async (tx) => {
      const before = await tx.em.findOneBy(ConversationRecord, { id });
      if (!before || before.assigneeId !== staffId || !underWay.includes(before.status)) return false;
      // Only who waits goes before the others; who was answered last waits from now on.
      const head = before.waitingSince !== null;
      await this.queue.toQueue(tx, id, { head, fact: { code: 'released', params: { why: 'left' }, subject } });
      return true;
    });
  }
}
