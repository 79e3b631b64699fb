import { Refused } from '@candour/shared/errors.js';
import { MINUTE } from '@candour/shared/instant.js';
import { Inject, Injectable } from '@nestjs/common';
import { normalizeIp } from '@nestjs/throttler';
import type { Request } from 'express';
import type { Actor } from '../core/access/actor.js';
import { takesLong } from '../core/http/body-deadline.js';
import { Limiter } from '../core/http/limiter.js';
import type { Bytes } from '../core/files/sealed-chunks.js';
import { authorOf } from './attachments.service.js';

/** Uploads under way at once: on this node, and of one person. */
const UNDER_WAY = 48;
const OF_ONE = 4;
/** 25 MB at 200 kbit/s. */
const LONGEST = 18 * MINUTE;

const rates = {
  conversation: { times: 60, within: 10 * MINUTE },
  address: { times: 90, within: 10 * MINUTE },
  staff: { times: 300, within: 10 * MINUTE },
} as const;

/** How many uploads there may be, before the first byte is read. Each node counts for itself (decision 0051). */
@Injectable()
export class UploadGate {
  private underWay = 0;
  private readonly of = new Map<string, number>();

  constructor(@Inject(Limiter) private readonly limiter: Limiter) {}

  /**
   * Lets the body of a request in, once its sender is known.
   * @throws Refused `unsupported-format` where the body is not the file itself, `too-many-requests`, `unavailable`.
   */
  async pass<T>(actor: Actor, conversationId: string, request: Request, run: (body: Bytes) => Promise<T>): Promise<T> {
    if (!request.is('application/octet-stream')) throw new Refused('unsupported-format');
    const author = authorOf(actor);
    if (actor.kind === 'staff') this.limiter.take(`upload staff ${author}`, rates.staff);
    else {
      this.limiter.take(`upload address ${normalizeIp(request.ip ?? '', 64)}`, rates.address);
      this.limiter.take(`upload conversation ${conversationId}`, rates.conversation);
    }
    const own = this.of.get(author) ?? 0;
    if (own >= OF_ONE) throw new Refused('too-many-requests', { retryAfter: 5 });
    if (this.underWay >= UNDER_WAY) throw new Refused('unavailable');
    this.underWay++;
    this.of.set(author, own + 1);
    try {
      takesLong(request, LONGEST);
      return await run(request as AsyncIterable<Buffer>);
    } catch (error) {
      // Its sender went away: nobody is answered, and nothing went wrong here.
      if (!request.complete && request.destroyed) throw new Refused('bad-input');
      throw error;
    } finally {
      this.underWay--;
      const left = (this.of.get(author) ?? 1) - 1;
      if (left > 0) this.of.set(author, left);
      else this.of.delete(author);
    }
  }
}
