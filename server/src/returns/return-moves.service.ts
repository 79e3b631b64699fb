import { Refused } from '@candour/shared/errors.js';
import type { FactCode } from '@candour/shared/conversations.js';
import type { RefundPart, RefundState } from '@candour/shared/refunds.js';
import type { Return, ReturnFee, ReturnMove, ReturnResolution } from '@candour/shared/returns.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Verb } from '../audit/audit.service.js';
import { requireAccess } from '../core/access/access.js';
import { system, type Actor } from '../core/access/actor.js';
import type { Tx } from '../core/database/database.js';
import type { DataKey } from '../core/vault/sealing.js';
import { acceptedUnits, inspected, isComplete, isInspected, received, writtenOff } from './inspection.rules.js';
import { moved, receptionMoves, returnMoves, type ReturnEvent } from './moves.rules.js';
import { ExchangeRecord, ReturnLineRecord, ReturnRecord } from './return.entity.js';
import { ReturnBooks, ReturnSurroundings } from './return-surroundings.js';
import { owedParts, whyPlace } from './return-view.js';
import { ReturnMoved } from './returns.events.js';
import { ReturnsService } from './returns.service.js';

/** What a customer is to get for a return that was inspected: what a refund of it asks for. */
export interface ReturnedResolution {
  readonly returnId: string;
  readonly orderId: string;
  readonly kind: ReturnRecord['kind'];
  readonly resolution: ReturnResolution | undefined;
  readonly method: 'original' | 'store_credit';
  /** Lines with their accepted units, then the fees that are kept. */
  readonly parts: readonly RefundPart[];
}

/** How far a refund of a return came, as refunds tells it. */
export interface ReturnRefund {
  readonly refundId: string;
  readonly returnId: string;
  readonly state: RefundState;
  /** Other refunds of this return that have not ended. */
  readonly open: number;
}

interface Outcome {
  readonly patch: Partial<ReturnRecord>;
  readonly lines?: readonly ReturnLineRecord[];
  readonly event?: ReturnEvent;
  readonly verb: Verb;
  readonly fact?: FactCode;
}

/** What staff do with a return, one step after the other. */
@Injectable()
export class ReturnMovesService {
  constructor(
    private readonly core: ReturnSurroundings,
    private readonly books: ReturnBooks,
    private readonly returns: ReturnsService,
  ) {}

  /**
   * @throws Refused `not-found`, `state-unfit`, `line-unknown`, `quantity-unfit` with `left`, `amount-unfit`,
   * `reason-unfit`; nothing is written then.
   */
  async move(actor: Actor, id: string, ask: ReturnMove): Promise<Return> {
    requireAccess(actor, 'return.manage', 'P2', { categories: ['C1'] });
    const { database, vault, audit } = this.core;
    const known = await database.read((em) => em.findOneBy(ReturnRecord, { id }));
    if (!known) throw new Refused('not-found');
    const key = (await vault.keys([known.keyId])).get(known.keyId);
    if (!key) throw new Refused('not-found');
    const subject = await audit.subject(known.customerId);
    const conversation = await this.books.conversation(known.conversationId);
    await database.write(async (tx) => {
      const { row, lines } = await rowsIn(tx.em, id);
      const outcome = await this.outcomeOf(tx.em, row, lines, ask, key);
      const state = await this.put(tx, row, outcome);
      await audit.record(tx, {
        ...{ actor, verb: outcome.verb, subject, digest: audit.digest(ask) },
        about: [{ type: 'return', id }],
      });
      if (outcome.fact) await this.books.tell(tx, conversation, outcome.fact, row.number, actor);
      tx.tell(new ReturnMoved(id, row.orderId, state));
    });
    return this.returns.view(id);
  }

