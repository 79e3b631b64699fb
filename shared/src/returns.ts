import * as z from 'zod';
import { Id } from './ids.js';
import { Instant } from './instant.js';
import { Currency, Money } from './money.js';
import { RefundPart, RefundState } from './refunds.js';

export const returnStates = [
  'requested',
  'approved',
  'declined',
  'canceled',
  'in_transit',
  'partially_received',
  'received',
  'inspected',
  'closed',
] as const;
export const ReturnState = z.enum(returnStates);
export type ReturnState = z.infer<typeof ReturnState>;

/** The merchant's return, or the statutory withdrawal of EU and UK consumers, which merchant rules never cut. */
export const ReturnKind = z.enum(['return', 'withdrawal']);
export type ReturnKind = z.infer<typeof ReturnKind>;

export const returnReasons = [
  'changed-mind',
  'not-as-described',
  'damaged',
  'defective',
  'wrong-item',
  'missing-parts',
  'late',
  'other',
] as const;
export const ReturnReason = z.enum(returnReasons);
export type ReturnReason = z.infer<typeof ReturnReason>;

/** How goods come back; small things may stay where they are. */
export const returnMethods = ['drop_off', 'freight_pickup', 'keep_it'] as const;
export const ReturnMethod = z.enum(returnMethods);
export type ReturnMethod = z.infer<typeof ReturnMethod>;

export const returnResolutions = ['refund', 'store_credit', 'exchange', 'replacement_part', 'repair_visit'] as const;
export const ReturnResolution = z.enum(returnResolutions);
export type ReturnResolution = z.infer<typeof ReturnResolution>;

export const ReturnReception = z.enum(['awaiting', 'received', 'canceled', 'given_to_customer']);
export type ReturnReception = z.infer<typeof ReturnReception>;
export const ReturnAcceptance = z.enum(['pending', 'accepted', 'rejected', 'manual_review']);
export type ReturnAcceptance = z.infer<typeof ReturnAcceptance>;
export const dispositions = ['restocked', 'not_restocked', 'missing', 'refurbish', 'donate', 'dispose'] as const;
export const Disposition = z.enum(dispositions);
export type Disposition = z.infer<typeof Disposition>;

/** Why goods may or may not come back. The clients have a sentence for each. */
export const verdictCodes = [
  'withdrawal-open',
  'withdrawal-before-delivery',
  'delivery-unknown',
  'withdrawal-over',
  'withdrawal-made-to-order',
  'withdrawal-elsewhere',
  'guarantee-open',
  'guarantee-over',
  'guarantee-judged',
  'residence-unknown',
  'window-open',
  'window-over',
  'window-unknown',
  'final-sale',
  'made-to-order',
  'assembled',
  'opened-hygiene',
  'late-report',
  'nothing-left',
  'not-delivered',
] as const;
export const VerdictCode = z.enum(verdictCodes);
export type VerdictCode = z.infer<typeof VerdictCode>;

export const Verdict = z.object({
  granted: z.boolean(),
  /** A person looks at it first: never refused by itself. */
  review: z.boolean(),
  codes: z.array(VerdictCode),
  /** Last day, as the end of that day in UTC. */
  until: Instant.optional(),
  /** The law that it rests on, in words such as `Directive 2011/83/EU Art. 9`. */
  law: z.string().optional(),
  /** Whether the period was checked against its source. */
  verified: z.boolean(),
});
export type Verdict = z.infer<typeof Verdict>;

/** Both verdicts, the law's first. */
export const LineVerdict = z.object({
  /** What the desk would do: take it back by right, by the shop's own rules, have a person decide, or refuse. */
  outcome: z.enum(['by-law', 'by-shop', 'review', 'refused']),
  basis: z.enum(['withdrawal', 'guarantee', 'shop', 'none']),
  statutory: Verdict,
  merchant: Verdict,
});
export type LineVerdict = z.infer<typeof LineVerdict>;

