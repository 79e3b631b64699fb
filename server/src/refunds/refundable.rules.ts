import { Refused } from '@candour/shared/errors.js';
import type { RefundAllocation, RefundPart, RefundScope } from '@candour/shared/refunds.js';
import {
  nothingTaken,
  partOf,
  shareOf,
  type Paid,
  type PaidLine,
  type PaidOrder,
  type Taken,
} from './proration.rules.js';

/** A part of a refund in minor units of the order's currency, with tax; a fee is below zero. */
export interface Allocation {
  readonly kind: RefundAllocation['kind'];
  readonly lineId: string | null;
  readonly quantity: number;
  readonly fee: string | null;
  readonly amount: number;
  readonly tax: number;
}

/** What the order's refunds that stand, whoever asked for them, took of each part. */
export interface TakenParts {
  readonly lines: ReadonlyMap<string, Taken>;
  readonly shipping: Paid;
  readonly rest: Paid;
}

export function takenOf(allocations: readonly Allocation[]): TakenParts {
  const lines = new Map<string, Taken>();
  const others = { shipping: { amount: 0, tax: 0 }, rest: { amount: 0, tax: 0 } };
  for (const { kind, lineId, quantity, amount, tax } of allocations) {
    if (kind === 'shipping' || kind === 'rest') {
      others[kind].amount += amount;
      others[kind].tax += tax;
    } else if (lineId !== null) {
      const before = lines.get(lineId) ?? nothingTaken;
      lines.set(lineId, {
        quantity: before.quantity + quantity,
        amount: before.amount + amount,
        tax: before.tax + tax,
      });
    }
  }
  return { lines, ...others };
}

export interface Left {
  readonly lines: readonly { readonly lineId: string; readonly quantity: number; readonly amount: number }[];
  readonly shipping: number;
  readonly rest: number;
}

/** What is left of each part, whatever is left of the payments. */
export function leftOfParts(paid: PaidOrder, taken: TakenParts): Left {
  return {
    lines: paid.lines.map((line) => {
      const before = taken.lines.get(line.id) ?? nothingTaken;
      return {
        lineId: line.id,
        quantity: Math.max(0, line.quantity - before.quantity),
        amount: Math.max(0, line.amount - before.amount),
      };
    }),
    shipping: Math.max(0, paid.shipping.amount - taken.shipping.amount),
    rest: Math.max(0, paid.rest.amount - taken.rest.amount),
  };
}

/**
 * What exactly is given back for the parts that were asked for.
 * @param left what is left of the order's payments, in minor units
 * @throws Refused `line-unknown`, `quantity-unfit`, `amount-unfit`, `over-refund`.
 */
export function allocate(paid: PaidOrder, taken: TakenParts, what: RefundScope, left: number): Allocation[] {
  const all = what.scope === 'full';
  const asked = all ? everything(paid, taken) : once(what.parts).map((part) => one(paid, taken, part));
  const total = totalOf(asked);
  if (all && total > left) return cut(asked, left);
  if (total < 1) throw new Refused('amount-unfit');
  if (total > left) throw new Refused('over-refund');
  return asked;
}

export const totalOf = (allocations: readonly Pick<Allocation, 'amount'>[]): number =>
  allocations.reduce((all, { amount }) => all + amount, 0);

function one(paid: PaidOrder, taken: TakenParts, part: RefundPart): Allocation {
  const none = { lineId: null, quantity: 0, fee: null };
  switch (part.kind) {
    case 'line': {
      const [line, before] = lineOf(paid, taken, part.lineId);
      if (before.quantity + part.quantity > line.quantity) throw new Refused('quantity-unfit');
      return {
        ...none,
        kind: 'line',
        lineId: line.id,
        quantity: part.quantity,
        ...shareOf(line, before, part.quantity),
      };
    }
    case 'line-amount': {
      const [line, before] = lineOf(paid, taken, part.lineId);
      return { ...none, kind: 'line-amount', lineId: line.id, ...piece(line, before, part.amount) };
    }
    case 'shipping':
    case 'rest':
      return { ...none, kind: part.kind, ...piece(paid[part.kind], taken[part.kind], part.amount) };
    case 'fee':
      return { ...none, kind: 'fee', fee: part.fee, amount: -part.amount, tax: 0 };
  }
}

function lineOf(paid: PaidOrder, taken: TakenParts, lineId: string): [PaidLine, Taken] {
  const line = paid.lines.find(({ id }) => id === lineId);
  if (!line) throw new Refused('line-unknown');
  return [line, taken.lines.get(lineId) ?? nothingTaken];
}

