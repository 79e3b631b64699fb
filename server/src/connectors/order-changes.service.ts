import { Refused } from '@candour/shared/errors.js';
import type { CancelOrder, ChangeAddress, OrderChange, OrderChanges } from '@candour/shared/order-changes.js';
import { Injectable } from '@nestjs/common';
import { AccessTrail } from '../audit/access-trail.service.js';
import { AuditTrail } from '../audit/audit.service.js';
import { requireAccess } from '../core/access/access.js';
import type { Actor, StaffActor } from '../core/access/actor.js';
import { Idempotency } from '../core/idempotency/idempotency.service.js';
import { StaffService } from '../staff/staff.service.js';
import { ChangedOrdersService, type ChangedOrder } from '../orders/changed-orders.service.js';
import { ChangeDoor } from './change-door.js';
import { ChangeOutbox } from './change-outbox.js';
import { changeMoves, clashes, whyFixed, type Change } from './changes.rules.js';
import { OrderChangeRecord } from './order-change.entity.js';

/** Changes of one order that are shown, and that a new one is held against. */
const SHOWN = 100;

/** What is written of deeds, and of readings. */
@Injectable()
export class ChangeTrails {
  constructor(
    readonly audit: AuditTrail,
    readonly readings: AccessTrail,
  ) {}
}

/**
 * Canceling an order and sending it elsewhere, before anything of it has left the house, for a customer who has just
 * proved again who they are. Nothing here calls a shop: what is asked for stands in a row, and the worker takes it from
 * there. The order itself changes when its shop says so.
 */
@Injectable()
export class OrderChangesService {
  constructor(
    private readonly outbox: ChangeOutbox,
    private readonly door: ChangeDoor,
    private readonly orders: ChangedOrdersService,
    private readonly idempotency: Idempotency,
    private readonly staff: StaffService,
    private readonly trails: ChangeTrails,
  ) {}

  /**
   * The whole order, or lines of it. The same key again is answered with what it made.
   * @throws Refused `not-found`, `not-allowed`, `verification-needed`, `order-fulfilled`, `state-unfit`, `line-unknown`,
   * `key-missing`, `key-reused`, `key-in-flight`.
   */
  cancel(actor: Actor, key: string | undefined, orderId: string, ask: CancelOrder): Promise<OrderChange> {
    return this.ask(actor, key, orderId, ask, ({ lines }) => {
      const { lineIds, reason } = ask;
      if (lineIds === undefined) return { kind: 'cancel', reason };
      const named = lines.filter(({ id }) => lineIds.includes(id));
      if (named.length !== new Set(lineIds).size) throw new Refused('line-unknown');
      if (named.length === lines.length) return { kind: 'cancel', reason };
      return { kind: 'cancel-lines', reason, lines: named };
    });
  }

  /** Where it goes to. @throws Refused as `cancel`, but `line-unknown`. */
  address(actor: Actor, key: string | undefined, orderId: string, ask: ChangeAddress): Promise<OrderChange> {
    return this.ask(actor, key, orderId, ask, () => ({ kind: 'address', address: ask.address }));
  }

  /** What was asked of the shop for one order. The reading stands in the audit (policy R8). */
  async list(actor: Actor, orderId: string): Promise<OrderChanges> {
    requireAccess(actor, 'order.find', 'P2', { categories: ['C1'] });
    const rows = await this.rowsOf(orderId);
    const [first] = rows;
    if (!first) return { changes: [] };
    const about = [{ type: 'order', id: orderId }] as const;
    await this.trails.readings.note({ actor, verb: 'order.read', purpose: 'P2', about, customerId: first.customerId });
    return { changes: await this.views(rows) };
  }

  /** Tries again what the shop refused. @throws Refused `not-found`, `not-allowed`, `state-unfit`. */
  retry(actor: Actor, id: string): Promise<OrderChange> {
    return this.move(actor, id, 'retry');
  }

  /** Somebody did it in the shop. @throws Refused `not-found`, `not-allowed`, `state-unfit`. */
  done(actor: Actor, id: string): Promise<OrderChange> {
    return this.move(actor, id, 'done');
  }

