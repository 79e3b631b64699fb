import type { RetentionClass } from '@candour/shared/policy.js';
import { constantEvidence } from '../../policy/evidence.js';
import type { Engine, Tx } from '../../core/database/database.js';
import { eachTextOf, RowSet, type Cell, type ColumnKind } from '../../core/database/rows.js';

const order = {
  id: 'text',
  shop: 'text',
  external_id: 'text',
  number: 'text',
  number_key: 'text',
  customer_id: 'text',
  source_updated_at: 'int',
  content: 'bytes',
  currency: 'text',
  subtotal: 'int',
  discount: 'int',
  shipping: 'int',
  tax: 'int',
  total: 'int',
  taxes_included: 'flag',
  payment_status: 'text',
  fulfilment_status: 'text',
  placed_at: 'int',
  delivered_at: 'int',
  ended_at: 'int',
  country: 'text',
  title: 'text',
  line_count: 'int',
  promotions: 'text',
  name: 'bytes',
  address: 'bytes',
  key_id: 'text',
  policy_version: 'text',
  anchor_at: 'int',
} as const satisfies Record<string, ColumnKind>;

const extras = {
  id: 'text',
  customer_id: 'text',
  email: 'bytes',
  phone: 'bytes',
  note: 'bytes',
  raw: 'bytes',
  email_index: 'text',
  phone_index: 'text',
  key_id: 'text',
  policy_version: 'text',
  anchor_at: 'int',
} as const satisfies Record<string, ColumnKind>;

const line = {
  id: 'text',
  order_id: 'text',
  position: 'int',
  external_id: 'text',
  sku: 'text',
  title: 'text',
  quantity: 'int',
  unit_price: 'int',
  discount: 'int',
  tax: 'int',
  total: 'int',
  allocations: 'text',
  tax_lines: 'text',
  final_sale: 'flag',
  made_to_order: 'flag',
  assembled: 'flag',
} as const satisfies Record<string, ColumnKind>;

const name = { order_id: 'text', word: 'text', placed_at: 'int' } as const satisfies Record<string, ColumnKind>;

/** All of a payment but what this desk reserved on it. */
const payment = {
  id: 'text',
  order_id: 'text',
  position: 'int',
  provider: 'text',
  reference: 'text',
  method: 'text',
  brand: 'text',
  last4: 'text',
  currency: 'text',
  captured: 'int',
  refunded_outside: 'int',
} as const satisfies Record<string, ColumnKind>;

const shipment = {
  id: 'text',
  order_id: 'text',
  position: 'int',
  external_id: 'text',
  kind: 'text',
  carrier: 'text',
  tracking: 'text',
  state: 'text',
  lines: 'text',
  appointment_from: 'int',
  appointment_until: 'int',
  shipped_at: 'int',
  delivered_at: 'int',
} as const satisfies Record<string, ColumnKind>;

const evidence = (retentionClass: RetentionClass): Record<string, string> =>
  constantEvidence({ category: 'C1', source: 'provided', purpose: 'P2', retentionClass });

type CellsOf<Columns> = { readonly [Name in keyof Columns]: Cell };

/** An order as rows, cells by column. */
export interface OrderRows {
  readonly order: CellsOf<typeof order>;
  readonly extras: CellsOf<typeof extras>;
  readonly names: readonly CellsOf<typeof name>[];
  readonly lines: readonly CellsOf<typeof line>[];
  readonly payments: readonly CellsOf<typeof payment>[];
  readonly shipments: readonly CellsOf<typeof shipment>[];
}

/** Writes many orders at once, a statement for each table. */
export class OrderTables {
  private readonly orders: RowSet;
  private readonly extras: RowSet;
  private readonly names: RowSet;
  private readonly lines: RowSet;
  private readonly payments: RowSet;
  private readonly shipments: RowSet;