export const ReturnableLine = z.object({
  lineId: Id,
  title: z.string(),
  ordered: z.int(),
  delivered: z.int(),
  /** Delivered, and in no return yet. */
  left: z.int(),
  unitPrice: Money,
  verdicts: z.array(z.object({ reason: ReturnReason, verdict: LineVerdict })),
});
export type ReturnableLine = z.infer<typeof ReturnableLine>;

/** What of an order may come back now, by line and reason. */
export const Returnable = z.object({
  orderId: Id,
  number: z.string(),
  currency: Currency,
  /** Whether these goods may be given back by law without any reason: then the withdrawal has its own button. */
  withdrawal: z.boolean(),
  methods: z.array(ReturnMethod),
  lines: z.array(ReturnableLine),
});
export type Returnable = z.infer<typeof Returnable>;

const Note = z.string().trim().min(1).max(1000);
export const ReturnLineAsk = z.strictObject({
  lineId: Id,
  quantity: z.int().min(1).max(1_000_000),
  reason: ReturnReason,
  /** The packaging was opened: the shop's own rules ask that of mattresses. */
  opened: z.boolean().default(false),
  note: Note.optional(),
});
export type ReturnLineAsk = z.infer<typeof ReturnLineAsk>;

/** Made once by the form: sent twice it makes one. */
export const ReturnClientId = z.string().regex(/^[A-Za-z0-9_-]{22,64}$/);

export const OwnReturnAsk = z.strictObject({
  clientId: ReturnClientId,
  kind: ReturnKind.default('return'),
  method: ReturnMethod,
  wanted: ReturnResolution.default('refund'),
  lines: z.array(ReturnLineAsk).min(1).max(200),
});
export type OwnReturnAsk = z.infer<typeof OwnReturnAsk>;

export const ReturnAsk = OwnReturnAsk.extend({ orderId: Id, conversationId: Id.optional() });
export type ReturnAsk = z.infer<typeof ReturnAsk>;

export const ReturnFee = z.object({ fee: z.enum(['restocking', 'pickup', 'value-lost']), amount: Money });
export type ReturnFee = z.infer<typeof ReturnFee>;

/** What asking would lead to, before it is asked: nothing is written. */
export const ReturnPreview = z.object({
  fees: z.array(ReturnFee),
  lines: z.array(z.object({ lineId: Id, verdict: LineVerdict })),
});
export type ReturnPreview = z.infer<typeof ReturnPreview>;

export const ReturnLine = z.object({
  id: Id,
  lineId: Id,
  title: z.string(),
  quantity: z.int(),
  received: z.int(),
  damaged: z.int(),
  reason: ReturnReason,
  opened: z.boolean(),
  note: z.string().optional(),
  reception: ReturnReception,
  acceptance: ReturnAcceptance,
  dispositions: z.array(z.object({ disposition: Disposition, quantity: z.int() })),
  verdict: LineVerdict,
});
export type ReturnLine = z.infer<typeof ReturnLine>;

export const exchangeStates = [
  'draft',
  'confirmed',
  'awaiting_goods',
  'settled',
  'shipped',
  'closed',
  'canceled',
] as const;
export const ExchangeState = z.enum(exchangeStates);
export type ExchangeState = z.infer<typeof ExchangeState>;
export const ExchangeLine = z.strictObject({
  sku: z.string().trim().min(1).max(100).optional(),
  title: z.string().trim().min(1).max(200),
  quantity: z.int().min(1).max(1_000_000),
  /** Minor units, with tax. */
  unitPrice: z.int().min(0).max(100_000_000_000),
});
export type ExchangeLine = z.infer<typeof ExchangeLine>;
export const Exchange = z.object({
  id: Id,
  state: ExchangeState,
  lines: z.array(ExchangeLine),
  /** What the new goods cost more than those that come back; below zero: what the customer gets back. */
  difference: Money,
});
export type Exchange = z.infer<typeof Exchange>;
export const ExchangeDraft = z.strictObject({ lines: z.array(ExchangeLine).min(1).max(100) });
export type ExchangeDraft = z.infer<typeof ExchangeDraft>;
export const ExchangeMove = z.strictObject({
  move: z.enum(['confirm', 'await_goods', 'settle', 'ship', 'close', 'cancel']),
});
export type ExchangeMove = z.infer<typeof ExchangeMove>;

