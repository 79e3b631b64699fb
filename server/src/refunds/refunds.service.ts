import { Refused } from '@candour/shared/errors.js';
import { newId } from '@candour/shared/ids.js';
import type { RefundAsk } from '@candour/shared/refunds.js';
import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../audit/audit.service.js';
import { requireAccess } from '../core/access/access.js';
import type { Actor, StaffActor } from '../core/access/actor.js';
import type { Tx } from '../core/database/database.js';
import { Idempotency } from '../core/idempotency/idempotency.service.js';
import type { DataKey } from '../core/vault/sealing.js';
import { ConversationsService } from '../conversations/conversations.service.js';
import { leftOf } from '../orders/payments/payments.service.js';
import type { OrderPaymentRow } from '../orders/priced-orders.service.js';
import { RefundBooks, REFUNDS_MOST, type Books } from './refund-books.service.js';
import { isConsented, mayAgree } from './refund-limits.js';
import { RefundMoves, type News } from './refund-moves.service.js';
import { RefundAllocationRecord, RefundRecord } from './refund.entity.js';
import { RefundSurroundings } from './refund-surroundings.js';
import { allocate, splitOver, totalOf, type Share } from './refundable.rules.js';

/**
 * Refunds as they are asked for, agreed to and taken back. Nothing here calls a provider: what is approved stands in a
 * row, its sum is reserved, and the worker takes it from there.
 */
