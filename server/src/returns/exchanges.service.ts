import { Refused } from '@candour/shared/errors.js';
import { newId } from '@candour/shared/ids.js';
import type { Exchange, ExchangeDraft, ExchangeMove } from '@candour/shared/returns.js';
import { Injectable } from '@nestjs/common';
import { requireAccess } from '../core/access/access.js';
import type { Actor } from '../core/access/actor.js';
import { exchangeMoves, moved, returnMoves } from './moves.rules.js';
import { ExchangeRecord, ReturnLineRecord, ReturnRecord } from './return.entity.js';
import { ReturnBooks, ReturnSurroundings } from './return-surroundings.js';
import { exchangeOf } from './return-view.js';

/** Other goods instead of those that come back. */
@Injectable()
export class ExchangesService {
  constructor(
    private readonly core: ReturnSurroundings,
    private readonly books: ReturnBooks,
  ) {}

  /**
   * Writes which goods go out instead, while that is a draft; the difference is what they cost more, in minor units,
   * below zero where the customer gets something back.
   * @throws Refused `not-found`, `state-unfit`.
   */
  async draft(actor: Actor, returnId: string, { lines }: ExchangeDraft): Promise<Exchange> {
    requireAccess(actor, 'return.manage', 'P2', { categories: ['C1'] });
    const known = await this.known(returnId);
    const { database, audit, clock } = this.core;
    const subject = await audit.subject(known.customerId);
    return database.write(async (tx) => {
      const row = await tx.em.findOneBy(ReturnRecord, { id: returnId });
      if (!row) throw new Refused('not-found');
      if (Object.keys(returnMoves[row.state]).length === 0) throw new Refused('state-unfit');
      const order = await this.books.order(tx.em, row.orderId);
      const goods = await tx.em.findBy(ReturnLineRecord, { returnId });
      const back = goods.reduce((sum, { lineId, quantity }) => {
        const line = order.lines.find(({ id }) => id === lineId);
        return sum + (line ? Math.round((line.paid * quantity) / line.ordered) : 0);
      }, 0);
      const difference = lines.reduce((sum, { quantity, unitPrice }) => sum + quantity * unitPrice, 0) - back;
      if (!Number.isSafeInteger(difference)) throw new Refused('amount-unfit');
      const before = await tx.em.findOneBy(ExchangeRecord, { returnId });
      if (before && before.state !== 'draft') throw new Refused('state-unfit');
      const { currency } = row;
      const id = before?.id ?? newId(clock.now());
      const exchange: ExchangeRecord = {
        ...{ id, returnId, state: 'draft', lines, difference, currency },
        createdAt: before?.createdAt ?? clock.now(),
      };
      if (before) await tx.em.update(ExchangeRecord, { id }, { lines, difference });
      else await tx.em.insert(ExchangeRecord, exchange);
      const about = [{ type: 'return', id: returnId }] as const;
      const digest = audit.digest({ lines, difference });
      await audit.record(tx, { actor, verb: 'exchange.drafted', about, subject, digest });
      return exchangeOf(exchange);
    });
  }

  /** @throws Refused `not-found`, `state-unfit`: it is settled when its goods were inspected, or stay away. */
  async move(actor: Actor, returnId: string, { move }: ExchangeMove): Promise<Exchange> {
    requireAccess(actor, 'return.manage', 'P2', { categories: ['C1'] });
    const known = await this.known(returnId);
    const { database, audit } = this.core;
    const subject = await audit.subject(known.customerId);
    return database.write(async (tx) => {
      const exchange = await tx.em.findOneBy(ExchangeRecord, { returnId });
      const row = await tx.em.findOneBy(ReturnRecord, { id: returnId });
      if (!exchange || !row) throw new Refused('not-found');
      const state = moved(exchangeMoves, exchange.state, move);
      if (state === 'settled' && row.state !== 'inspected' && row.state !== 'closed') throw new Refused('state-unfit');
      const { affected } = await tx.em.update(ExchangeRecord, { id: exchange.id, state: exchange.state }, { state });
      if (affected !== 1) throw new Refused('state-unfit');
      const about = [{ type: 'return', id: returnId }] as const;
      await audit.record(tx, { actor, verb: 'exchange.moved', about, subject, digest: audit.digest({ state }) });
      return exchangeOf({ ...exchange, state });
    });
  }

  private async known(id: string): Promise<ReturnRecord> {
    const row = await this.core.database.read((em) => em.findOneBy(ReturnRecord, { id }));
    if (!row) throw new Refused('not-found');
    return row;
  }
}
