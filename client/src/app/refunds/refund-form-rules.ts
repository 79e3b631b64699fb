import type { Currency } from '@candour/shared/money.js';
import type { Refundable, RefundMethod, RefundPart, RefundReason, RefundScope } from '@candour/shared/refunds.js';
import { minorOf } from '../ui/amounts';

/** What stands in the fields of the dialog, as it was typed. */
export interface Chosen {
  readonly full: boolean;
  /** Units by line. */
  readonly units: ReadonlyMap<string, number>;
  /** Amounts as text: by line, and of the shipping, the rest and the fee. */
  readonly amounts: ReadonlyMap<string, string>;
}

export const SHIPPING = 'shipping';
export const REST = 'rest';
export const FEE = 'fee';

/** Whether the parts are every unit that is left: then a withdrawal gives the way there back too. */
export const isAllOf = (parts: readonly RefundPart[], { lines }: Pick<Refundable, 'lines'>): boolean =>
  lines.every(({ lineId, quantityLeft }) =>
    parts.some((part) => part.kind === 'line' && part.lineId === lineId && part.quantity >= quantityLeft),
  );

/** What is to go back, beside what stands fixed; undefined while nothing is chosen or an amount is not one. */
export function scopeOf(
  { full, units, amounts }: Chosen,
  { lines }: Pick<Refundable, 'lines'>,
  fixed: readonly RefundPart[] = [],
): RefundScope | undefined {
  if (full) return { scope: 'full' };
  const parts: RefundPart[] = [...fixed];
  for (const { lineId } of lines) {
    const quantity = units.get(lineId) ?? 0;
    const text = (amounts.get(lineId) ?? '').trim();
    // Whole units give their price back: an amount beside them would be counted twice.
    if (quantity > 0) parts.push({ kind: 'line', lineId, quantity });
    else if (text !== '') {
      const amount = minorOf(text);
      if (!amount) return undefined;
      parts.push({ kind: 'line-amount', lineId, amount });
    }
  }
  for (const kind of [SHIPPING, REST, FEE] as const) {
    const text = (amounts.get(kind) ?? '').trim();
    if (text === '') continue;
    const amount = minorOf(text);
    if (!amount) return undefined;
    parts.push(kind === FEE ? { kind, amount, fee: 'restocking' } : { kind, amount });
  }
  return parts.length > 0 ? { scope: 'parts', parts } : undefined;
}

/** What the dialog is opened with. */
export interface RefundOf {
  readonly orderId: string;
  readonly number: string;
  readonly currency: Currency;
  readonly conversationId?: string | undefined;
  readonly messageSeq?: number | undefined;
  /** Of a return: what was accepted of it, less its fees, stands fixed. */
  readonly returnId?: string;
  readonly parts?: readonly RefundPart[];
  readonly reason?: RefundReason;
  readonly method?: RefundMethod;
}
