import { Readable } from 'node:stream';
import { CsvError, parse, type Info } from 'csv-parse';
import { RECORD_MAX, type RecordPlace } from './json-records.js';

/** An order of a CSV file: rows with the same `external_id`, one below the other, are its lines. */
export interface CsvRecord extends RecordPlace {
  readonly value: unknown;
}
export interface CsvFault extends RecordPlace {
  readonly reason: string;
  readonly path?: string;
}

type Row = Readonly<Record<string, string>>;

/** Column of the file by name, and where it stands in the generic order. */
const columns: Readonly<Record<string, readonly [part: 'order' | 'customer' | 'line', name: string]>> = {
  money_unit: ['order', 'moneyUnit'],
  external_id: ['order', 'externalId'],
  number: ['order', 'number'],
  placed_at: ['order', 'placedAt'],
  updated_at: ['order', 'updatedAt'],
  delivered_at: ['order', 'deliveredAt'],
  currency: ['order', 'currency'],
  taxes_included: ['order', 'taxesIncluded'],
  payment_status: ['order', 'paymentStatus'],
  fulfilment_status: ['order', 'fulfilmentStatus'],
  subtotal: ['order', 'subtotal'],
  discount: ['order', 'discount'],
  shipping: ['order', 'shipping'],
  tax: ['order', 'tax'],
  total: ['order', 'total'],
  country: ['order', 'country'],
  language: ['order', 'language'],
  address: ['order', 'address'],
  note: ['order', 'note'],
  name: ['customer', 'name'],
  email: ['customer', 'email'],
  phone: ['customer', 'phone'],
  line_external_id: ['line', 'externalId'],
  line_sku: ['line', 'sku'],
  line_title: ['line', 'title'],
  line_quantity: ['line', 'quantity'],
  line_unit_price: ['line', 'unitPrice'],
  line_discount: ['line', 'discount'],
  line_tax: ['line', 'tax'],
};
export const csvColumns: readonly string[] = Object.keys(columns);

/** Most rows of one order. */
const ROWS = 1000;

/** Reads the file row by row; a row that cannot be read is told by its line and the others go on. */
export async function* csvRecords(chunks: AsyncIterable<Buffer>, head: Buffer): AsyncGenerator<CsvRecord | CsvFault> {
  const skipped: CsvFault[] = [];
  const parser = parse({
    bom: true,
    columns: (names: string[]) => names.map((name) => name.trim().toLowerCase()),
    delimiter: delimiterOf(head),
    info: true,
    max_record_size: RECORD_MAX,
    skip_empty_lines: true,
    skip_records_with_error: true,
    on_skip: (error: unknown) => {
      if (error instanceof CsvError) skipped.push({ line: Number(error['lines'] ?? 0), reason: 'row-not-readable' });
      return undefined;
    },
  });
  const source = Readable.from(chunks, { objectMode: false });
  source.on('error', (error) => parser.destroy(error));
  source.pipe(parser);
  let rows: Row[] = [];
  let line = 0;
  let known = false;
  for await (const { record: row, info } of parser as AsyncIterable<{ record: Row; info: Info }>) {
    const unknown = known ? undefined : unknownColumn(Object.keys(row));
    known = true;
    if (unknown !== undefined) {
      source.destroy();
      yield { line: 1, reason: 'column-unknown', path: unknown };
      return;
    }
    if (rows[0] && (rows[0]['external_id'] !== row['external_id'] || rows.length === ROWS)) {
      yield { line, value: orderOf(rows) };
      rows = [];
    }
    // The parser reads ahead: faults further down wait until the reading is there.
    while (skipped[0] && skipped[0].line < info.lines) yield skipped.shift()!;
    if (rows.length === 0) line = info.lines;
    rows.push(row);
  }
  yield* skipped.splice(0);
  if (rows.length > 0) yield { line, value: orderOf(rows) };
}

/** By name where the first row is a head, else by its place: the cell of a file without a head is somebody's. */
function unknownColumn(names: readonly string[]): string | undefined {
  const at = names.findIndex((name) => !(name in columns));
  if (at < 0) return undefined;
  return names.includes('external_id') && /^[a-z][a-z_ -]{0,39}$/.test(names[at]!) ? names[at]! : `column ${at + 1}`;
}

function delimiterOf(head: Buffer): string {
  const [first = ''] = head.toString('utf8').split('\n');
  return [';', '\t', ','].reduce((best, mark) => (first.split(mark).length > first.split(best).length ? mark : best));
}

/** The generic order; an empty cell is absent. What differs between its rows is taken from the first. */
function orderOf(rows: readonly Row[]): unknown {
  const pick = (row: Row, part: string): Record<string, string> =>
    Object.fromEntries(
      Object.entries(row).flatMap(([name, value]) => {
        const column = columns[name];
        return column?.[0] === part && value.trim() !== '' ? [[column[1], value.trim()] as const] : [];
      }),
    );
  const first = rows[0] ?? {};
  return {
    ...pick(first, 'order'),
    customer: pick(first, 'customer'),
    lines: rows.map((row) => pick(row, 'line')),
  };
}