  private async ask(
    actor: Actor,
    idempotencyKey: string | undefined,
    orderId: string,
    ask: CancelOrder | ChangeAddress,
    changeOf: (order: ChangedOrder) => Change,
  ): Promise<OrderChange> {
    const staff = staffOf(actor);
    requireAccess(staff, 'order.change', 'P2', { categories: ['C1'] });
    await this.door.requireReadable(staff, ask.conversationId);
    const { database, vault } = this.outbox;
    const known = await database.read((em) => this.orders.of(em, orderId));
    if (!known) throw new Refused('not-found');
    const subject = await this.trails.audit.subject(known.customerId);
    const key = await vault.keyFor(known.customerId, 'order');
    const before = await this.outbox.open(await this.rowsOf(orderId));
    const { ids } = await this.idempotency.once(staff, idempotencyKey, { orderId, ...ask }, async (tx) => {
      const order = await this.orders.of(tx.em, orderId);
      if (order?.customerId !== known.customerId) throw new Refused('not-found');
      await this.door.requireProved(tx, ask.conversationId, order.customerId);
      const why = whyFixed(order);
      if (why) throw new Refused(why);
      const change = changeOf(order);
      const rows = await tx.em.findBy(OrderChangeRecord, { orderId });
      const standing = rows.flatMap(({ id, state }) => {
        const one = before.get(id);
        return one ? [{ state, change: one }] : [];
      });
      // One that came between the reading and this unit is asked about again.
      if (rows.some(({ id }) => !before.has(id)) || clashes(change, standing)) throw new Refused('state-unfit');
      const byHand = !this.door.canSend(order.source, change);
      const { conversationId } = ask;
      const made = { order, orderId, change, key, requestedBy: staff.id, conversationId, byHand };
      return [await this.outbox.queue(tx, made, { actor: staff, subject, by: staff })];
    });
    return this.get(ids[0] ?? '');
  }

  private async move(actor: Actor, id: string, event: 'retry' | 'done'): Promise<OrderChange> {
    const staff = staffOf(actor);
    requireAccess(staff, 'order.change', 'P2', { categories: ['C1'] });
    const known = await this.outbox.database.read((em) => em.findOneBy(OrderChangeRecord, { id }));
    if (!known) throw new Refused('not-found');
    const subject = await this.trails.audit.subject(known.customerId);
    const also = event === 'retry' ? { attempts: 0, fault: null } : {};
    await this.outbox.database.write(async (tx) => {
      const row = await tx.em.findOneByOrFail(OrderChangeRecord, { id });
      const news = { actor: staff, subject, by: staff, also };
      if (!(await this.outbox.move(tx, row, event, news))) throw new Refused('state-unfit');
    });
    return this.get(id);
  }

  private rowsOf(orderId: string): Promise<OrderChangeRecord[]> {
    return this.outbox.database.read((em) =>
      em.find(OrderChangeRecord, { where: { orderId }, order: { requestedAt: 'DESC', id: 'DESC' }, take: SHOWN }),
    );
  }

  private async get(id: string): Promise<OrderChange> {
    const row = await this.outbox.database.read((em) => em.findOneBy(OrderChangeRecord, { id }));
    const [view] = await this.views(row ? [row] : []);
    if (!view) throw new Refused('not-found');
    return view;
  }

  private async views(rows: readonly OrderChangeRecord[]): Promise<OrderChange[]> {
    const names = await this.staff.names(rows.map(({ requestedBy }) => requestedBy));
    const opened = await this.outbox.open(rows);
    return rows.map((row) => {
      const change = opened.get(row.id);
      const name = names.get(row.requestedBy);
      return {
        ...{ id: row.id, orderId: row.orderId, kind: row.kind, state: row.state },
        ...{ requestedAt: row.requestedAt, attempts: row.attempts },
        ...(name === undefined ? {} : { requestedBy: name }),
        ...(row.settledAt === null ? {} : { settledAt: row.settledAt }),
        ...(row.fault === null ? {} : { fault: row.fault }),
        ...(change?.kind === 'cancel-lines' ? { lineIds: change.lines.map((one) => one.id) } : {}),
        ...(change?.kind === 'address' ? { address: change.address } : {}),
        can: {
          retry: changeMoves[row.state].retry !== undefined && change !== undefined,
          done: changeMoves[row.state].done !== undefined,
        },
      };
    });
  }
}

function staffOf(actor: Actor): StaffActor {
  if (actor.kind !== 'staff') throw new Refused('not-allowed');
  return actor;
}
