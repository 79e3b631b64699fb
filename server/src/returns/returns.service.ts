import { Refused } from '@candour/shared/errors.js';
import { newId } from '@candour/shared/ids.js';
import type { Page } from '@candour/shared/paging.js';
import {
  returnMethods,
  returnReasons,
  type Return,
  type Returnable,
  type ReturnAsk,
  type ReturnList,
  type ReturnPreview,
  type ReturnSummary,
} from '@candour/shared/returns.js';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { requireAccess } from '../core/access/access.js';
import type { Actor } from '../core/access/actor.js';
import { readCursor, writeCursor } from '../core/database/cursor.js';
import type { Tx } from '../core/database/database.js';
import { HolidayDaysService } from '../hours/holiday-days.service.js';
import { ConversationsService } from '../conversations/conversations.service.js';
import type { ReturnedLine, ReturnedOrder } from '../orders/returned-orders.service.js';
import { afterDays, type IsHoliday } from './calendar.rules.js';
import { verdictOn, withdrawalOn, type LineFacts } from './eligibility.rules.js';
import { feesOf } from './fees.rules.js';
import { isHygienic, returnPolicy } from './knobs.rules.js';
import { requireUnits } from './quantities.rules.js';
import { ExchangeRecord, ReturnLineRecord, ReturnRecord } from './return.entity.js';
import { ReturnBooks, ReturnSurroundings } from './return-surroundings.js';
import { notePlace, returnOf, summaryOf } from './return-view.js';
import { ReturnMoved } from './returns.events.js';

/** The first number; people read it to each other. */
const FIRST_NUMBER = 1001;
/** Money of a withdrawal is back within so many days (Directive 2011/83/EU Art. 13(1)). */
const REFUND_DAYS = 14;

/** Returns as they are asked for and looked at. */
@Injectable()
export class ReturnsService {
  constructor(
    private readonly core: ReturnSurroundings,
    private readonly books: ReturnBooks,
    private readonly holidays: HolidayDaysService,
    private readonly conversations: ConversationsService,
  ) {}

  /** What of an order may come back now, by law and by the shop's rules. @throws Refused `not-found`. */
  async returnable(actor: Actor, orderId: string): Promise<Returnable> {
    requireAccess(actor, 'return.read', 'P2', { categories: ['C1'] });
    const { order, held } = await this.core.database.read(async (em) => ({
      order: await this.books.order(em, orderId),
      held: await this.books.held(em, orderId),
    }));
    const { customerId } = order;
    const about = [{ type: 'order', id: orderId }] as const;
    await this.core.readings.note({ actor, verb: 'return.read', purpose: 'P2', about, customerId });
    const now = this.core.clock.now();
    const holiday = await this.holidays.in(order.country);
    return {
      orderId,
      number: order.number,
      currency: order.currency,
      withdrawal: order.lines.some((line) => withdrawalOn(lawOf(order, line), now, holiday).granted),
      methods: [...returnMethods],
      lines: order.lines.map((line) => {
        const left = Math.max(0, line.delivered - (held.get(line.id) ?? 0));
        return {
          lineId: line.id,
          title: line.title,
          ordered: line.ordered,
          delivered: line.delivered,
          left,
          unitPrice: { amount: line.unitPrice, currency: order.currency },
          verdicts: returnReasons.map((reason) => ({
            reason,
            verdict: verdictOn(factsOf(order, line, left, { reason, opened: false }), returnPolicy, now, holiday),
          })),
        };
      }),
    };
  }

