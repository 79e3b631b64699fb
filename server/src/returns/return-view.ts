import type { Exchange, Return, ReturnLine, ReturnMoveName, ReturnSummary } from '@candour/shared/returns.js';
import type { Currency } from '@candour/shared/money.js';
import type { RefundPart, RefundState } from '@candour/shared/refunds.js';
import type { DataKey } from '../core/vault/sealing.js';
import type { Vault } from '../core/vault/vault.js';
import type { ReturnedOrder } from '../orders/returned-orders.service.js';
import { acceptedUnits } from './inspection.rules.js';
import { returnMoves, type ReturnEvent } from './moves.rules.js';
import type { ExchangeRecord, ReturnLineRecord, ReturnRecord } from './return.entity.js';
import { numberText } from './return-surroundings.js';

/** What staff do, and the event that the machine knows it by. */
const moveEvents: Readonly<Record<ReturnMoveName, ReturnEvent>> = {
  approve: 'approve',
  decline: 'decline',
  cancel: 'cancel',
  pickup: 'pickup-booked',
  receive: 'receive-all',
  write_off: 'write-off',
  inspect: 'inspected',
  resolve: 'settled',
  settle: 'settled',
};

export const movesNow = (row: Pick<ReturnRecord, 'state'>): ReturnMoveName[] =>
  (Object.keys(moveEvents) as ReturnMoveName[]).filter((name) => moveEvents[name] in returnMoves[row.state]);

export const whyPlace = (id: string) => ({ table: 'returns', row: id, column: 'why' });
export const notePlace = (id: string) => ({ table: 'return_lines', row: id, column: 'note' });

/** Of refunds after which what was owed is owed still. */
const nothingCame: readonly RefundState[] = ['failed', 'canceled', 'rejected', 'reversed'];

const money = (amount: number, currency: Currency) => ({ amount, currency });
const there = <Name extends string, Value>(name: Name, value: Value | null): { [key in Name]?: Value } =>
  value === null ? {} : ({ [name]: value } as { [key in Name]?: Value });

export function summaryOf(row: ReturnRecord, units: number, orderNumber: string | undefined): ReturnSummary {
  return {
    id: row.id,
    number: numberText(row.number),
    orderId: row.orderId,
    ...(orderNumber ? { orderNumber } : {}),
    kind: row.kind,
    state: row.state,
    method: row.method,
    wanted: row.wanted,
    units,
    createdAt: row.createdAt,
    ...there('resolution', row.resolution),
    ...there('deadline', row.deadline),
    ...there('closedAt', row.closedAt),
    ...there('conversationId', row.conversationId),
  };
}

export const exchangeOf = (row: ExchangeRecord): Exchange => ({
  id: row.id,
  state: row.state,
  lines: [...row.lines],
  difference: money(row.difference, row.currency),
});

/** The accepted units, less the fees that are kept. */
export const owedParts = (row: Pick<ReturnRecord, 'fees'>, lines: readonly ReturnLineRecord[]): RefundPart[] => [
  ...acceptedUnits(lines).map((line) => ({ kind: 'line' as const, ...line })),
  ...row.fees.map(({ fee, amount }) => ({ kind: 'fee' as const, fee, amount: amount.amount })),
];

/** What is to be refunded of it now: nothing while a refund of it is under way, and again once that came to nothing. */
function owedOf(row: ReturnRecord, lines: readonly ReturnLineRecord[]): { owed?: RefundPart[] } {
  const inMoney = row.resolution === 'refund' || row.resolution === 'store_credit';
  const asked = row.refundState !== null && !nothingCame.includes(row.refundState);
  return row.state === 'inspected' && inMoney && !asked ? { owed: owedParts(row, lines) } : {};
}

/** One return, whole; what its key no longer opens is left out. */
export function returnOf(
  row: ReturnRecord,
  lines: readonly ReturnLineRecord[],
  exchange: ExchangeRecord | null,
  order: ReturnedOrder | undefined,
  { vault, key }: { vault: Vault; key: DataKey | undefined },
): Return {
  const units = lines.reduce((sum, { quantity }) => sum + quantity, 0);
  const titles = new Map(order?.lines.map(({ id, title }) => [id, title]));
  const places = [...titles.keys()];
  const placed = [...lines].sort((a, b) => places.indexOf(a.lineId) - places.indexOf(b.lineId));
  return {
    ...summaryOf(row, units, order?.number),
    lines: placed.map((line): ReturnLine => {
      const { id, lineId, quantity, received, damaged, reason, opened, reception, acceptance, verdict } = line;
      return {
        ...{ id, lineId, quantity, received, damaged, reason, opened, reception, acceptance, verdict },
        title: titles.get(lineId) ?? '',
        dispositions: [...line.dispositions],
        ...(key && line.note ? { note: vault.open(key, notePlace(id), line.note) } : {}),
      };
    }),
    fees: [...row.fees],
    ...there('carrier', row.carrier),
    ...there('pickupFrom', row.pickupFrom),
    ...there('pickupUntil', row.pickupUntil),
    ...there('declinedFor', row.declinedFor),
    ...(key && row.why ? { why: vault.open(key, whyPlace(row.id), row.why) } : {}),
    ...(exchange ? { exchange: exchangeOf(exchange) } : {}),
    ...there('refundId', row.refundId),
    ...there('refundState', row.refundState),
    ...owedOf(row, lines),
    can: movesNow(row),
  };
}