  /** What is to be refunded; undefined while that is not decided. Callers have checked the access. */
  async resolutionOf(em: EntityManager, returnId: string): Promise<ReturnedResolution | undefined> {
    const row = await em.findOneBy(ReturnRecord, { id: returnId });
    if (!row || row.state !== 'inspected') return undefined;
    const lines = await em.findBy(ReturnLineRecord, { returnId });
    const resolution = row.resolution ?? undefined;
    return {
      ...{ returnId, orderId: row.orderId, kind: row.kind, resolution },
      method: resolution === 'store_credit' ? 'store_credit' : 'original',
      parts: owedParts(row, lines),
    };
  }

  /**
   * A refund of the return came into another state: the return is closed when the last of them was paid. In the
   * caller's unit, which has asked for the customer's digest before. Told twice it changes nothing.
   */
  async refunded(tx: Tx, { refundId, returnId, state, open }: ReturnRefund, subject: Buffer): Promise<void> {
    const row = await tx.em.findOneBy(ReturnRecord, { id: returnId });
    if (!row || (row.refundId === refundId && row.refundState === state)) return;
    const closes = state === 'succeeded' && open === 0 && row.state === 'inspected';
    await this.put(tx, row, {
      patch: { refundId, refundState: state },
      verb: 'return.refunded',
      ...(closes ? { event: 'settled' as const } : {}),
    });
    const about = [{ type: 'return', id: returnId }] as const;
    const actor = system('refunds');
    await this.core.audit.record(tx, { actor, verb: 'return.refunded', about, subject });
    if (!closes) return;
    await this.core.audit.record(tx, { actor, verb: 'return.closed', about, subject });
    tx.tell(new ReturnMoved(returnId, row.orderId, 'closed'));
  }

  private async outcomeOf(
    em: EntityManager,
    row: ReturnRecord,
    lines: readonly ReturnLineRecord[],
    ask: ReturnMove,
    key: DataKey,
  ): Promise<Outcome> {
    const why = (text: string | undefined) =>
      text === undefined ? {} : { why: this.core.vault.seal(key, whyPlace(row.id), this.core.masked(text)) };
    switch (ask.move) {
      case 'approve':
        return { event: 'approve', patch: {}, verb: 'return.approved', fact: 'return-approved' };
      case 'decline':
        requireDeclinable(row, ask.code);
        return {
          ...{ event: 'decline', patch: { declinedFor: ask.code, ...why(ask.why) }, lines: letGo(lines) },
          ...{ verb: 'return.declined', fact: 'return-declined' },
        };
      case 'cancel':
        return {
          ...{ event: 'cancel', patch: why(ask.why), lines: letGo(lines) },
          ...{ verb: 'return.canceled', fact: 'return-canceled' },
        };
      case 'pickup': {
        if (row.method === 'keep_it') throw new Refused('state-unfit');
        const { carrier, from: pickupFrom, until: pickupUntil } = ask;
        return {
          ...{ event: 'pickup-booked', patch: { carrier, pickupFrom, pickupUntil } },
          ...{ verb: 'return.pickup-booked', fact: 'return-pickup' },
        };
      }
      case 'receive': {
        moved(returnMoves, row.state, 'receive-part');
        const after = received(lines, ask.lines, row.method === 'keep_it');
        const event = isComplete(after) ? 'receive-all' : 'receive-part';
        return { event, patch: {}, lines: after, verb: 'return.received', fact: 'return-received' };
      }
      case 'write_off':
        moved(returnMoves, row.state, 'write-off');
        return { event: 'write-off', patch: why(ask.why), lines: writtenOff(lines), verb: 'return.written-off' };
      case 'inspect': {
        moved(returnMoves, row.state, 'inspected');
        const after = inspected(lines, ask.lines);
        if (!isInspected(after)) return { patch: {}, lines: after, verb: 'return.inspected' };
        return { event: 'inspected', patch: {}, lines: after, verb: 'return.inspected', fact: 'return-inspected' };
      }
      case 'resolve':
        return { patch: { ...(await this.resolved(em, row, lines, ask)), ...why(ask.why) }, verb: 'return.resolved' };
      case 'settle':
        await requireSettleable(em, row, lines);
        return { event: 'settled', patch: why(ask.why), verb: 'return.closed', fact: 'return-closed' };
    }
  }

