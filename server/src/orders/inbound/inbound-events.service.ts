import { createHmac, createSecretKey, type KeyObject } from 'node:crypto';
import { Refused } from '@candour/shared/errors.js';
import { newId } from '@candour/shared/ids.js';
import { DAY } from '@candour/shared/instant.js';
import { Injectable } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { LessThan } from 'typeorm';
import { Clock } from '../../core/clock.js';
import { Database, type Tx } from '../../core/database/database.js';
import { Vault } from '../../core/vault/vault.js';
import { InboundEvent } from './inbound-event.entity.js';

/** Longer than any sender repeats itself. */
const KEPT = 90 * DAY;

/** Events from outside are taken in once, whatever their sender does. */
@Injectable()
export class InboundEvents {
  private readonly digestKey: KeyObject;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    vault: Vault,
  ) {
    this.digestKey = createSecretKey(vault.derive('bodies of inbound events'));
  }

  /** The digest of a body as it came, for `once`. */
  digest(body: Buffer): Buffer {
    return createHmac('sha256', this.digestKey).update(body).digest();
  }

  /**
   * Whether this unit is the first that hears of it: then its row stands with what the unit does about it.
   * @throws Refused `event-conflict` where the same id came before with another body.
   */
  async once(tx: Tx, source: string, eventId: string, body: Buffer): Promise<boolean> {
    const before = await tx.em.findOneBy(InboundEvent, { source, eventId });
    if (before && !before.body.equals(body)) throw new Refused('event-conflict');
    if (before) return false;
    const at = this.clock.now();
    await tx.em.insert(InboundEvent, { id: newId(at), source, eventId, body, at });
    return true;
  }

  /** @throws Refused `event-conflict`. */
  async isKnown(source: string, eventId: string, body: Buffer): Promise<boolean> {
    const before = await this.database.read((em) => em.findOneBy(InboundEvent, { source, eventId }));
    if (before && !before.body.equals(body)) throw new Refused('event-conflict');
    return before !== null;
  }

  /** Forgets what nobody sends again. Answers how many. */
  @Cron('31 4 * * *', { timeZone: 'UTC' })
  async sweep(): Promise<number> {
    const before = this.clock.now() - KEPT;
    const { affected } = await this.database.write((tx) => tx.em.delete(InboundEvent, { at: LessThan(before) }));
    return affected ?? 0;
  }
}
