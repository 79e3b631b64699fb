import { createHmac, timingSafeEqual } from 'node:crypto';
import { Refused } from '@candour/shared/errors.js';
import { DAY } from '@candour/shared/instant.js';
import { Injectable } from '@nestjs/common';
import { LessThan } from 'typeorm';
import type { VisitorActor } from '../core/access/actor.js';
import { Clock } from '../core/clock.js';
import { Database } from '../core/database/database.js';
import { Vault } from '../core/vault/vault.js';
import { ForgottenVisitor } from './conversation.entity.js';

/** How long a browser finds its conversation again. */
const LIFE = 90 * DAY;

/** The token that stands for one browser: id, when it was made, and our mark over both. Kept in the iframe's storage. */
@Injectable()
export class VisitorTokens {
  private readonly secret: Buffer;

  constructor(
    private readonly clock: Clock,
    private readonly database: Database,
    vault: Vault,
  ) {
    this.secret = vault.derive('visitor token');
  }

  issue(visitorId: string): string {
    const body = `${visitorId}.${this.clock.now()}`;
    return `${body}.${this.mark(body)}`;
  }

  /** @throws Refused `token-invalid`, `token-expired`; the first also for a browser that was told to forget. */
  async read(token: string): Promise<VisitorActor> {
    const cut = token.lastIndexOf('.');
    const body = token.slice(0, cut);
    const [visitorId, made] = body.split('.');
    if (cut < 0 || !visitorId || !made || !same(token.slice(cut + 1), this.mark(body)))
      throw new Refused('token-invalid');
    if (this.clock.now() - Number(made) > LIFE) throw new Refused('token-expired');
    const forgotten = await this.database.read((em) => em.existsBy(ForgottenVisitor, { id: visitorId }));
    if (forgotten) throw new Refused('token-invalid');
    return { kind: 'visitor', visitorId };
  }

  /** From now on no token opens what this browser began. A record is kept as long as such a token could live. */
  async forget({ visitorId }: VisitorActor): Promise<void> {
    const now = this.clock.now();
    await this.database.write(async (tx) => {
      await tx.em.delete(ForgottenVisitor, { forgottenAt: LessThan(now - LIFE) });
      if (await tx.em.existsBy(ForgottenVisitor, { id: visitorId })) return;
      await tx.em.insert(ForgottenVisitor, { id: visitorId, forgottenAt: now });
    });
  }

  private mark(body: string): string {
    return createHmac('sha256', this.secret).update(body).digest('base64url');
  }
}

function same(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