  /**
   * Asks for a return. The same id again is answered with what it made; staff may ask for what the rules refuse, and
   * then decide about it; a customer may not.
   * @throws Refused `not-found`, `line-unknown`, `quantity-unfit` with `left`, `return-refused`, `key-reused`.
   */
  async request(actor: Actor, ask: ReturnAsk): Promise<Return> {
    requireAccess(actor, 'return.manage', 'P2', { categories: ['C1'] });
    if (ask.conversationId !== undefined) await this.conversations.requireReadable(actor, ask.conversationId);
    const { database, vault, audit } = this.core;
    const known = await database.read((em) => this.books.order(em, ask.orderId));
    const key = await vault.keyFor(known.customerId, 'order');
    const subject = await audit.subject(known.customerId);
    const conversation = await this.books.conversation(ask.conversationId);
    const holiday = await this.holidays.in(known.country);
    // A form's id is its sender's own: nobody meets another's.
    const clientId = `${actor.kind === 'staff' ? actor.id : ask.orderId} ${ask.clientId}`;
    const content = audit.digest(ask);
    const id = await database.write(async (tx) => {
      const before = await tx.em.findOneBy(ReturnRecord, { clientId });
      if (before && !before.content.equals(content)) throw new Refused('key-reused');
      if (before) return before.id;
      const order = await this.books.order(tx.em, ask.orderId);
      if (order.customerId !== known.customerId) throw new Refused('not-found');
      const held = await this.books.held(tx.em, ask.orderId);
      requireUnits(
        order.lines.map((line) => ({ ...line, returned: held.get(line.id) ?? 0 })),
        ask.lines,
      );
      const now = this.core.clock.now();
      const { row, lines } = this.rowsOf(order, ask, held, now, holiday);
      if (actor.kind !== 'staff' && lines.some(({ verdict }) => verdict.outcome === 'refused')) {
        throw new Refused('return-refused');
      }
      const number = await nextNumber(tx);
      await tx.em.insert(ReturnRecord, { ...row, number, clientId, content, keyId: key.id });
      const noted = lines.map((line, i) => {
        const note = ask.lines[i]?.note;
        const sealed = note ? vault.seal(key, notePlace(line.id), this.core.masked(note)) : null;
        return { ...line, note: sealed, keyId: key.id };
      });
      await tx.em.insert(ReturnLineRecord, noted);
      await this.books.tell(tx, conversation, 'return-asked', number, actor);
      const about = [
        { type: 'return', id: row.id },
        { type: 'order', id: ask.orderId },
      ] as const;
      await audit.record(tx, { actor, verb: 'return.requested', about, subject, digest: content });
      tx.tell(new ReturnMoved(row.id, ask.orderId, 'requested'));
      return row.id;
    });
    return this.view(id);
  }

  /** What asking for it would lead to: the verdicts of its lines, and its fees. @throws Refused as `request` does. */
  async preview(actor: Actor, ask: ReturnAsk): Promise<ReturnPreview> {
    requireAccess(actor, 'return.manage', 'P2', { categories: ['C1'] });
    const { order, held } = await this.core.database.read(async (em) => ({
      order: await this.books.order(em, ask.orderId),
      held: await this.books.held(em, ask.orderId),
    }));
    requireUnits(
      order.lines.map((line) => ({ ...line, returned: held.get(line.id) ?? 0 })),
      ask.lines,
    );
    const made = this.rowsOf(order, ask, held, this.core.clock.now(), await this.holidays.in(order.country));
    return { fees: made.row.fees, lines: made.lines.map(({ lineId, verdict }) => ({ lineId, verdict })) };
  }

  /** @throws Refused `not-found`. */
  async get(actor: Actor, id: string): Promise<Return> {
    requireAccess(actor, 'return.read', 'P2', { categories: ['C1'] });
    const row = await this.core.database.read((em) => em.findOneBy(ReturnRecord, { id }));
    if (!row) throw new Refused('not-found');
    const { customerId } = row;
    const about = [{ type: 'return', id }] as const;
    await this.core.readings.note({ actor, verb: 'return.read', purpose: 'P2', about, customerId });
    return this.view(id);
  }

  /** Newest first. */
  async list(actor: Actor, { cursor, limit, ...which }: ReturnList): Promise<Page<ReturnSummary>> {
    requireAccess(actor, 'return.read', 'P2', { categories: ['C1'] });
    const found = await this.core.database.read(async (em) => {
      const query = em.createQueryBuilder(ReturnRecord, 'r').where(which);
      if (cursor !== undefined) query.andWhere('(r.createdAt, r.id) < (:at, :id)', readCursor(cursor));
      const rows = await query
        .orderBy('r.createdAt', 'DESC')
        .addOrderBy('r.id', 'DESC')
        .limit(limit + 1)
        .getMany();
      const lines = await em.findBy(ReturnLineRecord, { returnId: In(rows.map(({ id }) => id)) });
      const orderIds = rows.map(({ orderId }) => orderId);
      return { rows, lines, numbers: await this.books.orders.numbers(em, orderIds) };
    });
    const shown = found.rows.slice(0, limit);
    const ids = shown.map(({ id }) => id);
    await this.core.readings.note({ actor, verb: 'return.read', purpose: 'P2', rows: ids });
    const units = new Map<string, number>();
    for (const { returnId, quantity } of found.lines) units.set(returnId, (units.get(returnId) ?? 0) + quantity);
    const last = shown.at(-1);
    const more = found.rows.length > limit && last;
    return {
      rows: shown.map((row) => summaryOf(row, units.get(row.id) ?? 0, found.numbers.get(row.orderId))),
      ...(more ? { next: writeCursor({ at: last.createdAt, id: last.id }) } : {}),
    };
  }

