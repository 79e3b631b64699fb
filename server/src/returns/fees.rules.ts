import type { LineVerdict, ReturnFee, ReturnKind, ReturnMethod, ReturnReason } from '@candour/shared/returns.js';
import type { Currency } from '@candour/shared/money.js';
import { ours, type ReturnPolicy } from './knobs.rules.js';

export interface FeeLine {
  readonly reason: ReturnReason;
  readonly basis: LineVerdict['basis'];
  /** What was paid for the units that come back, in minor units. */
  readonly paid: number;
}

/** Whether a line costs its customer nothing: what the law grants, and what is our fault (money rule 8). */
const isFree = (line: FeeLine): boolean =>
  ours[line.reason] || line.basis === 'withdrawal' || line.basis === 'guarantee';

/**
 * What a return costs its customer, in minor units of `currency`, each named. Nothing of a withdrawal: the one
 * deduction there is for lost value, after the inspection (Directive 2011/83/EU Art. 14(2)).
 */
export function feesOf(
  kind: ReturnKind,
  method: ReturnMethod,
  lines: readonly FeeLine[],
  policy: ReturnPolicy,
  currency: Currency,
): ReturnFee[] {
  const paying = kind === 'withdrawal' ? [] : lines.filter((line) => !isFree(line));
  if (paying.length === 0) return [];
  const paid = paying.reduce((sum, line) => sum + line.paid, 0);
  const restocking = Math.round((paid * policy.restockingPercent) / 100);
  // One visit for all: it is free as soon as one of the goods comes back for a reason of ours.
  const pickup = method === 'freight_pickup' && paying.length === lines.length ? policy.pickupFee[currency] : 0;
  const fees: ReturnFee[] = [];
  if (restocking > 0) fees.push({ fee: 'restocking', amount: { amount: restocking, currency } });
  if (pickup > 0) fees.push({ fee: 'pickup', amount: { amount: pickup, currency } });
  return fees;
}
