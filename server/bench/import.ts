import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { shopifyOrders } from './import/shopify-file.js';
import { argument } from './support/arguments.js';
import { median } from './support/desk-process.js';

/*
 * npm run bench -- import [--orders N] [--rounds N]
 * Takes generated Shopify orders in by the command that people use, in turns with a bare program that streams and
 * parses the same file and inserts the same rows without sealing, indexes for people, or audit.
 */
const ORDERS = argument('orders', 100_000);
const ROUNDS = argument('rounds', 2);
/** What must hold. */
const RATIO = 0.3;
const PEAK = 300;
/** As scripts/command.mjs gives the import. */
const FLAGS = ['--max-semi-space-size=16', '--max-old-space-size=256'];

interface Run {
  readonly perSecond: number;
  /** Most memory of the process, in MB. */
  readonly peak: number;
}

const start = promisify(execFile);
const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'candour-bench-import-'));
try {
  const file = join(folder, 'orders.json');
  await shopifyOrders(ORDERS, file);
  console.log(`${ORDERS} orders of Shopify, ${(statSync(file).size / 1e6).toFixed(0)} MB, ${ROUNDS} rounds in turns`);
  const [ours, bare]: [Run[], Run[]] = [[], []];
  for (let round = 1; round <= ROUNDS; round++) {
    bare.push(await bareRun(file, round));
    ours.push(await ownRun(file, round));
    const [own, other] = [ours.at(-1), bare.at(-1)];
    if (own && other) console.log(`round ${round}: candour ${told(own)}; bare ${told(other)}`);
  }
  const rate = (runs: readonly Run[]): number => median(runs.map(({ perSecond }) => perSecond));
  const ratio = rate(ours) / rate(bare);
  const peak = Math.max(...ours.map((run) => run.peak));
  console.log(`candour ${rate(ours).toFixed(0)} orders/s, bare ${rate(bare).toFixed(0)} orders/s`);
  console.log(`import-ratio ${ratio.toFixed(2)} (holds from ${RATIO})  peak memory ${peak} MB (${PEAK})`);
  process.exitCode = ratio >= RATIO && peak <= PEAK ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function bareRun(file: string, round: number): Promise<Run> {
  const { stdout } = await start(process.execPath, [
    here('./import/bare.js'),
    file,
    join(folder, `bare-${round}.sqlite`),
  ]);
  const { orders, seconds, peak } = JSON.parse(stdout) as { orders: number; seconds: number; peak: number };
  if (orders !== ORDERS) throw new Error(`The bare program took ${orders} orders in.`);
  return { perSecond: orders / seconds, peak };
}

async function ownRun(file: string, round: number): Promise<Run> {
  const env = { PATH: process.env['PATH'], NODE_ENV: 'production', DATA_DIR: join(folder, `candour-${round}`) };
  const { stdout } = await start(process.execPath, [...FLAGS, here('../src/commands/import.js'), file], { env });
  const [, created] = / (\d+) created/.exec(stdout) ?? [];
  const [, perSecond, peak] = /(\d+) records\/s.*peak memory (\d+) MB/.exec(stdout) ?? [];
  if (Number(created) !== ORDERS || perSecond === undefined) throw new Error(`Not all orders came in:\n${stdout}`);
  return { perSecond: Number(perSecond), peak: Number(peak) };
}

function told({ perSecond, peak }: Run): string {
  return `${perSecond.toFixed(0)} orders/s, ${peak} MB`;
}
