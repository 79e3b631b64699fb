/** A piece of a text, spotted or not. */
export interface Piece {
  readonly text: string;
  readonly spotted: boolean;
}

/** Cuts a stretch that begins at `from` in its message at the spans of the message. */
export function pieces(text: string, from: number, spans: readonly (readonly [number, number])[]): Piece[] {
  const cut: Piece[] = [];
  let at = 0;
  for (const [start, end] of [...spans].sort(([a], [b]) => a - b)) {
    const [low, high] = [Math.max(at, start - from), Math.min(text.length, end - from)];
    if (high <= low) continue;
    if (low > at) cut.push({ text: text.slice(at, low), spotted: false });
    cut.push({ text: text.slice(low, high), spotted: true });
    at = high;
  }
  if (at < text.length) cut.push({ text: text.slice(at), spotted: false });
  return cut;
}
