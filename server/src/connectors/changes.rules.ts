import { CancelReason, ShippingAddress, type ChangeState } from '@candour/shared/order-changes.js';
import { Currency } from '@candour/shared/money.js';
import type { FulfilmentStatus } from '@candour/shared/orders.js';
import type { ShipmentState } from '@candour/shared/shipments.js';
import * as z from 'zod';

/** What a shop is asked to do; sealed while it waits. Amounts in minor units. */
export const Change = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('cancel'), reason: CancelReason }),
  z.object({
    kind: z.literal('cancel-lines'),
    reason: CancelReason,
    lines: z.array(z.object({ id: z.string(), externalId: z.string().nullable(), quantity: z.int() })),
  }),
  z.object({ kind: z.literal('address'), address: ShippingAddress }),
  z.object({ kind: z.literal('refund'), amount: z.int().min(1), currency: Currency }),
]);
export type Change = z.infer<typeof Change>;

export type ChangeEvent = 'accepted' | 'refused' | 'unnamed' | 'retry' | 'done';

/** What becomes of a change. What the shop took is the shop's: nothing here takes it back. */
export const changeMoves: Readonly<Record<ChangeState, Partial<Record<ChangeEvent, ChangeState>>>> = {
  waiting: { accepted: 'sent', refused: 'failed', unnamed: 'by_hand' },
  sent: {},
  failed: { retry: 'waiting', done: 'done' },
  by_hand: { done: 'done' },
  done: {},
};

/** States of a parcel in which the goods are still in the house. */
const inHouse: ReadonlySet<ShipmentState> = new Set(['pending', 'info_received', 'canceled', 'appointment_set']);

/** Why nothing of an order can be changed any more, if so. */
export function whyFixed(order: {
  readonly fulfilmentStatus: FulfilmentStatus;
  readonly shipments: readonly ShipmentState[];
}): 'order-fulfilled' | 'state-unfit' | undefined {
  if (order.fulfilmentStatus === 'canceled') return 'state-unfit';
  if (order.fulfilmentStatus !== 'unfulfilled') return 'order-fulfilled';
  return order.shipments.every((state) => inHouse.has(state)) ? undefined : 'order-fulfilled';
}

/** A change that stands against another one, as far as it matters. */
export interface StandingChange {
  readonly state: ChangeState;
  readonly change: Change;
}

/** Whether one that is asked for contradicts one that was asked for before and did not fail. */
export function clashes(change: Change, standing: readonly StandingChange[]): boolean {
  return standing.some(({ state, change: before }) => {
    if (state === 'failed' || before.kind === 'refund') return false;
    // Nothing more is to be done with what is canceled as a whole.
    if (before.kind === 'cancel') return true;
    if (change.kind !== 'cancel-lines' || before.kind !== 'cancel-lines') return false;
    return before.lines.some(({ id }) => change.lines.some((line) => line.id === id));
  });
}

/** As shops write amounts: all currencies of the desk have two decimals. */
export const decimalOf = (minor: number): string =>
  `${Math.trunc(minor / 100)}.${String(minor % 100).padStart(2, '0')}`;

/** Shops ask for two names: what stands last is the family's. */
export function namesOf(name: string): { readonly first: string; readonly last: string } {
  const words = name.split(/\s+/).filter(Boolean);
  return { first: words.slice(0, -1).join(' '), last: words.at(-1) ?? '' };
}
