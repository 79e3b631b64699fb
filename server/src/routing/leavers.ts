import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { In } from 'typeorm';
import { Database } from '../core/database/database.js';
import { Events } from '../core/events.js';
import { StaffChanged } from '../staff/staff.events.js';
import { StaffService } from '../staff/staff.service.js';
import { DutyRow, OfferRow, TeamMemberRow } from './routing.entity.js';
import { DutyChanged } from './routing.events.js';

/** Whoever takes chats no more, or works here no more, stands in no team and in no routing. */
@Injectable()
export class Leavers implements OnModuleInit {
  private readonly log = new Logger(Leavers.name);

  constructor(
    private readonly database: Database,
    private readonly staff: StaffService,
    private readonly events: Events,
  ) {}

  onModuleInit(): void {
    this.events.on(StaffChanged, ({ staffId }) => this.remove([staffId]));
  }

  /** What a crash cut off. */
  @Cron('27 * * * *', { timeZone: 'UTC' })
  async hourly(): Promise<void> {
    try {
      const ids = await this.database.read(async (em) => [
        ...(await em.find(DutyRow, { select: { staffId: true } })),
        ...(await em.find(TeamMemberRow)),
      ]);
      await this.remove(ids.map(({ staffId }) => staffId));
    } catch (error) {
      const stack = error instanceof Error ? error.stack : 'unknown';
      this.log.error({ fault: 'Somebody who left stands in the routing.', error: stack });
    }
  }

  private async remove(staffIds: readonly string[]): Promise<void> {
    const gone = await this.staff.without('conversation.take', staffIds);
    if (gone.length === 0) return;
    await this.database.write(async (tx) => {
      for (const entity of [DutyRow, TeamMemberRow, OfferRow]) await tx.em.delete(entity, { staffId: In(gone) });
      for (const id of gone) tx.tell(new DutyChanged(id));
    });
  }
}
