import { hash, randomBytes, timingSafeEqual } from 'node:crypto';
import { Refused } from '@candour/shared/errors.js';
import { newId } from '@candour/shared/ids.js';
import { Injectable } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { LessThan } from 'typeorm';
import { Clock } from '../core/clock.js';
import { Database } from '../core/database/database.js';
import { PassRow, type PassUse } from './contact.entity.js';
import { PASS_LIFE } from './contact.rules.js';

/** Passes of mailed links. Only their digests are kept. */
@Injectable()
export class PassesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** A new one, outside a unit; the unit that queues its mail puts the row down. */
  make(conversationId: string, use: PassUse): { readonly row: PassRow; readonly pass: string } {
    const now = this.clock.now();
    const id = newId(now);
    const secret = randomBytes(32).toString('base64url');
    const row = { id, conversationId, use, digest: digestOf(secret), createdAt: now, expiresAt: now + PASS_LIFE };
    return { row: { ...row, openedAt: null }, pass: `${id}.${secret}` };
  }

  /** @throws Refused `token-invalid`, `token-expired`. */
  async find(pass: string): Promise<PassRow> {
    const row = await this.database.read((em) => em.findOneBy(PassRow, { id: pass.slice(0, 36) }));
    if (!row || !timingSafeEqual(row.digest, digestOf(pass.slice(37)))) throw new Refused('token-invalid');
    if (this.clock.now() >= row.expiresAt) throw new Refused('token-expired');
    return row;
  }

  @Cron('41 * * * *', { timeZone: 'UTC' })
  async forget(): Promise<void> {
    const now = this.clock.now();
    await this.database.write((tx) => tx.em.delete(PassRow, { expiresAt: LessThan(now) }));
  }
}

const digestOf = (secret: string): Buffer => hash('sha256', secret, 'buffer');
