import { Refused } from '@candour/shared/errors.js';

/** One line of an order as far as its units go. */
export interface LineUnits {
  readonly id: string;
  readonly delivered: number;
  /** In returns that hold them. */
  readonly returned: number;
}

/**
 * A return asks for no more units than were delivered and are in no return yet, of lines of its own order, each once.
 * @throws Refused `line-unknown`, `quantity-unfit` with `left`.
 */
export function requireUnits(
  lines: readonly LineUnits[],
  asked: readonly { readonly lineId: string; readonly quantity: number }[],
): void {
  const known = new Map(lines.map((line) => [line.id, line]));
  const seen = new Set<string>();
  for (const { lineId, quantity } of asked) {
    const line = known.get(lineId);
    if (!line || seen.has(lineId)) throw new Refused('line-unknown');
    seen.add(lineId);
    const left = Math.max(0, line.delivered - line.returned);
    if (!Number.isSafeInteger(quantity) || quantity < 1 || quantity > left)
      throw new Refused('quantity-unfit', { left });
  }
}
