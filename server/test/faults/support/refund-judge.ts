import type { Database } from '../../../src/core/database/database.js';
import type { SandboxPayment, SandboxRefund } from '../../../src/sandbox/payments.js';

export interface Ledger {
  readonly payments: readonly SandboxPayment[];
  readonly refunds: readonly SandboxRefund[];
}

export interface Verdict {
  /** Payments of which more went back, or is promised, than came in; by our books or the provider's. */
  readonly over: number;
  /** Refunds that the provider did twice. */
  readonly doubled: number;
  /** Refunds that are on their way for ever. */
  readonly stuck: number;
  /** Refunds or payments of which the two sides say different things. */
  readonly differing: number;
  readonly refunds: number;
}

interface Row {
  id: string;
  state: string;
  amount: string | number;
  paymentId: string;
}

const given = (status: string): boolean => status !== 'failed' && status !== 'canceled';

/** Both sides' books, side by side. */
export async function judge(database: Database, ledger: Ledger): Promise<Verdict> {
  const { rows, payments, lines } = await database.read(async (em) => ({
    rows: await em.query<Row[]>(`SELECT id, state, amount, payment_id AS "paymentId" FROM refunds`),
    payments: await em.query<{ id: string; captured: string; reserved: string }[]>(
      `SELECT id, captured, refund_reserved AS reserved FROM payments`,
    ),
    lines: await em.query<{ id: string }[]>(
      `SELECT l.id FROM order_lines l JOIN refund_allocations a ON a.line_id = l.id
       JOIN refunds r ON r.id = a.refund_id AND r.state NOT IN ('failed','canceled','rejected','reversed')
       GROUP BY l.id, l.quantity, l.total, l.tax
       HAVING SUM(a.quantity) > l.quantity OR SUM(a.amount) > l.total + l.tax`,
    ),
  }));
  const stands = new Map<string, number>();
  for (const { state, amount, paymentId } of rows) {
    if (['failed', 'canceled', 'rejected', 'reversed'].includes(state)) continue;
    stands.set(paymentId, (stands.get(paymentId) ?? 0) + Number(amount));
  }
  const known = new Map(ledger.refunds.map((refund) => [refund.metadata.refund, refund]));
  const theirs = new Map<string, number>();
  for (const { payment, amount, status } of ledger.refunds) {
    if (given(status)) theirs.set(payment, (theirs.get(payment) ?? 0) + amount);
  }
  const over =
    lines.length +
    payments.filter(({ id, captured }) => (stands.get(id) ?? 0) > Number(captured)).length +
    ledger.payments.filter(({ reference, captured }) => (theirs.get(reference) ?? 0) > captured).length;
  const differing =
    payments.filter(({ id, reserved }) => (stands.get(id) ?? 0) !== Number(reserved)).length +
    payments.filter(({ id }) => (stands.get(id) ?? 0) !== (theirs.get(id) ?? 0)).length +
    rows.filter(({ id, state, amount }) => {
      const there = known.get(id);
      if (state === 'succeeded') return there?.status !== 'succeeded' || there.amount !== Number(amount);
      return there !== undefined && given(there.status);
    }).length;
  return {
    over,
    doubled: ledger.refunds.length - known.size,
    stuck: rows.filter(({ state }) => !['succeeded', 'failed', 'canceled', 'rejected', 'reversed'].includes(state))
      .length,
    differing,
    refunds: rows.length,
  };
}
