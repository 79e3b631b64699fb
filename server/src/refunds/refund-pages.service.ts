import { Refused } from '@candour/shared/errors.js';
import type { Page } from '@candour/shared/paging.js';
import type { Refund, Refundable, RefundList, RefundPreview, RefundPreviewAsk } from '@candour/shared/refunds.js';
import { Injectable } from '@nestjs/common';
import { In, IsNull, Not, type EntityManager } from 'typeorm';
import { AccessTrail } from '../audit/access-trail.service.js';
import { mayAccess, requireAccess } from '../core/access/access.js';
import type { Actor, StaffActor } from '../core/access/actor.js';
import { readCursor, writeCursor } from '../core/database/cursor.js';
import { leftOf } from '../orders/payments/payments.service.js';
import { StaffService } from '../staff/staff.service.js';
import { RefundBooks, type Books } from './refund-books.service.js';
import { isConsented, limitOf } from './refund-limits.js';
import { RefundRecord } from './refund.entity.js';
import { RefundSurroundings } from './refund-surroundings.js';
import { allocationOf, paidWith, refundableOf, refundOf, titlesOf } from './refund-view.js';
import { RefundsService, staffOf, usedBy } from './refunds.service.js';
import { totalOf } from './refundable.rules.js';

const opened = ['succeeded', 'failed', 'canceled', 'rejected', 'reversed'] as const;

/** Refunds as people read them. */
@Injectable()
export class RefundPagesService {
  constructor(
    private readonly around: RefundSurroundings,
    private readonly books: RefundBooks,
    private readonly refunds: RefundsService,
    private readonly staff: StaffService,
    private readonly readings: AccessTrail,
  ) {}

  /** Exactly what would be given back, how, and what else waits. Writes nothing. @throws as `RefundsService.request`. */
  async preview(actor: Actor, ask: RefundPreviewAsk): Promise<RefundPreview> {
    const viewer = staffOf(actor);
    requireAccess(viewer, 'refund.request', 'P2', { categories: ['C3'] });
    const books = await this.around.database.read((em) => this.books.of(em, ask.orderId));
    const { order } = books;
    if (order.currency !== ask.currency) throw new Refused('currency-wrong');
    const shares = this.refunds.sharesOf(books, ask);
    const titles = titlesOf(order);
    const all = shares.flatMap(({ allocations }) => allocations);
    const total = totalOf(all);
    const used = usedBy(viewer.id, books);
    const money = (amount: number) => ({ amount, currency: order.currency });
    const pending = books.standing.filter(({ state }) => !(opened as readonly string[]).includes(state));
    return {
      basis: books.basis,
      total: money(total),
      tax: money(all.reduce((sum, { tax }) => sum + tax, 0)),
      allocations: all.map((one) => allocationOf(one, order.currency, titles)),
      payments: shares.map(({ payment, allocations }) => {
        const byDesk = ask.method === 'store_credit';
        const sandbox = !byDesk && (this.around.providers.of(payment)?.sandbox ?? false);
        const card = byDesk ? undefined : paidWith(payment);
        const paid = { paymentId: payment.id, amount: money(totalOf(allocations)), sandbox };
        return card === undefined ? paid : { ...paid, paidWith: card };
      }),
      refundable: this.refundableIn(books),
      pending: await this.viewed(viewer, pending),
      limit: money(limitOf(viewer.role, order.currency)),
      used: money(used),
      needsApproval: !isConsented(used + total, order.currency, viewer, []),
    };
  }

  /** @throws Refused `not-found`. */
  async refundable(actor: Actor, orderId: string): Promise<Refundable> {
    requireAccess(actor, 'refund.read', 'P2', { categories: ['C3'] });
    return this.refundableIn(await this.around.database.read((em) => this.books.of(em, orderId)));
  }

