import type {
  Disposition,
  Return,
  ReturnableLine,
  ReturnLine,
  ReturnLineAsk,
  ReturnMove,
  ReturnMoveName,
  ReturnReason,
} from '@candour/shared/returns.js';

/** What the dialog of a new return is opened with. */
export interface ReturnOf {
  readonly orderId: string;
  readonly number: string;
  readonly conversationId?: string | undefined;
}

/** What was chosen of a line. */
export interface ChosenLine {
  readonly quantity: number;
  readonly reason: ReturnReason;
  readonly opened: boolean;
  readonly note: string;
}
export const unchosen: ChosenLine = { quantity: 0, reason: 'changed-mind', opened: false, note: '' };

/** The lines that are asked for: those with units, never more than there are left. */
export function asksOf(lines: readonly ReturnableLine[], chosen: ReadonlyMap<string, ChosenLine>): ReturnLineAsk[] {
  return lines.flatMap(({ lineId, left }) => {
    const { quantity, reason, opened, note } = chosen.get(lineId) ?? unchosen;
    if (quantity < 1 || left < 1) return [];
    const said = note.trim() === '' ? {} : { note: note.trim() };
    return [{ lineId, quantity: Math.min(quantity, left), reason, opened, ...said }];
  });
}

/** Moves that fit a return, the next one first; what its way back or its resolution does not know is left out. */
export function deedsOf({ can, method, resolution, owed, refundId, lines }: Return): ReturnMoveName[] {
  const accepted = lines.some(({ acceptance, received }) => acceptance === 'accepted' && received > 0);
  const byHand = resolution !== undefined && resolution !== 'refund' && resolution !== 'store_credit';
  const fits: Partial<Readonly<Record<ReturnMoveName, boolean>>> = {
    pickup: method === 'freight_pickup',
    resolve: accepted && refundId === undefined && owed === undefined && !byHand,
    settle: !accepted || byHand,
  };
  return order.filter((name) => can.includes(name) && (fits[name] ?? true));
}

const order: readonly ReturnMoveName[] = [
  ...(['approve', 'receive', 'inspect', 'resolve', 'settle', 'pickup'] as const),
  ...(['write_off', 'decline', 'cancel'] as const),
];

/** Where a unit may go that came back. Those that did not come are missing by themselves. */
export const places = ['restocked', 'refurbish', 'donate', 'dispose', 'not_restocked'] as const satisfies Disposition[];
export type Place = (typeof places)[number];

/** What was said of a line's goods. */
export interface Goods {
  readonly received: number;
  readonly damaged: number;
  readonly acceptance: 'accepted' | 'rejected' | 'manual_review';
  readonly units: ReadonlyMap<Place, number>;
}

/** As a line is first shown: all that is awaited came; damaged units go to be mended, the others on the shelf. */
export function goodsOf({ quantity, received, damaged }: ReturnLine): Goods {
  const units = new Map<Place, number>([
    ['restocked', received - damaged],
    ['refurbish', damaged],
  ]);
  return { received: quantity - received, damaged: 0, acceptance: 'accepted', units };
}

/** What came in; undefined while nothing did. */
export function receiptOf(lines: readonly ReturnLine[], goods: ReadonlyMap<string, Goods>): ReturnMove | undefined {
  const came = lines.flatMap(({ lineId, quantity, received: before }) => {
    const { received, damaged } = goods.get(lineId) ?? { received: 0, damaged: 0 };
    return received > 0 && quantity > before ? [{ lineId, received, damaged: Math.min(damaged, received) }] : [];
  });
  return came.length > 0 ? { move: 'receive', lines: came } : undefined;
}

/** What the inspection found; undefined while a unit has no place. */
export function findingOf(lines: readonly ReturnLine[], goods: ReadonlyMap<string, Goods>): ReturnMove | undefined {
  const open = lines.filter(({ acceptance }) => acceptance === 'pending' || acceptance === 'manual_review');
  const found = open.map((line) => {
    const { acceptance, units } = goods.get(line.lineId) ?? goodsOf(line);
    const dispositions = [...units].flatMap(([disposition, quantity]) =>
      quantity > 0 ? [{ disposition, quantity }] : [],
    );
    return { lineId: line.lineId, acceptance, dispositions, of: line.received };
  });
  const placed = found.every(({ acceptance, dispositions, of }) => {
    const sum = dispositions.reduce((all, { quantity }) => all + quantity, 0);
    return sum === of || (acceptance === 'manual_review' && sum === 0);
  });
  if (found.length === 0 || !placed) return undefined;
  return {
    move: 'inspect',
    lines: found.map(({ lineId, acceptance, dispositions }) => ({ lineId, acceptance, dispositions })),
  };
}
