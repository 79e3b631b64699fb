import type { FactCode } from '@candour/shared/conversations.js';
import { Refused } from '@candour/shared/errors.js';
import type { RefundAsk, RefundState } from '@candour/shared/refunds.js';
import { Injectable } from '@nestjs/common';
import { In, Not } from 'typeorm';
import { AuditTrail, type Verb } from '../audit/audit.service.js';
import type { Actor } from '../core/access/actor.js';
import { Clock } from '../core/clock.js';
import type { Tx } from '../core/database/database.js';
import { ConversationUnitsService } from '../conversations/conversation-units.service.js';
import { ReturnMovesService } from '../returns/return-moves.service.js';
import { PaymentsService } from '../orders/payments/payments.service.js';
import { RefundRecord } from './refund.entity.js';
import { afterRefundEvent, reserves, type RefundEvent } from './refund.rules.js';
import { RefundMoved, RefundsWait } from './refunds.events.js';

/** Who brings the news, and what they know of the refund beside it. */
export interface News {
  readonly actor: Actor;
  /** The customer's salted digest in the audit, asked before the unit. */
  readonly subject: Buffer;
  readonly also?: Partial<RefundRecord>;
  readonly by?: { readonly id: string; readonly name: string };
}

/** What each state is called in the audit and on the time line of a conversation; where nothing stands, nobody is told. */
const told: Readonly<Record<RefundState, { readonly verb: Verb; readonly fact?: FactCode }>> = {
  pending_approval: { verb: 'refund.requested', fact: 'refund-asked' },
  approved: { verb: 'refund.approved', fact: 'refund-approved' },
  submitting: { verb: 'refund.submitted' },
  unknown: { verb: 'refund.moved' },
  pending: { verb: 'refund.moved' },
  requires_action: { verb: 'refund.moved' },
  succeeded: { verb: 'refund.succeeded', fact: 'refund-settled' },
  failed: { verb: 'refund.failed', fact: 'refund-failed' },
  canceled: { verb: 'refund.canceled', fact: 'refund-canceled' },
  rejected: { verb: 'refund.rejected', fact: 'refund-rejected' },
  reversed: { verb: 'refund.reversed', fact: 'refund-reversed' },
};
const ended: readonly RefundState[] = ['succeeded', 'failed', 'canceled', 'rejected', 'reversed'];

/** The one way a refund comes into another state: with what is reserved on its payment, its leaf and its fact. */
@Injectable()
export class RefundMoves {
  constructor(
    private readonly clock: Clock,
    private readonly payments: PaymentsService,
    private readonly trail: AuditTrail,
    private readonly units: ConversationUnitsService,
    private readonly returns: ReturnMovesService,
  ) {}

  /**
   * Applies an event to a refund that this unit has read. Answers the state it is in then; undefined where the event
   * says nothing new or somebody else was quicker: nothing is written then.
   */
  async apply(tx: Tx, refund: RefundRecord, event: RefundEvent, news: News): Promise<RefundState | undefined> {
    const state = afterRefundEvent(refund.state, event);
    if (state === undefined || state === refund.state) return undefined;
    const now = this.clock.now();
    const over = ended.includes(state);
    const { affected } = await tx.em.update(
      RefundRecord,
      { id: refund.id, state: refund.state },
      {
        ...news.also,
        state,
        claimedBy: null,
        claimedUntil: null,
        ...(over ? { nextAt: null, settledAt: now, anchorAt: now } : {}),
      },
    );
    if (affected !== 1) return undefined;
    if (reserves[refund.state] && !reserves[state]) await this.payments.release(tx, refund.paymentId, refund.amount);
    await this.tell(tx, refund, state, event, news);
    if (refund.returnId !== null) await this.tellReturn(tx, refund, refund.returnId, state, news);
    return state;
  }

  /** The leaf, the fact and the hint of a state, also of the one in which a refund begins. */
  async tell(
    tx: Tx,
    refund: RefundRecord,
    state: RefundState,
    event: RefundEvent | 'request',
    news: News,
  ): Promise<void> {
    // What is handed over again after a lost answer was approved before.
    const again = state === 'approved' && (event === 'not-found' || event === 'not-taken');
    const { verb, fact } = again ? { verb: 'refund.moved' as const } : told[state];
    await this.trail.record(tx, {
      actor: news.actor,
      verb: event === 'request' ? 'refund.requested' : verb,
      about: [
        { type: 'refund', id: refund.id },
        { type: 'order', id: refund.orderId },
        { type: 'payment', id: refund.paymentId },
      ],
      subject: news.subject,
      digest: this.trail.digest({ amount: refund.amount, currency: refund.currency, state }),
    });
    if (fact !== undefined && refund.conversationId !== null) await this.fact(tx, refund, fact, news);
    tx.tell(new RefundMoved(refund.id, refund.orderId, refund.returnId, state));
    if (state === 'approved') tx.tell(new RefundsWait(refund.id));
  }

  /**
   * Goods that a return's refund pays are goods that were accepted.
   * @throws Refused `state-unfit` where there is nothing to be refunded of such a return of this order,
   * `quantity-unfit` with `left`.
   */
  async requireReturn(tx: Tx, returnId: string, { orderId, what }: Pick<RefundAsk, 'orderId' | 'what'>): Promise<void> {
    const owed = await this.returns.resolutionOf(tx.em, returnId);
    if (owed?.orderId !== orderId) throw new Refused('state-unfit');
    if (what.scope === 'full') return;
    const accepted = new Map(owed.parts.map((part) => (part.kind === 'line' ? [part.lineId, part.quantity] : ['', 0])));
    for (const part of what.parts) {
      if (part.kind !== 'line') continue;
      const left = accepted.get(part.lineId) ?? 0;
      if (part.quantity > left) throw new Refused('quantity-unfit', { left });
    }
  }

  /** A return is over when the last of its refunds was paid: in the same unit, for a hint may be lost. */
  private async tellReturn(
    tx: Tx,
    { id }: RefundRecord,
    returnId: string,
    state: RefundState,
    { subject }: News,
  ): Promise<void> {
    const under = { returnId, state: Not(In([...ended])), id: Not(id) };
    const open = await tx.em.countBy(RefundRecord, under);
    await this.returns.refunded(tx, { refundId: id, returnId, state, open }, subject);
  }

  private async fact(tx: Tx, refund: RefundRecord, code: FactCode, { subject, by }: News): Promise<void> {
    const conversation = await this.units.row(tx, refund.conversationId ?? '');
    if (!conversation) return;
    const params = {
      amount: refund.amount,
      currency: refund.currency,
      ...(refund.messageSeq === null ? {} : { seq: refund.messageSeq }),
    };
    await this.units.fact(tx, conversation, { code, params, subject, ...(by ? { by } : {}) });
  }
}