function piece(paid: Paid, before: Paid, amount: number): Paid {
  if (before.amount + amount > paid.amount) throw new Refused('amount-unfit');
  return partOf(paid, before, amount);
}

/** A part that is named twice would be counted from the same state twice. */
function once(parts: readonly RefundPart[]): readonly RefundPart[] {
  const names = parts.map((part) =>
    'lineId' in part ? part.lineId : part.kind === 'fee' ? `fee ${part.fee}` : part.kind,
  );
  if (new Set(names).size !== names.length) throw new Refused('bad-input');
  return parts;
}

/** All that is left: units first, then what a line without units left still has, then shipping and the rest. */
function everything(paid: PaidOrder, taken: TakenParts): Allocation[] {
  const none = { lineId: null, quantity: 0, fee: null };
  const lines = paid.lines.flatMap((line): Allocation[] => {
    const before = taken.lines.get(line.id) ?? nothingTaken;
    const quantity = line.quantity - before.quantity;
    const amount = line.amount - before.amount;
    if (amount <= 0) return [];
    const tax = Math.max(0, line.tax - before.tax);
    const kind = quantity > 0 ? 'line' : 'line-amount';
    return [{ ...none, kind, lineId: line.id, quantity: Math.max(0, quantity), amount, tax }];
  });
  const others = (['shipping', 'rest'] as const).flatMap((kind): Allocation[] => {
    const amount = paid[kind].amount - taken[kind].amount;
    if (amount <= 0) return [];
    return [{ ...none, kind, amount, tax: Math.max(0, paid[kind].tax - taken[kind].tax) }];
  });
  return [...lines, ...others];
}

/** No more than came in: where the shop gave something back by itself, the last parts bear it. */
function cut(allocations: readonly Allocation[], left: number): Allocation[] {
  let open = left;
  const kept = allocations.flatMap((allocation): Allocation[] => {
    const amount = Math.min(allocation.amount, open);
    open -= amount;
    if (amount <= 0) return [];
    return amount === allocation.amount ? [allocation] : [{ ...allocation, ...pieceOf(allocation, 0, amount) }];
  });
  if (kept.length === 0) throw new Refused('over-refund');
  return kept;
}

/** What one payment gives back. */
export interface Share<Payment> {
  readonly payment: Payment;
  readonly allocations: readonly Allocation[];
}

/**
 * Which payment gives back which part: the first as far as it reaches, then the next. A fee lowers what the first gives;
 * the units of a line that two payments share stand with the first of them.
 * @param payments what is left of each, in minor units; together no less than the allocations' total
 */
export function splitOver<Payment extends { readonly left: number }>(
  allocations: readonly Allocation[],
  payments: readonly Payment[],
): Share<Payment>[] {
  const fees = allocations.filter(({ amount }) => amount < 0);
  const waiting = allocations.filter(({ amount }) => amount > 0).map((allocation) => ({ allocation, done: 0 }));
  let credit = -totalOf(fees);
  const shares: Share<Payment>[] = [];
  for (const payment of payments) {
    let room = payment.left + credit;
    const given: Allocation[] = [];
    while (room > 0 && waiting[0]) {
      const [next] = waiting;
      const amount = Math.min(room, next.allocation.amount - next.done);
      given.push({ ...next.allocation, ...pieceOf(next.allocation, next.done, amount) });
      next.done += amount;
      room -= amount;
      if (next.done === next.allocation.amount) waiting.shift();
    }
    if (given.length === 0) continue;
    // A fee that is more than this payment gives stays with the next one.
    const whole = totalOf(given) + (credit > 0 ? totalOf(fees) : 0);
    if (whole <= 0) throw new Refused('amount-unfit');
    shares.push({ payment, allocations: credit > 0 ? [...given, ...fees] : given });
    credit = 0;
  }
  return shares;
}

/** The part of an allocation from `done` on; its tax in proportion, cumulatively; its units with the beginning. */
function pieceOf(
  allocation: Allocation,
  done: number,
  amount: number,
): Pick<Allocation, 'kind' | 'quantity' | 'amount' | 'tax'> {
  const { tax } = partOf(allocation, { amount: done, tax: done === 0 ? 0 : taxUntil(allocation, done) }, amount);
  const first = done === 0 || allocation.kind !== 'line';
  return { kind: first ? allocation.kind : 'line-amount', quantity: first ? allocation.quantity : 0, amount, tax };
}

const taxUntil = (allocation: Allocation, done: number): number => partOf(allocation, { amount: 0, tax: 0 }, done).tax;
