import * as z from 'zod';
import { Id } from './ids.js';
import { Instant } from './instant.js';

/** What is asked of the shop: a note of a refund is never asked by a person. */
export const changeKinds = ['cancel', 'cancel-lines', 'address', 'refund'] as const;
export const ChangeKind = z.enum(changeKinds);
export type ChangeKind = z.infer<typeof ChangeKind>;

/**
 * `by_hand`: no shop is connected, or it cannot be told which part is meant: somebody does it there and says so.
 * `sent`: the shop took it; the order changes when the shop says so itself.
 */
export const changeStates = ['waiting', 'sent', 'failed', 'by_hand', 'done'] as const;
export const ChangeState = z.enum(changeStates);
export type ChangeState = z.infer<typeof ChangeState>;

export const CancelReason = z.enum(['customer', 'stock', 'error', 'other']);
export type CancelReason = z.infer<typeof CancelReason>;

/** In whose conversation it was asked for: there the customer has proved again who they are. */
const asked = { conversationId: Id };

export const CancelOrder = z.strictObject({
  ...asked,
  /** Absent: the whole order. */
  lineIds: z.array(Id).min(1).max(1000).optional(),
  reason: CancelReason.default('customer'),
});
export type CancelOrder = z.infer<typeof CancelOrder>;

const line = (max: number) => z.string().trim().max(max);

export const ShippingAddress = z.strictObject({
  name: line(200).min(1),
  company: line(200).optional(),
  line1: line(200).min(1),
  line2: line(200).optional(),
  postcode: line(20),
  city: line(100).min(1),
  /** State or province, where the country has them. */
  region: line(100).optional(),
  /** ISO 3166-1 alpha-2. */
  country: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z]{2}$/),
  phone: line(40).optional(),
});
export type ShippingAddress = z.infer<typeof ShippingAddress>;

export const ChangeAddress = z.strictObject({ ...asked, address: ShippingAddress });
export type ChangeAddress = z.infer<typeof ChangeAddress>;

export const OrderChange = z.object({
  id: Id,
  orderId: Id,
  kind: ChangeKind,
  state: ChangeState,
  requestedAt: Instant,
  requestedBy: z.string().optional(),
  /** When the shop took it, or somebody had done it. */
  settledAt: Instant.optional(),
  attempts: z.int(),
  /** Why it is not there yet, as a code, such as `http-500`. */
  fault: z.string().optional(),
  /** Of `cancel-lines`. */
  lineIds: z.array(Id).optional(),
  /** Of `address`. */
  address: ShippingAddress.optional(),
  can: z.object({ retry: z.boolean(), done: z.boolean() }),
});
export type OrderChange = z.infer<typeof OrderChange>;

/** Newest first, at most a hundred. */
export const OrderChanges = z.object({ changes: z.array(OrderChange) });
export type OrderChanges = z.infer<typeof OrderChanges>;
