import { readFileSync } from 'node:fs';
import { csvColumns } from './csv-records.js';
import { fromGeneric, GenericOrder } from './generic.rules.js';
import { isFaulty } from './incoming.rules.js';
import { orderRecords } from './order-records.js';
import { genericOrder, shopifyOrder, wooOrder } from '../orders.testing.js';

const now = Date.UTC(2026, 4, 20);

/**
 * What a file reads as: `line:number` of an order, `line!reason` of a fault, with `line/record` where records are
 * counted; whole and cut into small pieces.
 */
async function reads(file: string | Buffer, format: 'auto' | 'generic-csv' = 'auto'): Promise<string> {
  const bytes = Buffer.from(file);
  const results = await Promise.all(
    [bytes.length + 1, 7, 1].map(async (piece) => {
      const pieces = (async function* () {
        for (let at = 0; at < bytes.length; at += piece) yield await Promise.resolve(bytes.subarray(at, at + piece));
      })();
      const told: string[] = [];
      let found = '';
      for await (const record of orderRecords(
        pieces,
        format,
        () => now,
        (one) => (found = one),
      )) {
        const place = record.record === undefined ? `${record.line}` : `${record.line}/${record.record}`;
        if ('faults' in record) {
          for (const fault of record.faults) expect([fault.line, fault.record]).toEqual([record.line, record.record]);
        }
        told.push(
          'order' in record
            ? `${place}:${record.order.number}`
            : `${place}!${record.faults.map(({ reason }) => reason).join('+')}`,
        );
      }
      return `${found} ${told.join(' ')}`;
    }),
  );
  expect(new Set(results).size).toBe(1);
  return results[0]!;
}

async function faultsIn(file: string): Promise<unknown[]> {
  const found: unknown[] = [];
  const pieces = (async function* () {
    yield await Promise.resolve(Buffer.from(file));
  })();
  for await (const record of orderRecords(
    pieces,
    'generic-csv',
    () => now,
    () => undefined,
  )) {
    if ('faults' in record) found.push(...record.faults);
  }
  return found;
}

const three = [shopifyOrder(5_500_001), shopifyOrder(5_500_002), shopifyOrder(5_500_003)];
const all = 'shopify 1/1:#1001 1/2:#1002 1/3:#1003';
const lines = (...starts: number[]): string =>
  `shopify ${starts.map((line, i) => `${line}/${i + 1}:#${1001 + i}`).join(' ')}`;
/** Lines of one of the three, written with indents. */
const tall = JSON.stringify([three[0]], null, 2).split('\n').length - 2;

