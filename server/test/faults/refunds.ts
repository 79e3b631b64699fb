import { fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { HOUR } from '@candour/shared/instant.js';
import { argument } from '../../bench/support/arguments.js';
import { testEnvironment } from '../../src/core/config/testing-environment.js';
import { faultModes } from '../../src/sandbox/faults.js';
import { ownDatabase } from './support/own-database.js';
import { crashPoints, type CrashPoint, type Life } from './support/refund-crash.js';
import { RefundDesk, randomFrom, somePart } from './support/refund-desk.js';
import { judge, type Verdict } from './support/refund-judge.js';
import { startSandbox, type SandboxRemote } from './support/sandbox-remote.js';

/*
 * npm run faults -- refunds [--rounds N] [--parallel N] [--times N]
 * Refunds of random parts of an order asked for at the same time, each by a double click; the server killed with -9 at
 * six points around the call to the provider; a provider that loses answers, fails, is busy, tells things twice, in the
 * wrong order, forged or too late. Then both sides' books must be the same, with nothing paid twice, beyond what came
 * in, or on its way for ever. The provider is the simulator, a process of its own. On SQLite and on PostgreSQL.
 */

const ROUNDS = argument('rounds', 1000);
const PARALLEL = argument('parallel', 20);
const TIMES = argument('times', 100);
const CRASH = fileURLToPath(new URL('./support/refund-crash.js', import.meta.url));

const held = [await run('sqlite', {})];
const { postgresUrl } = testEnvironment();
if (postgresUrl) {
  const own = await ownDatabase(postgresUrl);
  try {
    held.push(await run('postgres', { DATABASE_URL: own.url }));
  } finally {
    await own.drop();
  }
}
const holds = held.every(Boolean);
console.log(
  `faults-refunds ${holds ? 'holds' : 'fails'} ${ROUNDS} rounds x ${PARALLEL}, ${crashPoints.length} crash points x ` +
    `${TIMES}, ${faultModes.length} provider faults x ${TIMES}, ${held.length} of 2 engines`,
);
process.exit(holds ? 0 : 1);

async function run(engine: string, database: Readonly<Record<string, string>>): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'candour-faults-'));
  const base = { DATA_DIR: folder, MASTER_KEY: randomBytes(32).toString('base64'), ...database };
  const { remote, stop } = await startSandbox(base, join(folder, 'sandbox'));
  const environment = { ...base, SANDBOX_URL: remote.url, PROVIDER_TIMEOUT: '300' };
  try {
    const calm = { ...environment, PROVIDER_TIMEOUT: '20000' };
    let ok = await phase(engine, 'in parallel', () => inParallel(calm, remote));
    ok = (await phase(engine, 'killed', () => killed(environment, remote))) && ok;
    ok = (await phase(engine, 'provider faults', () => faulty(environment, remote))) && ok;
    return ok;
  } finally {
    stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function phase(engine: string, name: string, work: () => Promise<Verdict>): Promise<boolean> {
  const began = performance.now();
  const { over, doubled, stuck, differing, refunds } = await work();
  const seconds = ((performance.now() - began) / 1000).toFixed(0);
  console.log(
    `${engine}, ${name}: ${refunds} refunds so far, over-refunds ${over}, double payouts ${doubled}, ` +
      `stuck ${stuck}, ledgers differing ${differing} (${seconds} s)`,
  );
  return over + doubled + stuck + differing === 0;
}

async function inParallel(environment: Readonly<Record<string, string>>, remote: SandboxRemote): Promise<Verdict> {
  const desk = await RefundDesk.open(environment);
  try {
    const random = randomFrom(4);
    const orders = await desk.orders(ROUNDS, random, 'P');
    for (const [i, order] of orders.entries()) {
      const asks = Array.from({ length: PARALLEL }, () => desk.refund(order, (left) => somePart(left, random), 3));
      await Promise.all(asks);
      if (i % 200 === 199) await desk.settle();
    }
    await desk.settle();
    return await judge(desk.database, await remote.ledger());
  } finally {
    await desk.close();
  }
}

/** Each life settles what the one before left, an hour later by its clock: claims of the dead have run out by then. */
async function killed(environment: Readonly<Record<string, string>>, remote: SandboxRemote): Promise<Verdict> {
  const first = await RefundDesk.open(environment);
  const orders = await first.orders(TIMES * crashPoints.length, randomFrom(5), 'K');
  await first.close();
  let now = Date.now();
  for (const [i, orderId] of orders.entries()) {
    const point = crashPoints[i % crashPoints.length]!;
    now += HOUR;
    await life({ environment, now, orderId, point, sandbox: remote });
  }
  await remote.faults();
  await life({ environment, now: now + HOUR, sandbox: remote });
  const last = await RefundDesk.open(environment);
  try {
    return await judge(last.database, await remote.ledger());
  } finally {
    await last.close();
  }
}

function life(
  of: Omit<Life, 'sandbox'> & { readonly point?: CrashPoint; readonly sandbox: SandboxRemote },
): Promise<void> {
  const { url, token } = of.sandbox;
  const child = fork(CRASH, [], { execArgv: [] });
  child.send({ ...of, sandbox: { url, token } });
  return new Promise((resolve, reject) => {
    child.once('exit', (code, signal) => {
      const meant = of.point === undefined ? code === 0 : signal === 'SIGKILL';
      if (meant) resolve();
      else reject(new Error(`A life ended with ${code ?? signal ?? 'nothing'} at ${of.point ?? 'its end'}.`));
    });
  });
}

async function faulty(environment: Readonly<Record<string, string>>, remote: SandboxRemote): Promise<Verdict> {
  const desk = await RefundDesk.open(environment);
  try {
    const random = randomFrom(6);
    for (const mode of faultModes) {
      const orders = await desk.orders(TIMES, random, `F-${mode}-`);
      await remote.faults(...Array<typeof mode>(TIMES).fill(mode));
      await Promise.all(orders.map((order) => desk.refund(order, () => ({ scope: 'full' }))));
      const stuck = await desk.settle(120_000);
      if (stuck > 0) console.log(`after ${mode} ${stuck} refunds are on their way for ever`);
    }
    await remote.faults();
    await desk.settle();
    await remote.idle();
    return await judge(desk.database, await remote.ledger());
  } finally {
    await desk.close();
  }
}
