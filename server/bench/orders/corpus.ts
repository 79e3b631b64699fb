import { execFile } from 'node:child_process';
import { cpSync, createWriteStream, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, constants } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { fingerprint, home } from '../corpus/corpus.js';
import { Random } from '../corpus/random.js';
import { shopPerson, type ShopPerson } from '../corpus/shop-people.js';
import { DeskProcess } from '../support/desk-process.js';

export const agentEmail = 'agent@orders.example.com';
const command = fileURLToPath(new URL('../../src/commands/import.js', import.meta.url));
/** Counted up when what is generated changes. */
const VERSION = 1;

/** Whose order it is: one in three people ordered before. */
export const personOf = (order: number): ShopPerson => shopPerson(Math.floor((order * 2) / 3));
export const numberOf = (order: number): string => `KW-${100_000 + order}`;

/** A copy of a desk with so many orders, which goes when this run ends. Made at the first ask by the import itself. */
export async function deskWith(orders: number): Promise<string> {
  mkdirSync(home, { recursive: true });
  const kept = join(home, `orders-${orders}-${VERSION}-${await fingerprint()}`);
  if (!existsSync(kept)) await make(kept, orders);
  const copy = mkdtempSync(join(home, `copy-${process.pid}-`));
  process.once('exit', () => rmSync(copy, { recursive: true, force: true }));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(1));
  cpSync(kept, copy, { recursive: true, mode: constants.COPYFILE_FICLONE });
  return copy;
}

async function make(kept: string, orders: number): Promise<void> {
  const making = `${kept}.making`;
  rmSync(making, { recursive: true, force: true });
  mkdirSync(making);
  const began = performance.now();
  console.log(`taking ${orders} orders in, once`);
  const desk = new DeskProcess({}, making);
  await desk.start();
  const { email, password } = desk.firstSignIn();
  await desk.staff(await desk.signIn(email, password), 'agent', agentEmail);
  await desk.kill('SIGTERM');
  const env = { PATH: process.env['PATH'], NODE_ENV: 'production', DEMO: 'off', DATA_DIR: making };
  const file = join(making, 'orders.json');
  await pipeline(Readable.from(texts(orders)), createWriteStream(file));
  const { stdout: said } = await promisify(execFile)(process.execPath, [command, file, '--format', 'generic-json'], {
    env,
  });
  rmSync(file);
  renameSync(making, kept);
  console.log(`made in ${((performance.now() - began) / 1000).toFixed(0)} s: ${said.trim().split('\n').at(-1)}`);
}

function* texts(orders: number): Generator<string> {
  const start = Date.UTC(2023, 0, 1);
  let part = '';
  for (let i = 0; i < orders; i++) {
    const random = new Random(i + 1);
    const { first, last, email, phone } = personOf(i);
    const unitPrice = 990 + random.below(90_000);
    const at = new Date(start + i * 100_000).toISOString();
    const order = {
      ...{ moneyUnit: 'minor', externalId: `o-${i}`, number: numberOf(i), placedAt: at, updatedAt: at },
      ...{ deliveredAt: new Date(start + i * 100_000 + 4 * 86_400_000).toISOString() },
      ...{ currency: 'EUR', taxesIncluded: true, paymentStatus: 'paid', fulfilmentStatus: 'delivered' },
      ...{ subtotal: unitPrice, total: unitPrice, country: 'DE' },
      customer: { name: `${first} ${last}`, email, phone },
      lines: [{ title: 'Chair "Alder"', sku: 'CHR', quantity: 1, unitPrice }],
    };
    part += `${JSON.stringify(order)}\n`;
    if (part.length < 65_536) continue;
    yield part;
    part = '';
  }
  yield part;
}
