import { Refused } from '@candour/shared/errors.js';
import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import type { Tx } from '../../core/database/database.js';
import { PaymentRecord } from './payment.entity.js';

/** What is left of a payment to be given back, in minor units. */
export const leftOf = (payment: Pick<PaymentRecord, 'captured' | 'refundReserved' | 'refundedOutside'>): number =>
  Math.max(0, payment.captured - payment.refundReserved - payment.refundedOutside);

/** The one place where a refund's sum is promised and given up again. Callers have checked the access. */
@Injectable()
export class PaymentsService {
  /**
   * Promises a sum: one conditional statement, so that of two who ask at once one gets nothing.
   * @param amount integer minor units, above zero
   * @throws Refused `over-refund` when less is left; nothing is reserved then.
   */
  async reserve(tx: Tx, paymentId: string, amount: number): Promise<void> {
    const { affected } = await tx.em
      .createQueryBuilder()
      .update(PaymentRecord)
      .set({ refundReserved: () => 'refund_reserved + :amount' })
      .where('id = :paymentId AND refund_reserved + refunded_outside + :amount <= captured', { paymentId, amount })
      .execute();
    if (affected !== 1) throw new Refused('over-refund');
  }

  /** Gives a promise up. A sum that was not reserved is a fault of ours: it throws, and nothing is written. */
  async release(tx: Tx, paymentId: string, amount: number): Promise<void> {
    const { affected } = await tx.em
      .createQueryBuilder()
      .update(PaymentRecord)
      .set({ refundReserved: () => 'refund_reserved - :amount' })
      .where('id = :paymentId AND refund_reserved >= :amount', { paymentId, amount })
      .execute();
    if (affected !== 1) throw new Error('More was released than had been reserved.');
  }

  async ofOrder(em: EntityManager, orderId: string): Promise<PaymentRecord[]> {
    return em.find(PaymentRecord, { where: { orderId }, order: { position: 'ASC' }, take: 100 });
  }

  async byIds(em: EntityManager, ids: readonly string[]): Promise<Map<string, PaymentRecord>> {
    const rows = await em.findBy(PaymentRecord, { id: In([...ids]) });
    return new Map(rows.map((row) => [row.id, row]));
  }
}
