import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In, IsNull, LessThanOrEqual, Not, type EntityManager } from 'typeorm';
import type { Tx } from '../core/database/database.js';
import { BearingsService, type Bearing } from '../conversations/bearings.service.js';
import type { Facts } from '../policy/facts.rules.js';
import { WishRecord } from './wish.entity.js';

type Wish = Partial<Pick<WishRecord, 'deletionAskedAt' | 'trainingWithdrawnAt'>>;

/** What customers want to happen to their conversations, as the policy is told of it. */
@Injectable()
export class Wishes implements Bearing, OnModuleInit {
  constructor(private readonly bearings: BearingsService) {}

  onModuleInit(): void {
    this.bearings.register(this);
  }

  async facts(em: EntityManager, conversationIds: readonly string[]): Promise<ReadonlyMap<string, Facts>> {
    const rows =
      conversationIds.length === 0 ? [] : await em.findBy(WishRecord, { conversationId: In([...conversationIds]) });
    return new Map(
      rows.map(({ conversationId, deletionAskedAt, trainingWithdrawnAt }) => [
        conversationId,
        {
          ...(deletionAskedAt === null ? {} : { erasureRequestedAt: deletionAskedAt }),
          ...(trainingWithdrawnAt === null ? {} : { training: { objected: true } }),
        },
      ]),
    );
  }

  async removed(tx: Tx, conversationIds: readonly string[]): Promise<void> {
    await tx.em.delete(WishRecord, { conversationId: In([...conversationIds]) });
  }

  of(em: EntityManager, conversationId: string): Promise<WishRecord | null> {
    return em.findOneBy(WishRecord, { conversationId });
  }

  /** Deletions that were asked for before `at` and have to wait, the oldest first. */
  waiting(em: EntityManager, at: number, limit: number, after = ''): Promise<WishRecord[]> {
    return em
      .createQueryBuilder(WishRecord, 'w')
      .where({ deletionAskedAt: LessThanOrEqual(at) })
      .andWhere({ deletionAskedAt: Not(IsNull()) })
      .andWhere('w.conversationId > :after', { after })
      .orderBy('w.conversationId')
      .limit(limit)
      .getMany();
  }

  async put(tx: Tx, conversationId: string, wish: Wish): Promise<void> {
    const before = await this.of(tx.em, conversationId);
    if (before) await tx.em.update(WishRecord, { conversationId }, wish);
    else await tx.em.insert(WishRecord, { conversationId, deletionAskedAt: null, trainingWithdrawnAt: null, ...wish });
  }
}
