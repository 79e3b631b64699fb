import { Refused } from '@candour/shared/errors.js';
import type { Disposition, ReturnAcceptance, ReturnMove, ReturnReception } from '@candour/shared/returns.js';
import { acceptanceMoves, moved, receptionMoves } from './moves.rules.js';

/** A line of a return as far as its goods go. */
export interface GoodsLine {
  readonly lineId: string;
  readonly quantity: number;
  readonly received: number;
  readonly damaged: number;
  readonly reception: ReturnReception;
  readonly acceptance: ReturnAcceptance;
  readonly dispositions: readonly { readonly disposition: Disposition; readonly quantity: number }[];
}

type Ask<Move extends ReturnMove['move']> = Extract<ReturnMove, { move: Move }>;

/**
 * The lines after goods came in. Goods that stay with their customer are received where they are.
 * @throws Refused `line-unknown`, `quantity-unfit` with `left` for more than were awaited.
 */
export function received<Line extends GoodsLine>(
  lines: readonly Line[],
  asked: Ask<'receive'>['lines'],
  stays: boolean,
): Line[] {
  requireOwn(lines, asked);
  return lines.map((line) => {
    const came = asked.find(({ lineId }) => lineId === line.lineId);
    if (!came) return line;
    const left = line.quantity - line.received;
    if (came.received > left || came.received < 1) throw new Refused('quantity-unfit', { left });
    const reception =
      line.reception === 'awaiting'
        ? moved(receptionMoves, line.reception, stays ? 'give' : 'receive')
        : line.reception;
    return { ...line, reception, received: line.received + came.received, damaged: line.damaged + came.damaged };
  });
}

export const isComplete = (lines: readonly GoodsLine[]): boolean =>
  lines.every(({ quantity, received }) => received === quantity);

/** The lines after what did not come was given up: their missing units have their disposition. */
export const writtenOff = <Line extends GoodsLine>(lines: readonly Line[]): Line[] =>
  lines.map((line) => {
    const missing = line.quantity - line.received;
    if (missing === 0) return line;
    const reception = line.reception === 'awaiting' ? moved(receptionMoves, line.reception, 'receive') : line.reception;
    return { ...line, reception, dispositions: [{ disposition: 'missing', quantity: missing }] };
  });

/**
 * The lines after an inspection. What is decided about a line names where each of its units went.
 * @throws Refused `line-unknown`, `quantity-unfit` with `left`, `state-unfit` for a line that is decided.
 */
export function inspected<Line extends GoodsLine>(lines: readonly Line[], asked: Ask<'inspect'>['lines']): Line[] {
  requireOwn(lines, asked);
  return lines.map((line) => {
    const said = asked.find(({ lineId }) => lineId === line.lineId);
    if (!said) return line;
    const acceptance = moved(acceptanceMoves, line.acceptance, said.acceptance);
    const missing = line.quantity - line.received;
    const units = sum(said.dispositions.filter(({ disposition }) => disposition !== 'missing'));
    const gone = sum(said.dispositions.filter(({ disposition }) => disposition === 'missing'));
    const open = said.acceptance === 'manual_review' && said.dispositions.length === 0;
    // Units that never came are missing, whether that is said again or not.
    if (!open && (units !== line.received || (gone !== 0 && gone !== missing))) {
      throw new Refused('quantity-unfit', { left: line.received });
    }
    const rest = said.dispositions.filter(({ disposition }) => disposition !== 'missing');
    const lost = missing > 0 ? [{ disposition: 'missing' as const, quantity: missing }] : [];
    return { ...line, acceptance, dispositions: open ? line.dispositions : [...rest, ...lost] };
  });
}

/** Whether every unit has a disposition and every line is decided. */
export const isInspected = (lines: readonly GoodsLine[]): boolean =>
  lines.every(
    ({ acceptance, dispositions, quantity }) =>
      (acceptance === 'accepted' || acceptance === 'rejected') && sum(dispositions) === quantity,
  );

/** What came of lines that were accepted: that is what is given something for. */
export const acceptedUnits = (lines: readonly GoodsLine[]): { lineId: string; quantity: number }[] =>
  lines
    .filter(({ acceptance, received }) => acceptance === 'accepted' && received > 0)
    .map(({ lineId, received }) => ({ lineId, quantity: received }));

const sum = (parts: readonly { readonly quantity: number }[]): number =>
  parts.reduce((all, { quantity }) => all + quantity, 0);

function requireOwn(lines: readonly GoodsLine[], asked: readonly { readonly lineId: string }[]): void {
  const own = new Set(lines.map(({ lineId }) => lineId));
  const seen = new Set<string>();
  for (const { lineId } of asked) {
    if (!own.has(lineId) || seen.has(lineId)) throw new Refused('line-unknown');
    seen.add(lineId);
  }
}