  /** One as it stands, for a caller who was checked before. @throws Refused `not-found`. */
  async view(id: string): Promise<Return> {
    const { database, vault } = this.core;
    const found = await database.read(async (em) => {
      const row = await em.findOneBy(ReturnRecord, { id });
      if (!row) throw new Refused('not-found');
      const lines = await em.find(ReturnLineRecord, { where: { returnId: id }, order: { id: 'ASC' } });
      const exchange = await em.findOneBy(ExchangeRecord, { returnId: id });
      return { row, lines, exchange, order: await this.books.orders.of(em, row.orderId) };
    });
    const key = (await vault.keys([found.row.keyId])).get(found.row.keyId);
    return returnOf(found.row, found.lines, found.exchange, found.order, { vault, key });
  }

  private rowsOf(
    order: ReturnedOrder,
    ask: ReturnAsk,
    held: ReadonlyMap<string, number>,
    now: number,
    holiday: IsHoliday,
  ) {
    const id = newId(now);
    const known = new Map(order.lines.map((line) => [line.id, line]));
    const lines = ask.lines.map((asked) => {
      const line = known.get(asked.lineId);
      if (!line) throw new Refused('line-unknown');
      const left = line.delivered - (held.get(line.id) ?? 0);
      const verdict = verdictOn(factsOf(order, line, left, asked), returnPolicy, now, holiday);
      // The withdrawal is a right of its own: what it does not cover goes by the shop's rules, and is asked for so.
      if (ask.kind === 'withdrawal' && verdict.basis !== 'withdrawal') throw new Refused('return-refused');
      const { quantity, reason, opened } = asked;
      const open = { reception: 'awaiting', acceptance: 'pending', dispositions: [], received: 0, damaged: 0 } as const;
      return { ...open, id: newId(now), returnId: id, lineId: line.id, quantity, reason, opened, verdict };
    });
    const paying = lines.map(({ lineId, quantity, reason, verdict: { basis } }) => {
      const line = known.get(lineId);
      return { reason, basis, paid: line ? Math.round((line.paid * quantity) / line.ordered) : 0 };
    });
    const { kind, method, wanted } = ask;
    return {
      lines,
      row: {
        ...{ id, orderId: order.id, customerId: order.customerId, conversationId: ask.conversationId ?? null },
        ...{ kind, method, wanted, state: 'requested' as const, resolution: null, currency: order.currency },
        ...{ residence: order.country ?? null, policy: returnPolicy },
        fees: feesOf(kind, method, paying, returnPolicy, order.currency),
        deadline: kind === 'withdrawal' ? afterDays(now, REFUND_DAYS) : null,
        ...{ carrier: null, pickupFrom: null, pickupUntil: null, declinedFor: null, why: null },
        ...{ refundId: null, refundState: null, createdAt: now, closedAt: null },
        ...{ policyVersion: this.core.policy.version(), category: 'C1' as const, source: 'provided' as const },
        ...{ purpose: 'P2' as const, retentionClass: 'return' as const, anchorAt: null },
      },
    };
  }
}

const lawOf = (order: ReturnedOrder, line: ReturnedLine) => ({
  residence: order.country,
  deliveredAt: order.deliveredAt,
  madeToOrder: line.madeToOrder,
});

function factsOf(
  order: ReturnedOrder,
  line: ReturnedLine,
  left: number,
  { reason, opened }: Pick<LineFacts, 'reason' | 'opened'>,
): LineFacts {
  const { delivered, finalSale, assembled, title } = line;
  return { ...lawOf(order, line), delivered, finalSale, assembled, left, reason, opened, hygienic: isHygienic(title) };
}

/** The column is unique: of two that take the same, one unit is run again. */
async function nextNumber(tx: Tx): Promise<number> {
  const highest = await tx.em.maximum(ReturnRecord, 'number');
  return highest === null ? FIRST_NUMBER : Number(highest) + 1;
}
