import type { ImportFault, ImportFormat } from '@candour/shared/imports.js';
import { csvRecords } from './csv-records.js';
import { fromGeneric } from './generic.rules.js';
import { checked, isFaulty, type IncomingOrder, type Mapped } from './incoming.rules.js';
import { HEAD, jsonRecords, type RecordPlace } from './json-records.js';
import { rawOf } from './raw.rules.js';
import { fromMedusa } from './medusa.rules.js';
import { fromShopify } from './shopify.rules.js';
import { fromWooCommerce } from './woocommerce.rules.js';

type KnownFormat = Exclude<ImportFormat, 'auto'>;

/** An order of the file, or the faults of a record that is none. */
export type OrderRecordRead = RecordPlace &
  ({ readonly order: IncomingOrder; readonly raw: string } | { readonly faults: readonly ImportFault[] });

export const mappings: Readonly<Record<KnownFormat, (record: unknown) => Mapped>> = {
  shopify: fromShopify,
  woocommerce: fromWooCommerce,
  medusa: fromMedusa,
  'generic-json': fromGeneric,
  'generic-csv': fromGeneric,
};

/** Reads orders from a file of any format, one at a time. `formatFound` is told once, before the first record. */
export async function* orderRecords(
  file: AsyncIterable<Buffer>,
  asked: ImportFormat,
  now: () => number,
  formatFound: (format: KnownFormat) => void,
): AsyncGenerator<OrderRecordRead> {
  const { head, chunks } = await withHead(file);
  if (head.length === 0) {
    yield { line: 1, faults: [{ line: 1, reason: 'file-empty' }] };
    return;
  }
  let format: KnownFormat | undefined = asked === 'auto' ? undefined : asked;
  const looksLikeJson = /^\uFEFF?\s*[{[]/.test(head.toString('utf8'));
  if (format === undefined && !looksLikeJson) format = 'generic-csv';
  const records = format === 'generic-csv' ? csvRecords(chunks, head) : parsedRecords(jsonRecords(chunks, head));
  let told = false;
  for await (const read of records) {
    const place: RecordPlace =
      read.record === undefined ? { line: read.line } : { line: read.line, record: read.record };
    if ('reason' in read) {
      const path = read.path === undefined ? {} : { path: read.path };
      yield { ...place, faults: [{ ...place, reason: read.reason, ...path }] };
      continue;
    }
    format ??= formatOf(read.value);
    if (!told) formatFound(format);
    told = true;
    const mapped = mappings[format](read.value);
    const result = isFaulty(mapped) ? mapped : checked(mapped.order, now());
    if (isFaulty(result)) yield { ...place, faults: result.faults.map((fault) => ({ ...place, ...fault })) };
    else yield { ...place, order: result.order, raw: rawOf(read.value) };
  }
}

type Parsed = RecordPlace & ({ value: unknown } | { reason: string; path?: string });

async function* parsedRecords(records: ReturnType<typeof jsonRecords>): AsyncGenerator<Parsed> {
  for await (const read of records) {
    if ('reason' in read) yield read;
    else {
      const { text, ...place } = read;
      let value: unknown;
      try {
        value = JSON.parse(text);
      } catch {
        yield { ...place, reason: 'json-not-readable' };
        continue;
      }
      yield { ...place, value };
    }
  }
}

/** By the fields that only this shop's orders have. */
function formatOf(record: unknown): KnownFormat {
  const has = (name: string): boolean => typeof record === 'object' && record !== null && name in record;
  if (has('line_items') && (has('financial_status') || has('total_line_items_price'))) return 'shopify';
  if (has('line_items') && (has('date_created_gmt') || has('billing'))) return 'woocommerce';
  if (has('items') && has('currency_code') && has('display_id')) return 'medusa';
  return 'generic-json';
}

/** The first bytes, and the whole stream again. */
async function withHead(file: AsyncIterable<Buffer>): Promise<{ head: Buffer; chunks: AsyncIterable<Buffer> }> {
  const iterator = file[Symbol.asyncIterator]();
  const first: Buffer[] = [];
  let size = 0;
  while (size < HEAD) {
    const next = await iterator.next();
    if (next.done) break;
    first.push(next.value);
    size += next.value.length;
  }
  const head = Buffer.concat(first);
  const chunks = (async function* () {
    try {
      yield head;
      for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
    } finally {
      await iterator.return?.();
    }
  })();
  return { head: head.subarray(0, HEAD), chunks };
}