@Injectable()
export class RefundsService {
  constructor(
    private readonly around: RefundSurroundings,
    private readonly books: RefundBooks,
    private readonly moves: RefundMoves,
    private readonly idempotency: Idempotency,
    private readonly conversations: ConversationsService,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * Reserves the sum and writes the refund: approved up to the person's limit on this order, else waiting for a second
   * person. The same key again is answered with what it made. Answers the ids of the refunds, one for each payment.
   * @throws Refused `not-found`, `currency-wrong`, `line-unknown`, `quantity-unfit`, `amount-unfit`, `over-refund`,
   * `preview-stale`, `payment-not-refundable`, `state-unfit` of a return, `key-missing`, `key-reused`, `key-in-flight`.
   */
  async request(actor: Actor, key: string | undefined, ask: RefundAsk): Promise<readonly string[]> {
    const staff = staffOf(actor);
    requireAccess(staff, 'refund.request', 'P2', { categories: ['C3'] });
    if (ask.conversationId !== undefined) await this.conversations.requireReadable(staff, ask.conversationId);
    const { database, vault } = this.around;
    const known = await database.read((em) => this.books.of(em, ask.orderId));
    const subject = await this.audit.subject(known.order.customerId);
    const sealing = ask.note ? await vault.keyFor(known.order.customerId, 'bookkeeping') : undefined;
    const { ids } = await this.idempotency.once(staff, key, ask, async (tx) => {
      await this.around.orders.lock(tx.em, database.engine, ask.orderId);
      const books = await this.books.of(tx.em, ask.orderId);
      if (books.order.customerId !== known.order.customerId || books.basis !== ask.basis) {
        throw new Refused('preview-stale');
      }
      if (books.order.currency !== ask.currency) throw new Refused('currency-wrong');
      if (ask.returnId !== undefined) await this.moves.requireReturn(tx, ask.returnId, ask);
      if (books.standing.length >= REFUNDS_MOST) throw new Refused('over-refund');
      const shares = this.sharesOf(books, ask);
      const total = shares.reduce((all, share) => all + totalOf(share.allocations), 0);
      const used = usedBy(staff.id, books);
      const alone = isConsented(used + total, ask.currency, staff, []);
      const askId = newId(this.around.clock.now());
      const made: string[] = [];
      for (const share of shares) {
        const refund = this.rowOf(staff, askId, books, ask, share, { alone, sealing });
        await this.write(tx, refund, share, { actor: staff, subject, by: staff });
        made.push(refund.id);
      }
      return made;
    });
    return ids;
  }

  /**
   * A second person agrees. Above a supervisor's limit two supervisors have to, of whom who asked may be one.
   * @throws Refused `not-found`, `not-allowed`, `second-person-required` for who asked, `state-unfit`.
   */
  async approve(actor: Actor, id: string): Promise<void> {
    const staff = staffOf(actor);
    requireAccess(staff, 'refund.approve', 'P2', { categories: ['C3'] });
    await this.change(staff, id, async (tx, refund, news) => {
      if (refund.requestedBy === staff.id) throw new Refused('second-person-required');
      if (refund.state !== 'pending_approval') throw new Refused('state-unfit');
      if (refund.approvals.some((one) => one.id === staff.id)) throw new Refused('second-person-required');
      const books = await this.books.of(tx.em, refund.orderId);
      const asked = {
        id: refund.requestedBy,
        role: refund.requestedRole === 'system' ? 'agent' : refund.requestedRole,
      };
      const amount = usedBy(refund.requestedBy, books);
      if (!mayAgree(amount, refund.currency, staff)) throw new Refused('not-allowed');
      const now = this.around.clock.now();
      const approvals = [...refund.approvals, { id: staff.id, role: staff.role, at: now }];
      if (!isConsented(amount, refund.currency, asked, approvals)) {
        const { affected } = await tx.em.update(RefundRecord, { id, state: 'pending_approval' }, { approvals });
        if (affected !== 1) throw new Refused('state-unfit');
        await this.moves.tell(tx, { ...refund, approvals }, 'pending_approval', 'approve', news);
        return;
      }
      await this.moved(tx, refund, 'approve', { ...news, also: { approvals, nextAt: now + this.around.undo } });
    });
  }

  /** @throws Refused `not-found`, `not-allowed`, `second-person-required` for who asked, `state-unfit`. */
  async reject(actor: Actor, id: string, why: string): Promise<void> {
    const staff = staffOf(actor);
    requireAccess(staff, 'refund.approve', 'P2', { categories: ['C3'] });
    await this.change(staff, id, async (tx, refund, news, key) => {
      if (refund.requestedBy === staff.id) throw new Refused('second-person-required');
      const rejection = this.around.vault.seal(key, { table: 'refunds', row: id, column: 'rejection' }, why);
      await this.moved(tx, refund, 'reject', { ...news, also: { rejection, keyId: key.id } });
    });
  }

  /** Taken back before it left the house. @throws Refused `not-found`, `not-allowed`, `undo-over`. */
  async undo(actor: Actor, id: string): Promise<void> {
    const staff = staffOf(actor);
    requireAccess(staff, 'refund.request', 'P2', { categories: ['C3'] });
    await this.change(staff, id, async (tx, refund, news) => {
      if (refund.state === 'pending_approval' && refund.requestedBy !== staff.id) throw new Refused('not-allowed');
      if (!(await this.moves.apply(tx, refund, 'cancel', news))) throw new Refused('undo-over');
    });
  }

  /** Has the worker look at once what became of a refund whose answer was lost. @throws Refused `state-unfit`. */
  async retry(actor: Actor, id: string): Promise<void> {
    const staff = staffOf(actor);
    requireAccess(staff, 'refund.request', 'P2', { categories: ['C3'] });
    const now = this.around.clock.now();
    const { affected } = await this.around.database.write((tx) =>
      tx.em.update(RefundRecord, { id, state: 'unknown' }, { nextAt: now }),
    );
    if (affected !== 1) throw new Refused('state-unfit');
  }

  /** Which payment gives what, refused where none of them can be given back from here. */
  sharesOf(books: Books, ask: Pick<RefundAsk, 'what' | 'method'>): Share<OpenPayment>[] {
    // Credit is given by the desk itself: it takes no provider, and the payment's sum is spoken for all the same.
    const byDesk = ask.method === 'store_credit';
    const usable = books.order.payments.filter(
      (payment) => leftOf(payment) > 0 && (byDesk || this.around.providers.of(payment)),
    );
    if (usable.length === 0 && books.left > 0) throw new Refused('payment-not-refundable');
    const payments = usable.map((payment) => ({ ...payment, left: leftOf(payment) }));
    const left = payments.reduce((all, payment) => all + payment.left, 0);
    return splitOver(allocate(books.paid, books.taken, ask.what, left), payments);
  }

  private rowOf(
    staff: StaffActor,
    askId: string,
    { order }: Books,
    ask: RefundAsk,
    { payment, allocations }: Share<OpenPayment>,
    { alone, sealing }: { alone: boolean; sealing: DataKey | undefined },
  ): RefundRecord {
    const now = this.around.clock.now();
    const id = newId(now);
    const provider = ask.method === 'store_credit' ? undefined : this.around.providers.of(payment);
    return {
      ...{ id, askId, orderId: order.id, paymentId: payment.id, customerId: order.customerId },
      ...{ returnId: ask.returnId ?? null, conversationId: ask.conversationId ?? null },
      messageSeq: ask.messageSeq ?? null,
      state: alone ? 'approved' : 'pending_approval',
      ...{ method: ask.method, reason: ask.reason, currency: order.currency, amount: totalOf(allocations) },
      ...{ requestedBy: staff.id, requestedRole: staff.role, requestedAt: now, approvals: [] },
      nextAt: alone ? now + this.around.undo : null,
      ...{ submittedAt: null, settledAt: null, attempts: 0, claimedBy: null, claimedUntil: null },
      ...{ provider: provider?.name ?? null, sandbox: provider?.sandbox ?? false, reference: null, failure: null },
      note: sealing
        ? this.around.vault.seal(sealing, { table: 'refunds', row: id, column: 'note' }, ask.note ?? '')
        : null,
      rejection: null,
      keyId: sealing?.id ?? null,
      ...{ policyVersion: this.around.policy.version(), category: 'C3', source: 'provided', purpose: 'P2' },
      ...{ retentionClass: 'bookkeeping', anchorAt: now },
    };
  }

  private async write(tx: Tx, refund: RefundRecord, share: Share<OpenPayment>, news: News): Promise<void> {
    await this.around.payments.reserve(tx, refund.paymentId, refund.amount);
    await tx.em.insert(RefundRecord, refund);
    const rows = share.allocations.map((allocation, position) => ({
      ...allocation,
      id: newId(refund.requestedAt),
      refundId: refund.id,
      position,
    }));
    await tx.em.insert(RefundAllocationRecord, rows);
    await this.moves.tell(tx, refund, refund.state, 'request', news);
  }

  private async change(
    staff: StaffActor,
    id: string,
    how: (tx: Tx, refund: RefundRecord, news: News, key: DataKey) => Promise<void>,
  ): Promise<void> {
    const known = await this.around.database.read((em) => em.findOneBy(RefundRecord, { id }));
    if (!known?.customerId) throw new Refused('not-found');
    const subject = await this.audit.subject(known.customerId);
    const key = await this.around.vault.keyFor(known.customerId, 'bookkeeping');
    await this.around.database.write(async (tx) => {
      await this.around.orders.lock(tx.em, this.around.database.engine, known.orderId);
      const refund = await tx.em.findOneBy(RefundRecord, { id });
      if (!refund) throw new Refused('not-found');
      await how(tx, refund, { actor: staff, subject, by: staff }, key);
    });
  }

  private async moved(tx: Tx, refund: RefundRecord, event: 'approve' | 'reject', news: News): Promise<void> {
    if (!(await this.moves.apply(tx, refund, event, news))) throw new Refused('state-unfit');
  }
}

type OpenPayment = OrderPaymentRow & { readonly left: number };

/** What stands on this order by the same person: several small refunds count as one. */
export const usedBy = (staffId: string, { standing }: Books): number =>
  standing.reduce((all, { requestedBy, amount }) => all + (requestedBy === staffId ? amount : 0), 0);

export function staffOf(actor: Actor): StaffActor {
  if (actor.kind !== 'staff') throw new Refused('not-allowed');
  return actor;
}
