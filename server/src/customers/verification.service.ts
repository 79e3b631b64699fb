import { createHmac, createSecretKey, randomInt, timingSafeEqual, type KeyObject } from 'node:crypto';
import type { Level } from '@candour/shared/conversations.js';
import { Refused, type RefusalCode } from '@candour/shared/errors.js';
import { newId } from '@candour/shared/ids.js';
import { DAY } from '@candour/shared/instant.js';
import { Inject, Injectable } from '@nestjs/common';
import { In, MoreThan } from 'typeorm';
import { Clock } from '../core/clock.js';
import { Database, type Tx } from '../core/database/database.js';
import { Vault } from '../core/vault/vault.js';
import { CustomersService } from './customers.service.js';
import { VerificationCode, type CodeUse } from './verification-code.entity.js';
import { CODE_LIFE, codeAddress, levelNow, sendLimits, shortened, tryCode, waitToSend } from './verification.rules.js';

export interface CodeAsk {
  readonly conversationId: string;
  /** The identified customer who is to be proved. */
  readonly customerId: string;
  /** The order that is talked about, and the e-mail kept with it. */
  readonly order?: { readonly id: string; readonly email: string | undefined } | undefined;
  readonly policyVersion: string;
}

/** A code on its way to its reader. `code` and `to` go into the mail of the same unit and nowhere else. */
export interface PreparedCode {
  readonly code: string;
  readonly to: string;
  readonly expiresAt: number;
  readonly row: VerificationCode;
}

/** A code that waits to be typed in. */
export interface WaitingCode {
  /** Who is to be proved. */
  readonly customerId: string;
  readonly sentAt: number;
  readonly expiresAt: number;
  /** Shortened. */
  readonly to: string;
}

export type Checked =
  | { readonly right: true; readonly customerId: string; readonly orderId: string | null }
  | { readonly right: false; readonly refusal: RefusalCode; readonly left?: number };

