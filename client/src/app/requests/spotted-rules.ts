import type { Mask } from '@candour/shared/conversations.js';

/** A piece of a message's text, with its own masks. */
export interface Piece {
  readonly text: string;
  readonly masks: readonly Mask[];
  /** It reads like a request. */
  readonly spotted: boolean;
}

/** Cuts a message at the spans that read like a request. */
export function pieces(
  text: string,
  spans: readonly (readonly [number, number])[],
  masks: readonly Mask[] = [],
): Piece[] {
  const cut: Piece[] = [];
  const add = (from: number, to: number, spotted: boolean): void => {
    if (to <= from) return;
    const own = masks
      .filter(({ start, end }) => start < to && end > from)
      .map((mask) => ({ ...mask, start: Math.max(0, mask.start - from), end: Math.min(to, mask.end) - from }));
    cut.push({ text: text.slice(from, to), masks: own, spotted });
  };
  let at = 0;
  for (const [start, end] of [...spans].sort(([a], [b]) => a - b)) {
    const [low, high] = [Math.max(at, start), Math.min(text.length, end)];
    if (high <= low) continue;
    add(at, low, false);
    add(low, high, true);
    at = high;
  }
  add(at, text.length, false);
  return cut;
}
