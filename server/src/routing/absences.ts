import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { LessThan, Not } from 'typeorm';
import { Clock } from '../core/clock.js';
import { Database } from '../core/database/database.js';
import { QueueReader, type HeldChat } from '../conversations/queue-reader.service.js';
import { QueueService } from '../conversations/queue.service.js';
import { goesBack } from './absence.rules.js';
import { DutyRow } from './routing.entity.js';
import { DutyChanged } from './routing.events.js';
import { GRACE_MS, presenceOf } from './routing.rules.js';
import { RoutingSettings } from './settings.js';

/**
 * Puts the chats of those who went away or offline back to the head of the queue. What stands in the rows says which;
 * so whatever a crash cuts off is made up for at the next look.
 */
@Injectable()
export class Absences implements OnModuleInit {
  private readonly log = new Logger(Absences.name);

  /** Nobody could have a desk open here before. */
  private startedAt = 0;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly reader: QueueReader,
    private readonly queue: QueueService,
    private readonly settings: RoutingSettings,
  ) {}

  onModuleInit(): void {
    this.startedAt = this.clock.now();
  }

  /** Answers how many went back. */
  async look(): Promise<number> {
    const chats = await this.database.read(async (em) => {
      const now = this.clock.now();
      const absent = await em.find(DutyRow, {
        where: [{ presence: Not('available') }, { seenAt: LessThan(now - GRACE_MS) }],
      });
      const duties = new Map(absent.map((duty) => [duty.staffId, duty]));
      const held = await this.reader.held(em, [...duties.keys()]);
      return held.filter((chat) => this.why(chat, duties.get(chat.staffId), now) !== undefined);
    });
    // Each that waits goes before those that are there: whoever has waited longest comes last, and so stands first.
    chats.sort((a, b) => (b.waitingSince ?? 0) - (a.waitingSince ?? 0) || b.id.localeCompare(a.id));
    let back = 0;
    for (const chat of chats) if (await this.trying(chat)) back++;
    return back;
  }

  private why(chat: HeldChat, duty: DutyRow | undefined, now: number) {
    if (!duty) return undefined;
    const missed = duty.missed >= this.settings.rules.missesToAway;
    return goesBack(chat, {
      presence: presenceOf({ ...duty, seenAt: Math.max(duty.seenAt, this.startedAt) }, now),
      since: duty.since,
      missed,
    });
  }

  /** One that cannot be moved keeps no other from it. */
  private async trying(chat: HeldChat): Promise<boolean> {
    try {
      return await this.back(chat);
    } catch (error) {
      const stack = error instanceof Error ? error.stack : 'unknown';
      this.log.error({ fault: 'A chat stays with somebody who is not there.', error: stack });
      return false;
    }
  }

  /** Asks again inside the unit: they may have come back, answered or passed it on in between. */
  private async back({ id, staffId }: HeldChat): Promise<boolean> {
    const subject = await this.queue.subjectOf(id);
    return this.database.write(async (tx) => {
      const [held] = (await this.reader.held(tx.em, [staffId])).filter((one) => one.id === id);
      const duty = await tx.em.findOneBy(DutyRow, { staffId });
      const why = held && this.why(held, duty ?? undefined, this.clock.now());
      if (!held || !why) return false;
      // Only who waits goes before the others; who was answered last waits from now on.
      const head = held.waitingSince !== null;
      await this.queue.toQueue(tx, id, { head, fact: { code: 'released', params: { why }, subject } });
      tx.tell(new DutyChanged(staffId));
      return true;
    });
  }
}
