import * as z from 'zod';
import { Id } from './ids.js';
import { Instant } from './instant.js';
import { Currency, Money } from './money.js';

export const refundStates = [
  'pending_approval',
  'approved',
  'submitting',
  'unknown',
  'pending',
  'requires_action',
  'succeeded',
  'failed',
  'canceled',
  'rejected',
  'reversed',
] as const;
export const RefundState = z.enum(refundStates);
export type RefundState = z.infer<typeof RefundState>;

export const RefundReason = z.enum([
  'return',
  'withdrawal',
  'canceled',
  'damaged',
  'missing',
  'wrong-item',
  'defect',
  'late',
  'price-adjustment',
  'charged-twice',
  'goodwill',
  'other',
]);
export type RefundReason = z.infer<typeof RefundReason>;

/** Back to where it was paid from, or as credit for the next order. Never both. */
export const RefundMethod = z.enum(['original', 'store_credit']);
export type RefundMethod = z.infer<typeof RefundMethod>;

/** Above zero, in minor units of the order's currency. */
const Amount = z.int().min(1).max(100_000_000_000);

/** What of an order goes back. A fee is kept: it stands against the others. */
export const RefundPart = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('line'), lineId: Id, quantity: z.int().min(1).max(1_000_000) }),
  /** A part of a line's price, such as a price adjustment: its units stay with the customer. */
  z.strictObject({ kind: z.literal('line-amount'), lineId: Id, amount: Amount }),
  z.strictObject({ kind: z.literal('shipping'), amount: Amount }),
  /** What stands neither in a line nor in the shipping, such as a tip. */
  z.strictObject({ kind: z.literal('rest'), amount: Amount }),
  z.strictObject({ kind: z.literal('fee'), amount: Amount, fee: z.enum(['restocking', 'pickup', 'value-lost']) }),
]);
export type RefundPart = z.infer<typeof RefundPart>;

/** Everything that is left of the order, or these parts of it; each line, the shipping and each fee once. */
export const RefundScope = z.discriminatedUnion('scope', [
  z.strictObject({ scope: z.literal('full') }),
  z.strictObject({ scope: z.literal('parts'), parts: z.array(RefundPart).min(1).max(500) }),
]);
export type RefundScope = z.infer<typeof RefundScope>;

export const RefundPreviewAsk = z.strictObject({
  orderId: Id,
  currency: Currency,
  what: RefundScope,
  method: RefundMethod.default('original'),
  returnId: Id.optional(),
});
export type RefundPreviewAsk = z.infer<typeof RefundPreviewAsk>;

export const RefundAsk = RefundPreviewAsk.extend({
  reason: RefundReason,
  /** For colleagues; never shown to the customer. */
  note: z.string().trim().max(2000).optional(),
  /** The conversation on whose time line it stands, and the entry that justifies it. */
  conversationId: Id.optional(),
  messageSeq: z.int().min(1).optional(),
  /** The `basis` of the preview that was shown: when anything changed since, nothing is done. */
  basis: z.string().min(1).max(100),
});
export type RefundAsk = z.infer<typeof RefundAsk>;

/** One part of a refund as it is kept; a fee is below zero. */
export const RefundAllocation = z.object({
  kind: z.enum(['line', 'line-amount', 'shipping', 'rest', 'fee']),
  lineId: Id.optional(),
  title: z.string().optional(),
  quantity: z.int().optional(),
  fee: z.string().optional(),
  amount: Money,
  /** Contained in `amount`. */
  tax: Money,
});
export type RefundAllocation = z.infer<typeof RefundAllocation>;

export const Refund = z.object({
  id: Id,
  orderId: Id,
  state: RefundState,
  method: RefundMethod,
  reason: RefundReason,
  amount: Money,
  /** Who asked and who agreed, by name; the desk itself where nobody is named. */
  requestedBy: z.string().optional(),
  approvedBy: z.string().optional(),
  requestedAt: Instant,
  /** Until when it can still be taken back without a word to anybody. */
  undoUntil: Instant.optional(),
  settledAt: Instant.optional(),
  /** A provider's sandbox: no real money moves. */
  sandbox: z.boolean(),
  /** Which payment, in words such as `visa 4242`. */
  paidWith: z.string().optional(),
  note: z.string().optional(),
  /** Why a second person said no. */
  rejection: z.string().optional(),
  /** Why the provider did not pay, as a code. */
  failure: z.string().optional(),
  conversationId: Id.optional(),
  messageSeq: z.int().optional(),
  returnId: Id.optional(),
  allocations: z.array(RefundAllocation),
  /** What the person who looks may do with it now. */
  can: z.object({ approve: z.boolean(), reject: z.boolean(), undo: z.boolean(), retry: z.boolean() }),
});
export type Refund = z.infer<typeof Refund>;

/** What is left of an order, whoever asked for what before. */
export const Refundable = z.object({
  orderId: Id,
  currency: Currency,
  captured: Money,
  /** Refunds that are on their way or wait for somebody, of all people. */
  reserved: Money,
  settled: Money,
  left: Money,
  shippingLeft: Money,
  restLeft: Money,
  lines: z.array(z.object({ lineId: Id, title: z.string(), quantityLeft: z.int(), amountLeft: Money })),
  sandbox: z.boolean(),
  /** No payment of this order can be given back through this desk. */
  refundableHere: z.boolean(),
});
export type Refundable = z.infer<typeof Refundable>;

export const RefundPreview = z.object({
  /** Says what the numbers are made of; the ask that follows gives it back. */
  basis: z.string(),
  total: Money,
  tax: Money,
  allocations: z.array(RefundAllocation),
  /** Where it goes, when it is not store credit. */
  payments: z.array(z.object({ paymentId: Id, paidWith: z.string().optional(), amount: Money, sandbox: z.boolean() })),
  refundable: Refundable,
  /** Other refunds of the order that have not ended. */
  pending: z.array(Refund),
  /** What the person may give back alone on this order, and what of that is used up. */
  limit: Money,
  used: Money,
  needsApproval: z.boolean(),
});
export type RefundPreview = z.infer<typeof RefundPreview>;

export const RefundList = z.strictObject({
  orderId: Id.optional(),
  /** Only those that wait for a second person. */
  waiting: z.stringbool().optional(),
  state: RefundState.optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export type RefundList = z.infer<typeof RefundList>;

export const RefundRejection = z.strictObject({ why: z.string().trim().min(1).max(500) });
export type RefundRejection = z.infer<typeof RefundRejection>;

export const Refunds = z.object({ refunds: z.array(Refund) });
export type Refunds = z.infer<typeof Refunds>;
