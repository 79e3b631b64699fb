import type { Credit, GoodwillAsk } from '@candour/shared/credit.js';
import { Refused } from '@candour/shared/errors.js';
import { newId } from '@candour/shared/ids.js';
import { Injectable } from '@nestjs/common';
import { AccessTrail } from '../audit/access-trail.service.js';
import { AuditTrail } from '../audit/audit.service.js';
import { requireAccess } from '../core/access/access.js';
import type { Actor, StaffActor } from '../core/access/actor.js';
import { Clock } from '../core/clock.js';
import { Database } from '../core/database/database.js';
import { Idempotency } from '../core/idempotency/idempotency.service.js';
import { Vault } from '../core/vault/vault.js';
import { ConversationUnitsService } from '../conversations/conversation-units.service.js';
import { ConversationsService } from '../conversations/conversations.service.js';
import { PricedOrdersService, type OrderMoney } from '../orders/priced-orders.service.js';
import { StaffService } from '../staff/staff.service.js';
import { CreditLedgerService } from './credit-ledger.service.js';
import { StoreCreditEntry } from './credit.entity.js';
import { GOODWILL_SPAN, goodwillLeft } from './goodwill.rules.js';

/** Entries that are shown. */
const SHOWN = 20;
const notePlace = (id: string) => ({ table: 'store_credit', row: id, column: 'note' });

/** What credit stands on: stores, keys, the order's customer. */
@Injectable()
export class CreditSurroundings {
  constructor(
    readonly database: Database,
    readonly clock: Clock,
    readonly vault: Vault,
    readonly orders: PricedOrdersService,
    readonly staff: StaffService,
    readonly audit: AuditTrail,
  ) {}
}

/** Store credit as staff see it beside an order, and the goodwill that they give. */
@Injectable()
export class CreditService {
  constructor(
    private readonly around: CreditSurroundings,
    private readonly ledger: CreditLedgerService,
    private readonly idempotency: Idempotency,
    private readonly conversations: ConversationsService,
    private readonly units: ConversationUnitsService,
    private readonly readings: AccessTrail,
  ) {}

  /** @throws Refused `not-found`. */
  async get(actor: Actor, orderId: string): Promise<Credit> {
    const viewer = staffOf(actor);
    requireAccess(viewer, 'refund.read', 'P2', { categories: ['C3'] });
    const { database, vault, staff } = this.around;
    const order = await this.order(orderId);
    const { customerId, currency } = order;
    const about = [{ type: 'order', id: orderId }] as const;
    await this.readings.note({ actor, verb: 'credit.read', purpose: 'P2', about, customerId });
    const since = this.around.clock.now() - GOODWILL_SPAN;
    const { balances, rows, given } = await database.read(async (em) => ({
      balances: await this.ledger.balances(em, customerId),
      given: await this.ledger.goodwill(em, customerId, currency, since),
      rows: await em.find(StoreCreditEntry, {
        where: { customerId },
        order: { at: 'DESC', id: 'DESC' },
        take: SHOWN,
      }),
    }));
    const keys = await vault.keys(rows.flatMap(({ keyId }) => keyId ?? []));
    const names = await staff.names(rows.flatMap(({ givenBy }) => givenBy ?? []));
    return {
      balances: [...balances].map(([of, amount]) => ({ amount, currency: of })),
      goodwillLeft: { amount: goodwillLeft(viewer.role, given), currency },
      entries: rows.map((row) => {
        const key = keys.get(row.keyId ?? '');
        const by = names.get(row.givenBy ?? '');
        const { id, origin, reason, at } = row;
        return {
          ...{ id, origin, reason, at, orderId: row.orderId },
          amount: { amount: row.amount, currency: row.currency },
          ...(by === undefined ? {} : { by }),
          ...(key && row.note ? { note: vault.open(key, notePlace(id), row.note) } : {}),
        };
      }),
    };
  }

  /**
   * Gives the order's customer credit as goodwill. The same key again is answered with what it made.
   * @throws Refused `not-found`, `currency-wrong`, `goodwill-over-limit` with `left`, `key-missing`, `key-reused`,
   * `key-in-flight`; nothing is written then.
   */
  async goodwill(actor: Actor, key: string | undefined, ask: GoodwillAsk): Promise<Credit> {
    const staff = staffOf(actor);
    requireAccess(staff, 'refund.request', 'P2', { categories: ['C3'] });
    if (ask.conversationId !== undefined) await this.conversations.requireReadable(staff, ask.conversationId);
    const { clock, vault, audit } = this.around;
    const { orderId, currency, amount, reason, note } = ask;
    const order = await this.order(orderId);
    const { customerId } = order;
    if (order.currency !== currency) throw new Refused('currency-wrong');
    const subject = await audit.subject(customerId);
    const sealing = note === undefined ? undefined : await vault.keyFor(customerId, 'bookkeeping');
    await this.idempotency.once(staff, key, ask, async (tx) => {
      await this.ledger.lock(tx.em, customerId);
      if ((await this.around.orders.of(tx.em, orderId))?.customerId !== customerId) throw new Refused('not-found');
      const before = await this.ledger.goodwill(tx.em, customerId, currency, clock.now() - GOODWILL_SPAN);
      const left = goodwillLeft(staff.role, before);
      if (amount > left) throw new Refused('goodwill-over-limit', { left });
      const id = newId(clock.now());
      const sealed = sealing && note !== undefined ? vault.seal(sealing, notePlace(id), note) : undefined;
      const given = {
        ...{ customerId, orderId, currency, amount, reason, conversationId: ask.conversationId ?? null },
        ...{ origin: 'goodwill' as const, originId: id, givenBy: staff.id },
        note: sealed && sealing ? { sealed, keyId: sealing.id } : undefined,
      };
      await this.ledger.give(tx, given, { actor: staff, subject }, id);
      const conversation = ask.conversationId === undefined ? null : await this.units.row(tx, ask.conversationId);
      if (conversation) {
        const params = { amount, currency };
        await this.units.fact(tx, conversation, { code: 'credit-given', params, subject, by: staff });
      }
      return [id];
    });
    return this.get(actor, orderId);
  }

  private async order(orderId: string): Promise<OrderMoney> {
    const order = await this.around.database.read((em) => this.around.orders.of(em, orderId));
    if (!order) throw new Refused('not-found');
    return order;
  }
}

function staffOf(actor: Actor): StaffActor {
  if (actor.kind !== 'staff') throw new Refused('not-allowed');
  return actor;
}