export const ReturnSummary = z.object({
  id: Id,
  /** As people say it: `R-1042`. */
  number: z.string(),
  orderId: Id,
  orderNumber: z.string().optional(),
  kind: ReturnKind,
  state: ReturnState,
  method: ReturnMethod,
  wanted: ReturnResolution,
  resolution: ReturnResolution.optional(),
  units: z.int(),
  createdAt: Instant,
  /** By when the money must be back, where the law says so. */
  deadline: Instant.optional(),
  closedAt: Instant.optional(),
  conversationId: Id.optional(),
});
export type ReturnSummary = z.infer<typeof ReturnSummary>;

/** What happens to a return, by staff. `settle` ends one whose resolution is no refund, or nothing, with the reason. */
export const returnMoveNames = [
  'approve',
  'decline',
  'cancel',
  'pickup',
  'receive',
  'write_off',
  'inspect',
  'resolve',
  'settle',
] as const;
export const ReturnMoveName = z.enum(returnMoveNames);
export type ReturnMoveName = z.infer<typeof ReturnMoveName>;

export const Return = ReturnSummary.extend({
  lines: z.array(ReturnLine),
  fees: z.array(ReturnFee),
  /** The agreed slot, and who comes. */
  carrier: z.string().optional(),
  pickupFrom: Instant.optional(),
  pickupUntil: Instant.optional(),
  declinedFor: VerdictCode.optional(),
  /** In words, where something was declined, written off or settled. */
  why: z.string().optional(),
  exchange: Exchange.optional(),
  refundId: Id.optional(),
  refundState: RefundState.optional(),
  /** What is still to be refunded of it: accepted units, less the fees that are kept. */
  owed: z.array(RefundPart).optional(),
  /** Moves that fit its state now. */
  can: z.array(ReturnMoveName),
});
export type Return = z.infer<typeof Return>;

const Why = z.string().trim().min(1).max(500);
const units = z.int().min(0).max(1_000_000);
export const ReturnMove = z.discriminatedUnion('move', [
  z.strictObject({ move: z.literal('approve') }),
  z.strictObject({ move: z.literal('decline'), code: VerdictCode, why: Why }),
  z.strictObject({ move: z.literal('cancel'), why: Why.optional() }),
  z
    .strictObject({
      move: z.literal('pickup'),
      carrier: z.string().trim().min(1).max(100),
      from: Instant,
      until: Instant,
    })
    .refine(({ from, until }) => until > from, { path: ['until'], error: 'order' }),
  /** Units that came just now, in addition to those before; the damaged ones are among them. */
  z.strictObject({
    move: z.literal('receive'),
    lines: z
      .array(
        z
          .strictObject({ lineId: Id, received: units.min(1), damaged: units.default(0) })
          .refine(({ received, damaged }) => damaged <= received, { path: ['damaged'], error: 'order' }),
      )
      .min(1)
      .max(200),
  }),
  z.strictObject({ move: z.literal('write_off'), why: Why }),
  z.strictObject({
    move: z.literal('inspect'),
    lines: z
      .array(
        z.strictObject({
          lineId: Id,
          acceptance: z.enum(['accepted', 'rejected', 'manual_review']),
          dispositions: z.array(z.strictObject({ disposition: Disposition, quantity: units.min(1) })).max(6),
        }),
      )
      .min(1)
      .max(200),
  }),
  z.strictObject({
    move: z.literal('resolve'),
    resolution: ReturnResolution,
    /** What the goods lost in value by more than trying them out, in minor units; the only deduction of a withdrawal. */
    valueLost: z.int().min(1).max(100_000_000_000).optional(),
    why: Why.optional(),
  }),
  z.strictObject({ move: z.literal('settle'), why: Why }),
]);
export type ReturnMove = z.infer<typeof ReturnMove>;

export const ReturnList = z.strictObject({
  orderId: Id.optional(),
  conversationId: Id.optional(),
  state: ReturnState.optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export type ReturnList = z.infer<typeof ReturnList>;
