import { Refused } from '@candour/shared/errors.js';
import { Injectable, type ExecutionContext } from '@nestjs/common';
import { ThrottlerGuard, type ThrottlerLimitDetail } from '@nestjs/throttler';
import type { ActorRequest } from '../core/access/access.js';

/** Changes a minute, of one person (or of one address, where nobody is signed in) by one route; readings: `Config`. */
export const CHANGES_PER_MINUTE = 120;

/** Counts requests per route: by member of staff, else by address. Stands behind the access guard. */
@Injectable()
export class RateGuard extends ThrottlerGuard {
  protected override shouldSkip(context: ExecutionContext): Promise<boolean> {
    return Promise.resolve(context.getType() !== 'http');
  }

  protected override getTracker(request: Record<string, unknown>): Promise<string> {
    const { actor } = request as ActorRequest;
    return actor?.kind === 'staff' ? Promise.resolve(actor.id) : super.getTracker(request);
  }

  protected override throwThrottlingException(_: ExecutionContext, detail: ThrottlerLimitDetail): Promise<void> {
    throw new Refused('too-many-requests', { retryAfter: detail.timeToBlockExpire });
  }
}