  /** Newest first. Each look stands in the audit (policy R8). @throws Refused `cursor-invalid`. */
  async list(actor: Actor, ask: RefundList): Promise<Page<Refund>> {
    const viewer = staffOf(actor);
    requireAccess(viewer, 'refund.read', 'P2', { categories: ['C3'] });
    const rows = await this.around.database.read((em) => {
      const query = em
        .createQueryBuilder(RefundRecord, 'r')
        .where('r.customerId IS NOT NULL')
        .orderBy('r.requestedAt', 'DESC')
        .addOrderBy('r.id', 'DESC')
        .limit(ask.limit + 1);
      if (ask.orderId !== undefined) query.andWhere('r.orderId = :orderId', { orderId: ask.orderId });
      const state = ask.waiting ? 'pending_approval' : ask.state;
      if (state !== undefined) query.andWhere('r.state = :state', { state });
      if (ask.cursor !== undefined) {
        query.andWhere('(r.requestedAt < :at OR (r.requestedAt = :at AND r.id < :id))', readCursor(ask.cursor));
      }
      return query.getMany();
    });
    const shown = rows.slice(0, ask.limit);
    const last = shown.at(-1);
    const read = shown.map(({ id }) => id);
    await this.readings.note({ actor, verb: 'refund.read', purpose: 'P2', rows: read });
    return {
      rows: await this.viewed(viewer, shown),
      ...(rows.length > ask.limit && last ? { next: writeCursor({ at: last.requestedAt, id: last.id }) } : {}),
    };
  }

  /** @throws Refused `not-found`. */
  async get(actor: Actor, id: string): Promise<Refund> {
    const [refund] = await this.byIds(actor, [id]);
    if (!refund) throw new Refused('not-found');
    return refund;
  }

  async byIds(actor: Actor, ids: readonly string[]): Promise<Refund[]> {
    const viewer = staffOf(actor);
    requireAccess(viewer, 'refund.read', 'P2', { categories: ['C3'] });
    const where = { id: In([...ids]), customerId: Not(IsNull()) };
    const rows = await this.around.database.read((em) => em.find(RefundRecord, { where, order: { id: 'ASC' } }));
    await this.readings.note({ actor, verb: 'refund.read', purpose: 'P2', rows: rows.map(({ id }) => id) });
    return this.viewed(viewer, rows);
  }

  private refundableIn(books: Books): Refundable {
    const open = books.order.payments.filter((payment) => leftOf(payment) > 0);
    const providers = open.flatMap((payment) => this.around.providers.of(payment) ?? []);
    return refundableOf(books, { sandbox: providers.some(({ sandbox }) => sandbox), here: providers.length > 0 });
  }

  /** Many at once, in a constant number of statements. */
  private async viewed(actor: StaffActor, rows: readonly RefundRecord[]): Promise<Refund[]> {
    if (rows.length === 0) return [];
    const people = rows.flatMap(({ requestedBy, approvals }) => [requestedBy, ...approvals.map(({ id }) => id)]);
    const { allocations, titles, payments } = await this.around.database.read((em) => this.about(em, rows));
    const staff = await this.staff.names(people);
    const keys = await this.around.vault.keys(rows.flatMap(({ keyId }) => keyId ?? []));
    const viewer = {
      actor,
      mayApprove: mayAccess(actor, 'refund.approve', 'P2', {}),
      mayRequest: mayAccess(actor, 'refund.request', 'P2', {}),
      now: this.around.clock.now(),
    };
    return rows.map((row) => {
      const key = keys.get(row.keyId ?? '');
      const open = (column: 'note' | 'rejection'): string | undefined => {
        const sealed = row[column];
        return key && sealed
          ? this.around.vault.open(key, { table: 'refunds', row: row.id, column }, sealed)
          : undefined;
      };
      const texts = { note: open('note'), rejection: open('rejection') };
      return refundOf(row, allocations.get(row.id) ?? [], { titles, staff, payments }, viewer, texts);
    });
  }

  private async about(em: EntityManager, rows: readonly RefundRecord[]) {
    const allocations = await this.books.allocationsOf(
      em,
      rows.map(({ id }) => id),
    );
    const lines = [...allocations.values()].flat().flatMap(({ lineId }) => lineId ?? []);
    return {
      allocations,
      titles: await this.around.orders.titles(em, lines),
      payments: await this.around.payments.byIds(
        em,
        rows.map(({ paymentId }) => paymentId),
      ),
    };
  }
}
