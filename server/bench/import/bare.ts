import { createReadStream } from 'node:fs';
import sqlite3 from 'sqlite3';
import { jsonRecords } from '../../src/orders/import/json-records.js';

/*
 * The least program that takes the same file in: streams it, parses each order, and writes the same rows, many in a
 * statement and a thousand orders in a transaction. Nothing is checked, sealed, masked or audited; no index leads to people.
 */
const [file = '', target = ''] = process.argv.slice(2);
const BATCH = 1000;

const tables: Readonly<Record<string, string>> = {
  customers: 'id TEXT PRIMARY KEY, name TEXT, email TEXT, phone TEXT, created_at INT',
  orders: `id TEXT PRIMARY KEY, external_id TEXT UNIQUE, number TEXT, customer_id TEXT, updated_at INT, currency TEXT,
    subtotal INT, discount INT, shipping INT, tax INT, total INT, payment_status TEXT, fulfilment_status TEXT,
    placed_at INT, delivered_at INT, country TEXT, title TEXT, line_count INT, promotions TEXT, name TEXT, address TEXT`,
  order_extras: 'id TEXT PRIMARY KEY, customer_id TEXT, email TEXT, phone TEXT, note TEXT, raw TEXT',
  order_lines: `id TEXT PRIMARY KEY, order_id TEXT, position INT, external_id TEXT, sku TEXT, title TEXT, quantity INT,
    unit_price INT, discount INT, tax INT, total INT, allocations TEXT, tax_lines TEXT`,
  payments: 'id TEXT PRIMARY KEY, order_id TEXT, position INT, provider TEXT, captured INT',
  shipments: `id TEXT PRIMARY KEY, order_id TEXT, position INT, external_id TEXT, carrier TEXT, tracking TEXT, state TEXT,
    lines TEXT, shipped_at INT, delivered_at INT`,
};

interface Line {
  id: number;
  sku: string;
  title: string;
  quantity: number;
  price: string;
  discount_allocations: { amount: string }[];
  tax_lines: { price: string }[];
}
interface Parcel {
  id: number;
  created_at: string;
  updated_at: string;
  tracking_company: string;
  tracking_number: string;
  line_items: object[];
}
interface Address extends Readonly<Record<string, string | null>> {
  readonly name: string;
}
interface ShopOrder extends Readonly<Record<string, unknown>> {
  id: number;
  line_items: Line[];
  fulfillments: Parcel[];
  shipping_lines: { price: string }[];
  customer: { first_name: string; last_name: string; phone: string };
  shipping_address: Address;
  email: string;
}

const database = new sqlite3.Database(target);
const run = (sql: string, parameters: unknown[] = []): Promise<void> =>
  new Promise((resolve, reject) => database.run(sql, parameters, (error) => (error ? reject(error) : resolve())));

await run('PRAGMA journal_mode = WAL');
await run('PRAGMA synchronous = NORMAL');
for (const [name, columns] of Object.entries(tables)) await run(`CREATE TABLE ${name} (${columns})`);
const inserts = new Map(
  Object.entries(tables).map(([name, columns]) => {
    const cells = columns.split(',').map((_, i) => `value->>${i}`);
    return [
      name,
      `WITH j AS MATERIALIZED (SELECT value FROM json_each(?)) INSERT INTO ${name} SELECT ${cells.join(', ')} FROM j`,
    ];
  }),
);

const people = new Map<string, string>();
let waiting = new Map<string, unknown[][]>();
let [orders, inBatch] = [0, 0];
const add = (table: string, row: unknown[]): void => void (waiting.get(table) ?? begin(table)).push(row);
const minor = (amount: unknown): number => Math.round(Number(amount) * 100);

const began = performance.now();
for await (const read of jsonRecords(createReadStream(file) as AsyncIterable<Buffer>, Buffer.from('{"orders":['))) {
  if (!('text' in read)) throw new Error(`line ${read.line}: ${read.reason}`);
  take(JSON.parse(read.text) as ShopOrder, read.text);
  orders++;
  if (++inBatch === BATCH) await flush();
}
await flush();
const seconds = (performance.now() - began) / 1000;
await new Promise<void>((resolve) => database.close(() => resolve()));
console.log(JSON.stringify({ orders, seconds, peak: Math.round(process.resourceUsage().maxRSS / 1024) }));

function begin(table: string): unknown[][] {
  const rows: unknown[][] = [];
  waiting.set(table, rows);
  return rows;
}

function take(order: ShopOrder, text: string): void {
  const id = `o${order.id}`;
  const placed = Date.parse(String(order['processed_at']));
  const { customer, line_items: lines, fulfillments: parcels, shipping_address: to } = order;
  const name = `${customer.first_name} ${customer.last_name}`;
  let owner = people.get(order.email);
  if (owner === undefined) {
    owner = `c${people.size}`;
    people.set(order.email, owner);
    add('customers', [owner, name, order.email, customer.phone, placed]);
  }
  const amounts = ['total_line_items_price', 'total_discounts'].map((of) => minor(order[of]));
  const shipping = order.shipping_lines.reduce((all, { price }) => all + minor(price), 0);
  add('orders', [
    ...[id, String(order.id), order['name'], owner, Date.parse(String(order['updated_at'])), order['currency']],
    ...[...amounts, shipping, minor(order['total_tax']), minor(order['total_price'])],
    ...[order['financial_status'], order['fulfillment_status'], placed, Date.parse(parcels[0]?.updated_at ?? '')],
    ...[to['country_code'], lines[0]?.title, lines.length, JSON.stringify(order['discount_codes']), name],
    Object.values(to).join('\n'),
  ]);
  add('order_extras', [id, owner, order.email, customer.phone, order['note'], text]);
  lines.forEach((line, i) => {
    const discount = line.discount_allocations.reduce((all, { amount }) => all + minor(amount), 0);
    const tax = line.tax_lines.reduce((all, { price }) => all + minor(price), 0);
    const total = minor(line.price) * line.quantity - discount;
    add('order_lines', [
      ...[`${id}-${i}`, id, i, String(line.id), line.sku, line.title, line.quantity, minor(line.price), discount, tax],
      ...[total, JSON.stringify(line.discount_allocations), JSON.stringify(line.tax_lines)],
    ]);
  });
  add('payments', [`${id}-p`, id, 0, 'shopify', minor(order['total_price'])]);
  parcels.forEach((parcel, i) =>
    add('shipments', [
      ...[`${id}-s${i}`, id, i, String(parcel.id), parcel.tracking_company, parcel.tracking_number, 'delivered'],
      ...[JSON.stringify(parcel.line_items), Date.parse(parcel.created_at), Date.parse(parcel.updated_at)],
    ]),
  );
}

async function flush(): Promise<void> {
  const batch = waiting;
  [waiting, inBatch] = [new Map(), 0];
  await run('BEGIN');
  for (const [table, rows] of batch) await run(inserts.get(table) ?? '', [JSON.stringify(rows)]);
  await run('COMMIT');
}