  private async resolved(
    em: EntityManager,
    row: ReturnRecord,
    lines: readonly ReturnLineRecord[],
    ask: Extract<ReturnMove, { move: 'resolve' }>,
  ): Promise<Partial<ReturnRecord>> {
    if (row.state !== 'inspected' || row.refundId !== null) throw new Refused('state-unfit');
    const accepted = acceptedUnits(lines);
    if (accepted.length === 0) throw new Refused('quantity-unfit', { left: 0 });
    // What the law gives back is money, by the way it was paid, unless the customer wants otherwise.
    if (row.kind === 'withdrawal' && ask.resolution !== 'refund' && ask.resolution !== row.wanted) {
      throw new Refused('reason-unfit');
    }
    const fees: ReturnFee[] = row.fees.filter(({ fee }) => fee !== 'value-lost');
    if (ask.valueLost !== undefined) {
      const order = await this.books.order(em, row.orderId);
      const most = accepted.reduce((sum, { lineId, quantity }) => {
        const line = order.lines.find(({ id }) => id === lineId);
        return sum + (line ? Math.floor((line.paid * quantity) / line.ordered) : 0);
      }, 0);
      if (ask.valueLost > most) throw new Refused('amount-unfit', { left: most });
      fees.push({ fee: 'value-lost', amount: { amount: ask.valueLost, currency: row.currency } });
    }
    return { resolution: ask.resolution, fees };
  }

  /** Writes the row in the state that the event leads to, and its lines. @throws Refused `state-unfit`. */
  private async put(tx: Tx, row: ReturnRecord, { patch, lines, event }: Outcome): Promise<ReturnRecord['state']> {
    const state = event === undefined ? row.state : moved(returnMoves, row.state, event);
    const now = this.core.clock.now();
    const ended = Object.keys(returnMoves[state]).length === 0 && state !== row.state;
    const { affected } = await tx.em.update(
      ReturnRecord,
      { id: row.id, state: row.state },
      { ...patch, state, ...(ended ? { closedAt: now, anchorAt: now } : {}) },
    );
    if (affected !== 1) throw new Refused('state-unfit');
    for (const { id, reception, acceptance, dispositions, received: came, damaged } of lines ?? []) {
      await tx.em.update(ReturnLineRecord, { id }, { reception, acceptance, dispositions, received: came, damaged });
    }
    return state;
  }
}

async function rowsIn(em: EntityManager, id: string) {
  const row = await em.findOneBy(ReturnRecord, { id });
  if (!row) throw new Refused('not-found');
  return { row, lines: await em.find(ReturnLineRecord, { where: { returnId: id }, order: { id: 'ASC' } }) };
}

/** Its units may be asked for again. */
const letGo = (lines: readonly ReturnLineRecord[]): ReturnLineRecord[] =>
  lines.map((line) => ({ ...line, reception: moved(receptionMoves, line.reception, 'cancel') }));

/** A withdrawal that the law granted is declined for nothing but that it does not apply (ground rule 1). */
function requireDeclinable(row: ReturnRecord, code: string): void {
  if (row.kind === 'withdrawal' && !code.startsWith('withdrawal-')) throw new Refused('reason-unfit');
}

/** What was accepted is settled by a refund, an exchange that went out, a part or a visit; else there is nothing to give. */
async function requireSettleable(
  em: EntityManager,
  row: ReturnRecord,
  lines: readonly ReturnLineRecord[],
): Promise<void> {
  moved(returnMoves, row.state, 'settled');
  if (acceptedUnits(lines).length === 0) return;
  if (row.resolution === 'replacement_part' || row.resolution === 'repair_visit') return;
  const exchange = row.resolution === 'exchange' && (await em.findOneBy(ExchangeRecord, { returnId: row.id }));
  const out = exchange && ['settled', 'shipped', 'closed'].includes(exchange.state);
  if (!out) throw new Refused('state-unfit');
}
