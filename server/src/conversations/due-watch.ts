import { dueState, type DueAlarm } from '@candour/shared/sla.js';
import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { Clock } from '../core/clock.js';
import { Database, type Tx } from '../core/database/database.js';
import { ConversationRecord } from './conversation.entity.js';
import { ConversationChanged, DueAlarmed } from './conversations.events.js';
import { Dues } from './dues.js';
import { seenNow } from './scope.rules.js';

/** Conversations looked at together. */
const LOOK = 200;
const underWay: readonly ConversationRecord['status'][] = ['queued', 'open', 'pending', 'snoozed'];

/** What is due, told when it is at risk and when it is late, and counted anew when the targets change. */
@Injectable()
export class DueWatch {
  constructor(
    private readonly database: Database,
    private readonly dues: Dues,
    private readonly clock: Clock,
  ) {}

  /** Tells once of each that has become at risk or late. Those under way are few, and found by their state. */
  async ring(): Promise<number> {
    const now = this.clock.now();
    const rows = await this.database.read((em) =>
      em
        .createQueryBuilder(ConversationRecord, 'c')
        .select('c.id', 'id')
        .where('c.status IN (:...underWay) AND c.alarmAt <= :now', { underWay, now })
        .orderBy('c.alarmAt')
        .limit(LOOK)
        .getRawMany<{ id: string }>(),
    );
    if (rows.length === 0) return 0;
    return this.database.write((tx) =>
      this.ringAll(
        tx,
        rows.map(({ id }) => id),
        now,
      ),
    );
  }

  /** Counts what is due of everything under way, after the targets or the hours changed. Answers how many differ. */
  async recount(stopping: () => boolean): Promise<number> {
    let changed = 0;
    for (let after = ''; !stopping();) {
      const ids = await this.database.read((em) => idsAfter(em, after));
      if (ids.length > 0) changed += await this.database.write((tx) => this.recountAll(tx, ids));
      after = ids.at(-1) ?? '';
      if (ids.length < LOOK) break;
    }
    return changed;
  }

  private async ringAll(tx: Tx, ids: readonly string[], now: number): Promise<number> {
    let rung = 0;
    for (const record of await tx.em.findBy(ConversationRecord, { id: In([...ids]) })) {
      // Another node may have been quicker.
      if (record.alarmAt === null || record.alarmAt > now) continue;
      const due = this.dues.of(record);
      if (due?.dueAt !== record.dueAt) {
        await this.keep(tx, record, due);
        continue;
      }
      const state = due && dueState(due, now);
      if (!due || !state || state === 'ok') continue;
      await tx.em.update(ConversationRecord, { id: record.id }, { alarmAt: state === 'warning' ? due.dueAt : null });
      const alarm: DueAlarm = { id: record.id, number: record.number, kind: due.kind, state, dueAt: due.dueAt };
      tx.tell(new DueAlarmed(alarm, seenNow(record)));
      rung++;
    }
    return rung;
  }

  private async recountAll(tx: Tx, ids: readonly string[]): Promise<number> {
    let changed = 0;
    for (const record of await tx.em.findBy(ConversationRecord, { id: In([...ids]) })) {
      const due = this.dues.of(record);
      if ((due?.dueAt ?? null) === record.dueAt) continue;
      await this.keep(tx, record, due);
      changed++;
    }
    return changed;
  }

  private async keep(tx: Tx, record: ConversationRecord, due: ReturnType<Dues['of']>): Promise<void> {
    const columns = { dueAt: due?.dueAt ?? null, alarmAt: due?.warnAt ?? null };
    await tx.em.update(ConversationRecord, { id: record.id }, columns);
    tx.tell(new ConversationChanged(record.id, { due }, seenNow(record)));
  }
}

async function idsAfter(em: EntityManager, after: string): Promise<string[]> {
  const rows = await em
    .createQueryBuilder(ConversationRecord, 'c')
    .select('c.id', 'id')
    .where('c.status IN (:...underWay) AND c.id > :after', { underWay, after })
    .orderBy('c.id')
    .limit(LOOK)
    .getRawMany<{ id: string }>();
  return rows.map(({ id }) => id);
}
