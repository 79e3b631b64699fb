import type { Currency } from '@candour/shared/money.js';
import type { Refundable, RefundPart, RefundScope } from '@candour/shared/refunds.js';

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

/** Minor units of what was typed, with a comma or a point; undefined where it is no such amount. */
export function minorOf(text: string): number | undefined {
  const match = /^\s*(\d{1,9})(?:[.,](\d{1,2}))?\s*$/.exec(text);
  return match ? Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0')) : undefined;
}

/** How an amount is typed: with a point, and no sign of its currency. */
export const typed = (minor: number): string => (minor / 100).toFixed(2);

/** What is to go back; undefined while nothing is chosen or an amount is not one. */
export function scopeOf({ full, units, amounts }: Chosen, { lines }: Refundable): RefundScope | undefined {
  if (full) return { scope: 'full' };
  const parts: RefundPart[] = [];
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
}
