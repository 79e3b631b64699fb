import { createReadStream, statSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { ImportFormat } from '@candour/shared/imports.js';
import { AuditTrail } from '../audit/audit.service.js';
import { SystemClock } from '../core/clock.js';
import { system } from '../core/access/actor.js';
import { readConfig } from '../core/config/config.js';
import { openDatabase } from '../core/database/open-database.js';
import { Events } from '../core/events.js';
import { DataKeyRow } from '../core/vault/data-key.entity.js';
import { readMasterKey } from '../core/vault/master-key.js';
import { Vault } from '../core/vault/vault.js';
import { CustomerParts } from '../customers/customer-parts.service.js';
import { CustomersService } from '../customers/customers.service.js';
import { OrderCustomers } from '../customers/order-customers.service.js';
import { ImportsService } from '../orders/import/imports.service.js';
import { OrderWriter } from '../orders/import/order-writer.js';
import { PolicyService } from '../policy/policy.service.js';
import { keyStore, mainStore } from '../stores.js';
import { ImportProgress } from './import-progress.js';

/*
 * npm run import -- FILE [--format auto|shopify|woocommerce|medusa|generic-json|generic-csv]
 *
 * Takes a file of orders in (docs/import.md), also while the server runs. Ends with 1 when a record was refused.
 * Memory stays flat: what is kept beside the batch is bounded here, the heap by the flags of scripts/command.mjs.
 */
const CACHE_KIB = 8192;
const KEYS = 2000;

const { values, positionals } = parseArgs({ options: { format: { type: 'string' } }, allowPositionals: true });
const [file, ...more] = positionals;
const format = ImportFormat.safeParse(values.format ?? 'auto');
if (file === undefined || more.length > 0 || !format.success) {
  console.error(`npm run import -- FILE [--format ${ImportFormat.options.join('|')}]`);
  process.exit(2);
}

const config = readConfig();
const [clock, events] = [new SystemClock(), new Events()];
const database = await openDatabase(config, mainStore, events, CACHE_KIB);
const keys = await openDatabase(config, keyStore, events, CACHE_KIB);
try {
  const keysExist = await keys.read((em) => em.existsBy(DataKeyRow, {}));
  const vault = new Vault(keys, readMasterKey(config, keysExist), clock, KEYS);
  const trail = new AuditTrail(database, clock, vault);
  const policy = new PolicyService(database, clock, trail);
  await policy.onModuleInit();
  const customers = new CustomersService(database, vault, clock, new CustomerParts(), trail);
  const people = new OrderCustomers(database, vault, clock, customers);
  const writer = new OrderWriter(database, vault, clock, people, trail);
  const imports = new ImportsService(database, clock, writer, trail, policy);

  const began = performance.now();
  const ask = { format: format.data, name: basename(file).slice(0, 200) };
  const stream = createReadStream(file);
  const progress = new ImportProgress(process.stderr, statSync(file, { throwIfNoEntry: false })?.size ?? 0, () =>
    clock.now(),
  );
  const done = await imports
    .run(system('import'), ask, stream as AsyncIterable<Buffer>, (soFar) => progress.tell(soFar, stream.bytesRead))
    .finally(() => progress.end());
  const seconds = (performance.now() - began) / 1000;

  for (const { line, record, reason, path } of done.faults) {
    const where = `line ${line}${record === undefined ? '' : ` (record ${record})`}`;
    console.log(`${where}: ${reason}${path === undefined ? '' : ` at ${path}`}`);
  }
  const more = done.faultCount - done.faults.length;
  if (more > 0) console.log(`and ${more} more`);
  console.log(
    `${done.status} (${done.format}): ${done.read} read, ${done.created} created, ${done.updated} updated, ` +
      `${done.unchanged} unchanged, ${done.failed} refused`,
  );
  const peak = Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(`${Math.round(done.read / seconds)} records/s, ${seconds.toFixed(1)} s, peak memory ${peak} MB`);
  process.exitCode = done.status === 'done' && done.failed === 0 ? 0 : 1;
} finally {
  await database.close();
  await keys.close();
}
