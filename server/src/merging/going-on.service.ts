import type { Sent } from '@candour/shared/conversations.js';
import { Refused, type RefusalCode } from '@candour/shared/errors.js';
import { Injectable } from '@nestjs/common';
import type { VisitorActor } from '../core/access/actor.js';
import { Reach } from '../conversations/reach.service.js';

/** Merges that may come between while one message looks for its place. */
const TRIES = 4;

/** What is refused where a conversation was merged away, and where a browser speaks in one that it did not begin. */
const other: ReadonlySet<RefusalCode> = new Set<RefusalCode>(['conversation-closed', 'not-allowed', 'file-gone']);

/** What a customer writes to a conversation that was merged goes where it goes on: once, and answered from there. */
@Injectable()
export class GoingOnService {
  constructor(private readonly reach: Reach) {}

  /** Undefined where the refusal has nothing to do with a merge. */
  send(
    visitor: VisitorActor,
    conversationId: string,
    refused: Refused,
    send: (actor: VisitorActor, conversationId: string) => Promise<Sent>,
  ): Promise<Sent> | undefined {
    return other.has(refused.code) ? this.follow(visitor, conversationId, refused, send) : undefined;
  }

  private async follow(
    visitor: VisitorActor,
    conversationId: string,
    refused: Refused,
    send: (actor: VisitorActor, conversationId: string) => Promise<Sent>,
  ): Promise<Sent> {
    let last = refused;
    for (let tries = 0; tries < TRIES; tries++) {
      const target = await this.reach.target(visitor, conversationId);
      if (!target) throw last;
      try {
        // In the name of the browser that began it: whether this one may speak there was decided by the reach.
        return await send({ kind: 'visitor', visitorId: target.visitorId }, target.id);
      } catch (error) {
        if (!(error instanceof Refused) || !other.has(error.code)) throw error;
        last = error;
      }
    }
    throw last;
  }
}
