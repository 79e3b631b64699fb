import { REOPENS_FOR } from '@candour/shared/conversations.js';
import { Injectable } from '@nestjs/common';
import { Clock } from '../core/clock.js';
import { Database } from '../core/database/database.js';
import { ConversationRecord } from './conversation.entity.js';

/** Finds conversations that a clock moves on. Whoever moves one asks again in its unit. */
@Injectable()
export class OverdueService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Snoozed ones whose time has come, the longest due first. */
  async toWake(limit: number): Promise<string[]> {
    const now = this.clock.now();
    return this.ids(limit, 'c.snoozedUntil IS NOT NULL AND c.snoozedUntil <= :now', { now }, 'c.snoozedUntil');
  }

  /**
   * Resolved ones that no reply opens again, in the order of their last word; never those in which somebody may have
   * been hurt (house rules, 17).
   */
  async toClose(limit: number): Promise<string[]> {
    const before = this.clock.now() - REOPENS_FOR;
    return this.ids(
      limit,
      `c.status = 'resolved' AND c.resolvedAt IS NOT NULL AND c.lastAt <= :before AND c.resolvedAt <= :before
       AND (c.reason IS NULL OR c.reason <> 'safety')`,
      { before },
      'c.lastAt',
    );
  }

  private async ids(limit: number, where: string, facts: Record<string, number>, by: string): Promise<string[]> {
    const rows = await this.database.read((em) =>
      em
        .createQueryBuilder(ConversationRecord, 'c')
        .select('c.id', 'id')
        .where(where, facts)
        .orderBy(by)
        .limit(limit)
        .getRawMany<{ id: string }>(),
    );
    return rows.map(({ id }) => id);
  }
}