  constructor(private readonly engine: Engine) {
    this.orders = new RowSet(engine, 'orders', order, evidence('bookkeeping'));
    this.extras = new RowSet(engine, 'order_extras', extras, evidence('order-extras'));
    this.names = new RowSet(engine, 'order_names', name);
    this.lines = new RowSet(engine, 'order_lines', line);
    this.payments = new RowSet(engine, 'payments', payment, { refund_reserved: '0' });
    this.shipments = new RowSet(engine, 'shipments', shipment);
  }

  async write(tx: Tx, fresh: readonly OrderRows[], changed: readonly OrderRows[]): Promise<void> {
    const both = [...fresh, ...changed];
    if (changed.length > 0) {
      const ids = [JSON.stringify(changed.map((rows) => rows.order.id))];
      const these = `(SELECT j.value FROM ${eachTextOf(this.engine, '$1')})`;
      await tx.em.query(`DELETE FROM order_lines WHERE order_id IN ${these}`, ids);
      await tx.em.query(`DELETE FROM order_extras WHERE id IN ${these}`, ids);
      await tx.em.query(`DELETE FROM order_names WHERE order_id IN ${these}`, ids);
      await tx.em.query(`DELETE FROM shipments WHERE order_id IN ${these}`, ids);
      await this.orders.update(
        tx.em,
        cellsOf(
          order,
          changed.map((rows) => rows.order),
        ),
      );
    }
    await this.orders.insert(
      tx.em,
      cellsOf(
        order,
        fresh.map((rows) => rows.order),
      ),
    );
    await this.extras.insert(
      tx.em,
      cellsOf(
        extras,
        both.map((rows) => rows.extras),
      ),
    );
    await this.names.insert(
      tx.em,
      cellsOf(
        name,
        both.flatMap((rows) => rows.names),
      ),
    );
    await this.lines.insert(
      tx.em,
      cellsOf(
        line,
        both.flatMap((rows) => rows.lines),
      ),
    );
    await this.shipments.insert(
      tx.em,
      cellsOf(
        shipment,
        both.flatMap((rows) => rows.shipments),
      ),
    );
    await this.writePayments(tx, fresh, changed);
  }

  /** A payment that is known keeps what is reserved on it, whatever its source says of it now. */
  private async writePayments(tx: Tx, fresh: readonly OrderRows[], changed: readonly OrderRows[]): Promise<void> {
    const again = changed.flatMap((rows) => rows.payments);
    const known = await this.known(
      tx,
      again.map(({ id }) => id),
    );
    const added = [...fresh.flatMap((rows) => rows.payments), ...again.filter(({ id }) => !known.has(id))];
    await this.payments.insert(tx.em, cellsOf(payment, added));
    for (const row of again.filter(({ id }) => known.has(id))) {
      const { id, provider, reference, method, brand, last4, captured, refunded_outside: outside } = row;
      // Less than what is promised cannot have come in: then the promise stands, and the provider has the last word.
      await tx.em.query(
        `UPDATE payments SET provider = $1, reference = $2, method = $3, brand = $4, last4 = $5, refunded_outside = $6,
                captured = CASE WHEN refund_reserved > $7 THEN refund_reserved ELSE $7 END
         WHERE id = $8`,
        [provider, reference, method, brand, last4, outside, captured, id],
      );
    }
  }

  private async known(tx: Tx, ids: readonly Cell[]): Promise<ReadonlySet<Cell>> {
    if (ids.length === 0) return new Set();
    const rows = await tx.em.query<{ id: string }[]>(
      `SELECT id FROM payments WHERE id IN (SELECT j.value FROM ${eachTextOf(this.engine, '$1')})`,
      [JSON.stringify(ids)],
    );
    return new Set(rows.map(({ id }) => id));
  }
}

function cellsOf<Columns extends object>(columns: Columns, rows: readonly CellsOf<Columns>[]): Cell[][] {
  const names = Object.keys(columns) as (keyof Columns)[];
  return rows.map((row) => names.map((name) => row[name]));
}
