import type { CreditOrigin } from '@candour/shared/credit.js';
import type { Currency } from '@candour/shared/money.js';
import { newId } from '@candour/shared/ids.js';
import type { RefundReason } from '@candour/shared/refunds.js';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditTrail } from '../audit/audit.service.js';
import type { Actor } from '../core/access/actor.js';
import { Clock } from '../core/clock.js';
import { Database, type Tx } from '../core/database/database.js';
import { CustomerParts } from '../customers/customer-parts.service.js';
import { PolicyService } from '../policy/policy.service.js';
import { StoreCreditEntry } from './credit.entity.js';

/** Credit that is given, with what it is for. */
export interface Given {
  readonly customerId: string;
  readonly orderId: string;
  readonly conversationId: string | null;
  readonly origin: CreditOrigin;
  readonly originId: string;
  readonly currency: Currency;
  /** Above zero, in minor units. */
  readonly amount: number;
  readonly reason: RefundReason;
  readonly givenBy: string | null;
  readonly note?: { readonly sealed: Buffer; readonly keyId: string } | undefined;
}

/** The ledger of store credit: entries are added, and nothing else. */
@Injectable()
export class CreditLedgerService implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly policy: PolicyService,
    private readonly trail: AuditTrail,
    private readonly parts: CustomerParts,
  ) {}

  onModuleInit(): void {
    this.parts.register({
      merge: async (tx, from, to) => {
        await tx.em.update(StoreCreditEntry, { customerId: from }, { customerId: to });
      },
      // An entry is of an order, which says itself whose it is.
      uses: () => Promise.resolve([]),
    });
  }

  /**
   * Adds an entry in the caller's unit, which has asked for the customer's digest before. The same origin again adds
   * nothing. @param id of the entry, where its note was sealed under it
   */
  async give(tx: Tx, given: Given, { actor, subject }: { actor: Actor; subject: Buffer }, id = newId()): Promise<void> {
    const { origin, originId, note, ...rest } = given;
    if (await tx.em.existsBy(StoreCreditEntry, { origin, originId })) return;
    const at = this.clock.now();
    await tx.em.insert(StoreCreditEntry, {
      ...{ ...rest, id, origin, originId, note: note?.sealed ?? null, keyId: note?.keyId ?? null, at },
      ...{ policyVersion: this.policy.version(), category: 'C3', source: 'provided' },
      ...{ purpose: 'P2', retentionClass: 'bookkeeping', anchorAt: at },
    });
    const { amount, currency } = given;
    await this.trail.record(tx, {
      ...{ actor, verb: 'credit.given' as const, subject, digest: this.trail.digest({ id, origin, amount, currency }) },
      about: [{ type: 'order', id: given.orderId }],
    });
  }

  /** Sums by currency, in minor units. */
  async balances(em: EntityManager, customerId: string): Promise<Map<Currency, number>> {
    const rows = await em.query<{ currency: Currency; sum: number | string }[]>(
      'SELECT currency, SUM(amount) AS sum FROM store_credit WHERE customer_id = $1 GROUP BY currency ORDER BY currency',
      [customerId],
    );
    return new Map(rows.map(({ currency, sum }) => [currency, Number(sum)]));
  }

  /** The goodwill that a customer had since then, in minor units. */
  async goodwill(em: EntityManager, customerId: string, currency: Currency, since: number): Promise<number> {
    const [row] = await em.query<{ sum: number | string | null }[]>(
      `SELECT SUM(amount) AS sum FROM store_credit
       WHERE customer_id = $1 AND currency = $2 AND at > $3 AND origin = 'goodwill'`,
      [customerId, currency, since],
    );
    return Number(row?.sum ?? 0);
  }

  /** Makes those wait who give the same customer goodwill at the same time; SQLite lets nobody in beside us. */
  async lock(em: EntityManager, customerId: string): Promise<void> {
    if (this.database.engine === 'postgres') {
      await em.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`store credit ${customerId}`]);
    }
  }
}