/** One-time codes: six digits, ten minutes, five tries, one at a time (ground rule 5 of the house). */
@Injectable()
export class VerificationService {
  private readonly digestKey: KeyObject;

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Vault) private readonly vault: Vault,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(CustomersService) private readonly customers: CustomersService,
  ) {
    this.digestKey = createSecretKey(vault.derive('one-time codes'));
  }

  /**
   * Makes a code, outside a unit. The unit that sends it calls `send` and queues the mail.
   * @throws Refused `no-address` where neither the order nor the customer has an e-mail.
   */
  async prepare({ conversationId, customerId, order, policyVersion }: CodeAsk): Promise<PreparedCode> {
    const customer = (await this.customers.view([customerId])).get(customerId);
    const to = codeAddress({
      order: order?.email,
      customer: customer?.kind === 'identified' ? customer.email : undefined,
    });
    if (customer?.kind !== 'identified' || to === undefined) throw new Refused('no-address');
    return this.make('identity', { conversationId, customerId, orderId: order?.id ?? null, to, policyVersion });
  }

  /** The same to read one conversation with: it proves nobody, but that its reader owns the address kept with it. */
  prepareReading(ask: { conversationId: string; customerId: string; to: string; policyVersion: string }) {
    return this.make('reading', { ...ask, orderId: null });
  }

  private async make(
    use: CodeUse,
    ask: Pick<VerificationCode, 'conversationId' | 'customerId' | 'orderId' | 'policyVersion'> & {
      readonly to: string;
    },
  ): Promise<PreparedCode> {
    const { conversationId, customerId, orderId, to, policyVersion } = ask;
    const key = await this.vault.keyFor(customerId, 'contact');
    const now = this.clock.now();
    const id = newId(now);
    const code = String(randomInt(1_000_000)).padStart(6, '0');
    const place = { table: 'verification_codes', row: id, column: 'sentTo' };
    const row: VerificationCode = {
      id,
      conversationId,
      use,
      customerId,
      orderId,
      digest: this.digest(id, code),
      sentTo: this.vault.seal(key, place, shortened(to)),
      keyId: key.id,
      createdAt: now,
      expiresAt: now + CODE_LIFE,
      attempts: 0,
      state: 'open',
      decidedAt: null,
      policyVersion,
      category: 'C1',
      source: 'automatic',
      purpose: 'P2',
      retentionClass: 'verification',
      anchorAt: now,
    };
    return { code, to, expiresAt: row.expiresAt, row };
  }

  /** Puts the code down; the one before is void. @throws Refused `too-many-requests` with `retryAfter` in seconds. */
  async send(tx: Tx, { row }: PreparedCode): Promise<WaitingCode> {
    const { conversationId, customerId, use, createdAt: now, expiresAt } = row;
    const since = MoreThan(now - DAY);
    const select = { id: true, createdAt: true, conversationId: true, state: true } as const;
    const [inConversation, ofCustomer] = [
      await tx.em.find(VerificationCode, { select, where: { conversationId, use, createdAt: since } }),
      await tx.em.find(VerificationCode, { select, where: { customerId, use, createdAt: since } }),
    ];
    const sentAts = (codes: readonly VerificationCode[]): number[] => codes.map(({ createdAt }) => createdAt);
    const wait = Math.max(
      waitToSend(sendLimits.conversation, sentAts(inConversation), now),
      waitToSend(sendLimits.customer, sentAts(ofCustomer), now),
    );
    if (wait > 0) throw new Refused('too-many-requests', { retryAfter: Math.ceil(wait / 1000) });
    await tx.em.update(VerificationCode, { conversationId, use, state: 'open' }, { state: 'void', decidedAt: now });
    await tx.em.insert(VerificationCode, row);
    return { customerId, sentAt: now, expiresAt, to: await this.shown(row) };
  }

  /**
   * Tries a code. A wrong try counts only if the unit commits, so the caller throws the refusal after it.
   */
  async check(tx: Tx, conversationId: string, code: string, use: CodeUse = 'identity'): Promise<Checked> {
    const now = this.clock.now();
    const [row] = await tx.em.find(VerificationCode, {
      where: { conversationId, use },
      order: { createdAt: 'DESC', id: 'DESC' },
      take: 1,
    });
    const equal = row !== undefined && timingSafeEqual(row.digest, this.digest(row.id, code));
    const outcome = tryCode(row, equal, now);
    if (outcome.right && row) {
      await tx.em.update(VerificationCode, { id: row.id }, { state: 'used', decidedAt: now });
      return { right: true, customerId: row.customerId, orderId: row.orderId };
    }
    if (outcome.right) throw new Error('No code was sent.');
    const counts = row && (outcome.refusal === 'code-wrong' || outcome.voids);
    if (counts) {
      const decided = outcome.voids ? ({ state: 'void', decidedAt: now } as const) : {};
      await tx.em.update(VerificationCode, { id: row.id }, { attempts: row.attempts + 1, ...decided });
    }
    return { right: false, refusal: outcome.refusal, ...(outcome.left === undefined ? {} : { left: outcome.left }) };
  }

  /** The level that holds now of one reached at `verifiedAt`. */
  levelNow(level: Level, verifiedAt: number | null): Level {
    return levelNow(level, verifiedAt, this.clock.now());
  }

  /** The codes that these conversations wait for. */
  async waiting(conversationIds: readonly string[]): Promise<Map<string, WaitingCode>> {
    const rows = await this.database.read((em) =>
      em.findBy(VerificationCode, {
        conversationId: In([...conversationIds]),
        use: 'identity',
        state: 'open',
        expiresAt: MoreThan(this.clock.now()),
      }),
    );
    const waiting = await Promise.all(
      rows.map(async (row) => {
        const { conversationId, customerId, createdAt: sentAt, expiresAt } = row;
        return [conversationId, { customerId, sentAt, expiresAt, to: await this.shown(row) }] as const;
      }),
    );
    return new Map(waiting);
  }

  private async shown({ id, keyId, sentTo }: VerificationCode): Promise<string> {
    const key = (await this.vault.keys([keyId])).get(keyId);
    return key ? this.vault.open(key, { table: 'verification_codes', row: id, column: 'sentTo' }, sentTo) : '';
  }

  private digest(id: string, code: string): Buffer {
    return createHmac('sha256', this.digestKey).update(`${id} ${code}`).digest();
  }
}
