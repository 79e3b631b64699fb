import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { Refused } from '@candour/shared/errors.js';
import { SECOND } from '@candour/shared/instant.js';
import { Inject, Injectable } from '@nestjs/common';
import { LessThanOrEqual } from 'typeorm';
import { Clock } from '../core/clock.js';
import { Database } from '../core/database/database.js';
import { SHOP_SECRETS } from './shop-secret.js';
import { ShopTokenUsed } from './shop-token.entity.js';
import { AUDIENCE, CLOCK_SKEW, readToken, refusalOf, TOKEN_LIFE, type ShopClaims } from './shop-token.rules.js';

/** Recognises a customer who is signed in at the shop: docs/connect-a-shop.md. */
@Injectable()
export class ShopTokensService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(SHOP_SECRETS) private readonly secrets: readonly string[],
  ) {}

  /**
   * Believes a token once.
   * @throws Refused `token-invalid`, `token-expired`, or `token-replayed` for one that was accepted before.
   */
  async accept(token: string): Promise<ShopClaims> {
    const read = readToken(token);
    if (!read || !this.signedByShop(read.signed, read.signature)) throw new Refused('token-invalid');
    const now = this.clock.now();
    const refusal = refusalOf(read.claims, now);
    if (refusal) throw new Refused(refusal);
    const digest = createHash('sha256').update(read.claims.jti).digest('base64url');
    try {
      await this.database.write(async (tx) => {
        await tx.em.delete(ShopTokenUsed, { expiresAt: LessThanOrEqual(now) });
        if (await tx.em.existsBy(ShopTokenUsed, { digest })) throw new Refused('token-replayed');
        await tx.em.insert(ShopTokenUsed, { digest, expiresAt: read.claims.exp * SECOND + CLOCK_SKEW });
      });
    } catch (error) {
      // Presented twice at the same moment on PostgreSQL, the later insert meets the earlier one's row.
      const taken = await this.database.read((em) => em.existsBy(ShopTokenUsed, { digest }));
      throw taken ? new Refused('token-replayed') : error;
    }
    return read.claims;
  }

  /** A token as a shop's server makes it; for the demonstration shop and for specs. */
  make(customer: Pick<ShopClaims, 'sub' | 'email' | 'name'>): string {
    const iat = Math.floor(this.clock.now() / SECOND);
    const claims = {
      ...customer,
      aud: AUDIENCE,
      iat,
      exp: iat + TOKEN_LIFE / SECOND,
      jti: randomBytes(16).toString('base64url'),
    };
    const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    const signed = `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claims)}`;
    return `${signed}.${sign(signed, this.secrets[0] ?? '')}`;
  }

  private signedByShop(signed: string, signature: string): boolean {
    const given = Buffer.from(signature, 'base64url');
    return this.secrets.some((secret) => {
      const right = Buffer.from(sign(signed, secret), 'base64url');
      return given.length === right.length && timingSafeEqual(given, right);
    });
  }
}

const sign = (signed: string, secret: string): string =>
  createHmac('sha256', secret).update(signed).digest('base64url');
