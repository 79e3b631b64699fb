import { dueState, SLA_PREVIEW_MOST, type Due, type SlaPreview } from '@candour/shared/sla.js';
import { Injectable } from '@nestjs/common';
import { Clock } from '../core/clock.js';
import { Database } from '../core/database/database.js';
import { ConversationRecord } from './conversation.entity.js';
import type { DueEvidence } from './dues.js';

/** Conversations read together. */
const LOOK = 500;
const underWay: readonly ConversationRecord['status'][] = ['queued', 'open', 'pending', 'snoozed'];
const evidence = {
  ...{ id: true, status: true, channel: true, answerBy: true, topic: true, reason: true, language: true },
  ...{ createdAt: true, waitingSince: true, firstReplyAt: true, pausedMs: true, safetySince: true },
} as const;

type Counted = (evidence: DueEvidence) => Due | undefined;

/** How everything under way would stand by other targets; nothing is written. */
@Injectable()
export class DueStands {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async compare(now: Counted, then: Counted): Promise<SlaPreview> {
    const at = this.clock.now();
    const preview: SlaPreview = { looked: 0, now: none(), then: none() };
    for (let after = ''; preview.looked < SLA_PREVIEW_MOST;) {
      const records = await this.after(after);
      for (const record of records) {
        preview.now[stateOf(now(record), at)]++;
        preview.then[stateOf(then(record), at)]++;
      }
      preview.looked += records.length;
      after = records.at(-1)?.id ?? '';
      if (records.length < LOOK) break;
    }
    return preview;
  }

  private after(id: string): Promise<ConversationRecord[]> {
    return this.database.readLong((em) =>
      em
        .createQueryBuilder(ConversationRecord, 'c')
        .setFindOptions({ select: evidence })
        .where('c.status IN (:...underWay) AND c.id > :id', { underWay, id })
        .orderBy('c.id')
        .limit(LOOK)
        .getMany(),
    );
  }
}

const none = (): SlaPreview['now'] => ({ none: 0, ok: 0, warning: 0, breached: 0 });
const stateOf = (due: Due | undefined, at: number): keyof SlaPreview['now'] => (due ? dueState(due, at) : 'none');