describe('a file of orders', () => {
  it('is an array, bare or under "orders", in any layout', async () => {
    expect(await reads(JSON.stringify(three))).toBe(all);
    expect(await reads(JSON.stringify(three, null, 2))).toBe(lines(2, 2 + tall, 2 + 2 * tall));
    expect(await reads(JSON.stringify({ orders: three }))).toBe(all);
    expect(await reads(`\uFEFF${JSON.stringify({ orders: three, next: 'x' }, null, 1)}\n`)).toBe(
      lines(3, 3 + tall, 3 + 2 * tall),
    );
    expect(await reads('[]')).toBe(' ');
  });
  it('is one order a line, one after another, or one alone', async () => {
    expect(await reads(three.map((order) => JSON.stringify(order)).join('\n'))).toBe('shopify 1:#1001 2:#1002 3:#1003');
    expect(await reads(three.map((order) => JSON.stringify(order)).join(' '))).toBe(all);
    expect(await reads(`${three.map((order) => JSON.stringify(order)).join('\r\n\r\n')}\r\n`)).toBe(
      'shopify 1:#1001 3:#1002 5:#1003',
    );
    expect(await reads(three.map((order) => JSON.stringify(order, null, 2)).join('\n'))).toBe(
      lines(1, 1 + tall, 1 + 2 * tall),
    );
    expect(await reads(JSON.stringify(three[0], null, 2))).toBe('shopify 1/1:#1001');
  });
  it('tells WooCommerce and generic orders by themselves', async () => {
    expect(await reads(JSON.stringify([wooOrder(5)]))).toBe('woocommerce 1/1:5');
    expect(await reads(JSON.stringify([genericOrder('A-7')]))).toBe('generic-json 1/1:A-7');
  });
  it('keeps braces, quotes and escapes inside texts apart from its own', async () => {
    const odd = shopifyOrder(5_500_001, { note: '}] \\" {[ \\ "quoted" ü 😀' });
    expect(await reads(JSON.stringify([odd, three[1]]))).toBe('shopify 1/1:#1001 1/2:#1002');
    expect(await reads(JSON.stringify({ orders: [odd, three[1]] }, null, 2))).toBe(lines(3, 3 + tall));
  });
  it('tells each bad record and goes on', async () => {
    const [one, two, last] = three.map((order) => JSON.stringify(order));
    expect(await reads(`${one}\n{"id": 1,\n${two}\nnot json\n${last}`)).toBe(
      'shopify 1:#1001 2!json-not-readable 3:#1002 4!json-not-readable 5:#1003',
    );
    expect(await reads(`[${one}, {"id": tru}, 7,\n "x, y"\n,\n ${last}]`)).toBe(
      'shopify 1/1:#1001 1/2!json-not-readable 1/3!record-not-an-object 2/4!record-not-an-object 4/5:#1003',
    );
    expect(await reads(`[${one}, {}]`)).toMatch(/^shopify 1\/1:#1001 1\/2!id-invalid/);
  });
  it('tells where it was cut off', async () => {
    expect(await reads(JSON.stringify(three).slice(0, -20))).toBe('shopify 1/1:#1001 1/2:#1002 1/3!file-ends-early');
    expect(await reads(JSON.stringify(three).slice(0, -1))).toBe(`${all} 1/4!file-ends-early`);
    expect(await reads('')).toBe(' 1!file-empty');
  });
  it('refuses a record too large to hold, and takes the next', async () => {
    const huge = JSON.stringify({ note: 'x'.repeat(1_100_000) });
    const pieces = (text: string) =>
      (async function* () {
        const bytes = Buffer.from(text);
        for (let at = 0; at < bytes.length; at += 60_000) yield await Promise.resolve(bytes.subarray(at, at + 60_000));
      })();
    const next = JSON.stringify(three[0]);
    for (const text of [`[${huge},${next}]`, `${next}\n${huge}\n${next}`]) {
      const told: string[] = [];
      for await (const record of orderRecords(
        pieces(text),
        'auto',
        () => now,
        () => undefined,
      )) {
        told.push('order' in record ? record.order.number : record.faults[0]!.reason);
      }
      expect(told.slice(-2)).toEqual(['record-too-large', '#1001']);
    }
  });
});

describe('a CSV file', () => {
  const head =
    'money_unit,external_id,number,placed_at,updated_at,currency,taxes_included,payment_status,fulfilment_status,subtotal,total,email,address,line_title,line_quantity,line_unit_price';
  const row = (id: string, total = '20.00', title = 'Chair'): string =>
    `major,${id},N${id},2026-04-01T08:00:00Z,2026-04-02T08:00:00Z,GBP,true,paid,unfulfilled,20.00,${total},d@example.com,"1 ""High"" Street\nBath",${title},1,10.00`;

  it('has an order in each run of rows with one external_id', async () => {
    expect(await reads([head, row('1'), row('1', '20.00', 'Table'), row('2')].join('\n'))).toBe(
      'generic-csv 3:N1 7:N2',
    );
  });
  it('may be cut by semicolons, with another case and a byte order mark', async () => {
    const semicolons = [head.toUpperCase(), row('1')].join('\n').replaceAll(',', ';');
    expect(await reads(`\uFEFF${semicolons}`)).toBe('generic-csv 3:N1');
  });
  it('tells each bad row and goes on', async () => {
    expect(await reads([head, row('1', '19.999'), row('2'), 'too,short', row('3')].join('\n'))).toBe(
      'generic-csv 3!money-too-precise 5:N2 6!row-not-readable 8:N3',
    );
  });
  it('is refused with a column nobody knows', async () => {
    expect(await reads([`${head},colour`, `${row('1')},moss`].join('\n'))).toBe(' 1!column-unknown');
  });
  it('tells no cell of a file without a head', async () => {
    const cells = row('1').split('\n')[0]!.split(',').slice(0, 12);
    for (const first of [
      [...cells].reverse(),
      ['ottoline.sofabed@example.com', ...cells],
      ['Ottoline Sofabed', 'note', 'name'],
    ]) {
      const told = await faultsIn(`${first.join(',')}\n${first.join(',')}`);
      expect(told).toEqual([{ line: 1, reason: 'column-unknown', path: 'column 1' }]);
    }
    expect(await faultsIn([`${head},colour`, `${row('1')},moss`].join('\n'))).toEqual([
      { line: 1, reason: 'column-unknown', path: 'colour' },
    ]);
  });
  it('is described in docs/import.md with all its columns, as is the generic order with its fields', () => {
    const words = readFileSync(new URL('../../../../../docs/import.md', import.meta.url), 'utf8');
    for (const column of csvColumns) expect(words).toContain(`\`${column}\``);
    const [, example = ''] = /```json\n([\s\S]*?)```/.exec(words) ?? [];
    expect(Object.keys(JSON.parse(example) as object)).toEqual(Object.keys(GenericOrder.shape));
    expect(isFaulty(fromGeneric(JSON.parse(example)))).toBeFalse();
  });
});
