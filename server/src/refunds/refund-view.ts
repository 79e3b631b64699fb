import type { Money } from '@candour/shared/money.js';
import type { Refund, Refundable, RefundAllocation } from '@candour/shared/refunds.js';
import type { StaffActor } from '../core/access/actor.js';
import type { OrderPaymentRow } from '../orders/priced-orders.service.js';
import type { RefundRecord } from './refund.entity.js';
import { mayAgree } from './refund-limits.js';
import type { Books } from './refund-books.service.js';
import { leftOfParts, type Allocation } from './refundable.rules.js';

export interface Named {
  readonly titles: ReadonlyMap<string, string>;
  readonly staff: ReadonlyMap<string, string>;
  readonly payments: ReadonlyMap<string, OrderPaymentRow>;
}

export const allocationOf = (
  { kind, lineId, quantity, fee, amount, tax }: Allocation,
  currency: Money['currency'],
  titles: ReadonlyMap<string, string>,
): RefundAllocation => ({
  kind,
  ...(lineId === null ? {} : { lineId, title: titles.get(lineId) ?? '' }),
  ...(quantity === 0 ? {} : { quantity }),
  ...(fee === null ? {} : { fee }),
  amount: { amount, currency },
  tax: { amount: tax, currency },
});

/** Such as `visa 4242`; undefined where no card is known. */
export const paidWith = ({ brand, last4 }: OrderPaymentRow): string | undefined =>
  [brand, last4].filter(Boolean).join(' ') || undefined;

/** A refund as the person who looks may see it, and what they may do with it. */
export function refundOf(
  row: RefundRecord,
  allocations: readonly Allocation[],
  named: Named,
  viewer: {
    readonly actor: StaffActor;
    readonly mayApprove: boolean;
    readonly mayRequest: boolean;
    readonly now: number;
  },
  texts: { readonly note?: string | undefined; readonly rejection?: string | undefined } = {},
): Refund {
  const payment = named.payments.get(row.paymentId);
  const { actor, mayApprove, mayRequest, now } = viewer;
  const waits = row.state === 'pending_approval';
  const lastly = row.approvals.at(-1);
  const agree =
    waits &&
    mayApprove &&
    row.requestedBy !== actor.id &&
    !row.approvals.some(({ id }) => id === actor.id) &&
    mayAgree(row.amount, row.currency, actor);
  const optional = {
    requestedBy: named.staff.get(row.requestedBy),
    approvedBy: lastly && named.staff.get(lastly.id),
    undoUntil: row.state === 'approved' && row.nextAt !== null && row.nextAt > now ? row.nextAt : undefined,
    settledAt: row.settledAt ?? undefined,
    paidWith: payment && paidWith(payment),
    ...texts,
    failure: row.failure ?? undefined,
    conversationId: row.conversationId ?? undefined,
    messageSeq: row.messageSeq ?? undefined,
    returnId: row.returnId ?? undefined,
  };
  return {
    id: row.id,
    orderId: row.orderId,
    state: row.state,
    method: row.method,
    reason: row.reason,
    amount: { amount: row.amount, currency: row.currency },
    requestedAt: row.requestedAt,
    sandbox: row.sandbox,
    allocations: allocations.map((one) => allocationOf(one, row.currency, named.titles)),
    can: {
      approve: agree,
      reject: agree,
      undo: mayRequest && (row.state === 'approved' || (waits && row.requestedBy === actor.id)),
      retry: mayRequest && row.state === 'unknown',
    },
    ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined)),
  };
}

/** What is left of an order, for everybody who looks at it. */
export function refundableOf(
  { order, paid, taken, standing, left }: Books,
  provider: { sandbox: boolean; here: boolean },
): Refundable {
  const money = (amount: number): Money => ({ amount, currency: order.currency });
  const parts = leftOfParts(paid, taken);
  const titles = titlesOf(order);
  const sum = (rows: readonly RefundRecord[]): number => rows.reduce((all, { amount }) => all + amount, 0);
  const settled = standing.filter(({ state }) => state === 'succeeded');
  return {
    orderId: order.id,
    currency: order.currency,
    captured: money(order.payments.reduce((all, { captured }) => all + captured, 0)),
    reserved: money(sum(standing) - sum(settled)),
    settled: money(sum(settled) + order.payments.reduce((all, { refundedOutside }) => all + refundedOutside, 0)),
    left: money(left),
    shippingLeft: money(Math.min(parts.shipping, left)),
    restLeft: money(Math.min(parts.rest, left)),
    lines: parts.lines.map(({ lineId, quantity, amount }) => ({
      lineId,
      title: titles.get(lineId) ?? '',
      quantityLeft: quantity,
      amountLeft: money(amount),
    })),
    sandbox: provider.sandbox,
    refundableHere: provider.here,
  };
}

export const titlesOf = (order: Books['order']): Map<string, string> =>
  new Map(order.lines.map(({ id, title }) => [id, title]));
