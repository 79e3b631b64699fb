import * as z from 'zod';
import { Id } from './ids.js';
import { Instant } from './instant.js';
import { Money } from './money.js';

/** What a customer says is wrong with what they got; the goods need not come back. */
export const claimKinds = ['missing', 'wrong', 'defective', 'transit_damage'] as const;
export const ClaimKind = z.enum(claimKinds);
export type ClaimKind = z.infer<typeof ClaimKind>;
export const ClaimRemedy = z.enum(['refund', 'replace']);
export type ClaimRemedy = z.infer<typeof ClaimRemedy>;
export const ClaimState = z.enum(['open', 'accepted', 'rejected', 'canceled']);
export type ClaimState = z.infer<typeof ClaimState>;

export const ClaimLine = z.strictObject({ lineId: Id, quantity: z.int().min(1).max(1_000_000) });
export type ClaimLine = z.infer<typeof ClaimLine>;

const ClientId = z.string().regex(/^[A-Za-z0-9_-]{22,64}$/);
export const ClaimAsk = z.strictObject({
  clientId: ClientId,
  orderId: Id,
  conversationId: Id.optional(),
  kind: ClaimKind,
  remedy: ClaimRemedy,
  lines: z.array(ClaimLine).min(1).max(200),
  note: z.string().trim().min(1).max(1000).optional(),
});
export type ClaimAsk = z.infer<typeof ClaimAsk>;

export const Claim = z.object({
  id: Id,
  orderId: Id,
  conversationId: Id.optional(),
  kind: ClaimKind,
  remedy: ClaimRemedy,
  state: ClaimState,
  lines: z.array(ClaimLine),
  note: z.string().optional(),
  createdAt: Instant,
  /** By when the shop asks for such a report. Later ones are looked at all the same. */
  reportBy: Instant.optional(),
  late: z.boolean(),
  decidedAt: Instant.optional(),
});
export type Claim = z.infer<typeof Claim>;
export const ClaimDecision = z.strictObject({ decision: z.enum(['accept', 'reject', 'cancel']) });
export type ClaimDecision = z.infer<typeof ClaimDecision>;
export const ClaimsAsk = z.strictObject({ orderId: Id });
export type ClaimsAsk = z.infer<typeof ClaimsAsk>;
export const Claims = z.object({ claims: z.array(Claim) });
export type Claims = z.infer<typeof Claims>;

export const freightClaimStates = ['noted', 'reported', 'filed', 'paid', 'denied'] as const;
export const FreightClaimState = z.enum(freightClaimStates);
export type FreightClaimState = z.infer<typeof FreightClaimState>;

/** One clock of the law of carriage. `unverified`: its source was not read. */
export const FreightClock = z.object({
  clock: z.enum(['report', 'file', 'sue']),
  until: Instant,
  law: z.string(),
  verified: z.boolean(),
});
export type FreightClock = z.infer<typeof FreightClock>;

export const FreightClaimAsk = z.strictObject({
  clientId: ClientId,
  orderId: Id,
  shipmentId: Id.optional(),
  returnId: Id.optional(),
  conversationId: Id.optional(),
  carrier: z.string().trim().min(1).max(100),
  /** The carrier's number of the freight (PRO) or of the bill of lading (BOL). */
  proNumber: z.string().trim().min(1).max(60).optional(),
  bolNumber: z.string().trim().min(1).max(60).optional(),
  /** What was written on the delivery receipt; without a note the damage is concealed. */
  receiptNote: z.string().trim().min(1).max(1000).optional(),
  concealed: z.boolean(),
  deliveredAt: Instant,
});
export type FreightClaimAsk = z.infer<typeof FreightClaimAsk>;

export const FreightClaim = z.object({
  id: Id,
  orderId: Id,
  shipmentId: Id.optional(),
  returnId: Id.optional(),
  conversationId: Id.optional(),
  state: FreightClaimState,
  carrier: z.string(),
  proNumber: z.string().optional(),
  bolNumber: z.string().optional(),
  receiptNote: z.string().optional(),
  concealed: z.boolean(),
  deliveredAt: Instant,
  createdAt: Instant,
  clocks: z.array(FreightClock),
  claimed: Money.optional(),
  paid: Money.optional(),
  settledAt: Instant.optional(),
});
export type FreightClaim = z.infer<typeof FreightClaim>;
export const FreightClaims = z.object({ freightClaims: z.array(FreightClaim) });
export type FreightClaims = z.infer<typeof FreightClaims>;

const amount = z.int().min(1).max(100_000_000_000);
export const FreightMove = z.discriminatedUnion('move', [
  z.strictObject({ move: z.literal('report') }),
  /** Minor units of the order's currency. */
  z.strictObject({ move: z.literal('file'), claimed: amount }),
  z.strictObject({ move: z.literal('pay'), paid: amount }),
  z.strictObject({ move: z.literal('deny') }),
]);
export type FreightMove = z.infer<typeof FreightMove>;
