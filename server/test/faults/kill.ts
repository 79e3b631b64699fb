import type { Entries } from '@candour/shared/conversations.js';
import { argument } from '../../bench/support/arguments.js';
import { beginConversations } from '../../bench/support/chat-customers.js';
import { DeskProcess } from '../../bench/support/desk-process.js';
import { SteadyClient } from './support/steady-client.js';
import { compare, type Faults } from './support/transcripts.js';

/*
 * npm run faults -- kill [--rounds N]
 * Kills the server with -9 while at least 50 messages are on their way, starts it again, and goes on. In the end
 * every acknowledged message must be stored once, under the number it was acknowledged with, in the order in which
 * it was sent, and both sides must have seen the same.
 */

const ROUNDS = argument('rounds', 50);
const CONVERSATIONS = 20;
/** Messages a client has on their way at once. */
const WINDOW = 6;
const IN_FLIGHT = 50;
const ACKNOWLEDGED = 10_000;
const RECOVERY_MS = 5000;

const perRound = Math.ceil((ACKNOWLEDGED * 1.05) / ROUNDS);
const desk = new DeskProcess({ MESSAGE_RATE: '1000000' });
const clients: SteadyClient[] = [];
let acknowledged = 0;
let inFlightAtKill = Number.POSITIVE_INFINITY;
let slowest = 0;
let wake: () => void = () => undefined;

try {
  await desk.start();
  const { email, password } = desk.firstSignIn();
  const supervisor = await desk.staff(
    await desk.signIn(email, password),
    'supervisor',
    'faults.supervisor@example.com',
  );
  const begun = await beginConversations(desk.url, CONVERSATIONS);
  for (const [i, { token, conversationId }] of begun.entries()) {
    const common = { url: desk.url, conversationId };
    const origin = desk.url;
    clients.push(
      new SteadyClient(
        { ...common, namespace: '/chat', auth: { token, language: 'en' }, headers: { origin }, name: `customer-${i}` },
        counted,
      ),
      new SteadyClient(
        {
          ...common,
          namespace: '/desk',
          auth: { csrf: supervisor.csrf },
          headers: { origin, cookie: supervisor.cookie },
          name: `agent-${i}`,
        },
        counted,
      ),
    );
  }

  for (let round = 1; round <= ROUNDS; round++) {
    const target = acknowledged + perRound;
    await until(() => {
      refill();
      return acknowledged >= target && inFlight() >= IN_FLIGHT;
    });
    inFlightAtKill = Math.min(inFlightAtKill, inFlight());
    await desk.kill('SIGKILL');
    const before = acknowledged;
    const killed = performance.now();
    await desk.start();
    await until(() => acknowledged > before);
    slowest = Math.max(slowest, performance.now() - killed);
    if (round % 10 === 0) console.log(`round ${round} of ${ROUNDS}: ${acknowledged} acknowledged`);
  }
  await until(() => inFlight() === 0);

  const faults: Faults = { lost: 0, doubled: 0, gaps: 0, reordered: 0 };
  for (const [i, { conversationId }] of begun.entries()) {
    const pair = clients.slice(i * 2, i * 2 + 2);
    for (const client of pair) await client.catchUp();
    compare(await stored(conversationId, supervisor.cookie), pair, faults);
  }
  const sent = clients.reduce((sum, client) => sum + client.sent, 0);
  console.log(
    `in flight at a kill >= ${inFlightAtKill}, sent ${sent}, acknowledged ${acknowledged}, lost ${faults.lost}, doubled ${faults.doubled}, ` +
      `gaps ${faults.gaps}, reordered ${faults.reordered}, recovery <= ${(slowest / 1000).toFixed(2)} s`,
  );
  const clean = faults.lost + faults.doubled + faults.gaps + faults.reordered === 0;
  const holds = clean && slowest <= RECOVERY_MS && acknowledged >= ACKNOWLEDGED && inFlightAtKill >= IN_FLIGHT;
  console.log(`faults-kill ${holds ? 'holds' : 'fails'} after ${ROUNDS} kills`);
  process.exitCode = holds ? 0 : 1;
} finally {
  for (const client of clients) client.close();
  await desk.end();
}

function refill(): void {
  for (const client of clients) while (client.inFlight < WINDOW) client.send();
}

function inFlight(): number {
  return clients.reduce((sum, client) => sum + client.inFlight, 0);
}

function counted(): void {
  acknowledged++;
  wake();
}

/** Waits until something holds; looks again after each acknowledgement. */
async function until(holds: () => boolean): Promise<void> {
  const deadline = performance.now() + 120_000;
  while (!holds()) {
    if (performance.now() > deadline)
      throw new Error(`Nothing moved for two minutes: ${acknowledged} acknowledged, ${inFlight()} in flight.`);
    await new Promise<void>((resolve) => {
      wake = resolve;
      setTimeout(resolve, 50);
    });
  }
}

async function stored(conversationId: string, cookie: string): Promise<Entries['entries']> {
  const all: Entries['entries'] = [];
  for (;;) {
    const response = await fetch(
      `${desk.url}/api/conversations/${conversationId}/entries?since=${all.length}&limit=200`,
      { headers: { cookie } },
    );
    if (!response.ok) throw new Error(`The log was answered ${response.status}.`);
    const page = (await response.json()) as Entries;
    all.push(...page.entries);
    if (!page.more) return all;
  }
}
