import { fork, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { LoadAsk, Measured, Seat } from './chat/load.js';
import { argument } from './support/arguments.js';
import { beginConversations } from './support/chat-customers.js';
import { cpuSecondsOf, DeskProcess, median } from './support/desk-process.js';

/*
 * npm run bench -- chat [--rounds N]
 * This desk, the minimal server and a bare relay under the same load, in turns: 500 connections in 250
 * conversations, every connection sends a message, waits for its ack, and sends again. Each round has conversations
 * of its own, for people begin them all day: one round already gives them a few hundred messages each.
 */

const CONVERSATIONS = 250;
const ROUNDS = argument('rounds', 5);
const ROUND_MS = 5000;
const MESSAGE_RATE = 1_000_000;
/** What must hold. */
const RATIO = 0.5;
const CPU_FACTOR = 2.2;
const MINIMAL_OF_RELAY = 0.6;
const MINIMAL_CORES = 0.85;

interface Measurement extends Measured {
  readonly perSecond: number;
  /** Microseconds of server CPU per message. */
  readonly cpuMicros: number;
  readonly cores: number;
}

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'candour-bench-minimal-'));
const desk = new DeskProcess({ MESSAGE_RATE: String(MESSAGE_RATE) });
const children: ChildProcess[] = [];

try {
  const load = child('./chat/load.js');
  const minimal = await plain('./minimal-server/server.js', [folder]);
  const relay = await plain('./chat/relay-server.js', []);
  await desk.start();

  console.log(
    `500 connections in conversations new in each of ${ROUNDS} rounds of ${ROUND_MS} ms after a warm-up; everything is`,
  );
  console.log(`on, only the message rate limit is raised: ${MESSAGE_RATE} messages per sender in ten seconds.`);
  const servers = [
    { name: 'candour', pid: desk.pid, seats: await deskSeats() },
    { name: 'minimal', pid: minimal.pid, seats: plainSeats(minimal.url) },
    { name: 'relay', pid: relay.pid, seats: plainSeats(relay.url) },
  ];

  const results = new Map<string, Measurement[]>(servers.map(({ name }) => [name, []]));
  for (let round = 0; round <= ROUNDS; round++) {
    for (const { name, pid, seats } of servers) {
      await ask(load, { group: name, seats: await seats(round) });
      const before = cpuSecondsOf(pid);
      const measured = (await ask(load, { group: name, runMs: ROUND_MS })) as Measured;
      const cpu = cpuSecondsOf(pid) - before;
      if (measured.refused > 0) throw new Error(`${name} refused ${measured.refused} messages.`);
      if (measured.delivered !== measured.acknowledged) {
        throw new Error(`${name} acknowledged ${measured.acknowledged} and delivered ${measured.delivered}.`);
      }
      if (round === 0) continue;
      const perSecond = (measured.acknowledged * 1000) / measured.ms;
      const cpuMicros = (cpu * 1e6) / measured.acknowledged;
      results.get(name)!.push({ ...measured, perSecond, cpuMicros, cores: (cpu * 1000) / measured.ms });
    }
  }
  process.exitCode = report(results) ? 0 : 1;
} finally {
  for (const one of children) one.kill();
  await desk.end();
  rmSync(folder, { recursive: true, force: true });
}

function report(results: ReadonlyMap<string, readonly Measurement[]>): boolean {
  const of = (name: string, column: 'perSecond' | 'p50' | 'p99' | 'cpuMicros' | 'cores'): number =>
    median(results.get(name)!.map((one) => one[column]));
  for (const name of results.keys()) {
    console.log(
      `${name.padEnd(8)} ${of(name, 'perSecond').toFixed(0).padStart(6)} messages/s  p50 ${of(name, 'p50').toFixed(1)} ms  ` +
        `p99 ${of(name, 'p99').toFixed(1)} ms  server CPU ${of(name, 'cpuMicros').toFixed(1)} us/message  ${of(name, 'cores').toFixed(2)} cores`,
    );
  }
  const ratio = of('candour', 'perSecond') / of('minimal', 'perSecond');
  const factor = of('candour', 'cpuMicros') / of('minimal', 'cpuMicros');
  const share = of('minimal', 'perSecond') / of('relay', 'perSecond');
  const cores = of('minimal', 'cores');
  const valid = share >= MINIMAL_OF_RELAY && cores >= MINIMAL_CORES;
  console.log(
    `minimal / relay ${share.toFixed(2)} (valid from ${MINIMAL_OF_RELAY}), minimal used ${cores.toFixed(2)} cores (valid from ${MINIMAL_CORES})`,
  );
  console.log(`CPU per message ${factor.toFixed(2)} x the minimal server's (holds to ${CPU_FACTOR})`);
  if (!valid) console.log('not valid: the minimal server was not the bottleneck');
  console.log(`chat-throughput-ratio ${ratio.toFixed(2)}`);
  return valid && ratio >= RATIO && factor <= CPU_FACTOR;
}

/** For each round 250 customers, and one supervisor's browser windows on the same conversations. */
async function deskSeats(): Promise<() => Promise<Seat[]>> {
  const { email, password } = desk.firstSignIn();
  const admin = await desk.signIn(email, password);
  const supervisor = await desk.staff(admin, 'supervisor', 'bench.supervisor@example.com');
  return async () =>
    (await beginConversations(desk.url, CONVERSATIONS)).flatMap(({ token, conversationId }): Seat[] => [
      {
        url: desk.url,
        namespace: '/chat',
        auth: { token, language: 'en' },
        headers: { origin: desk.url },
        conversationId,
        hello: ['chat:hello', {}],
      },
      {
        url: desk.url,
        namespace: '/desk',
        auth: { csrf: supervisor.csrf },
        headers: { cookie: supervisor.cookie, origin: desk.url },
        conversationId,
        hello: ['conversation:show', { conversationId }],
      },
    ]);
}

function plainSeats(url: string): (round: number) => Seat[] {
  return (round) =>
    Array.from({ length: CONVERSATIONS * 2 }, (_, i) => {
      const conversation = `conversation-${round}-${i >> 1}`;
      return { url, namespace: '/', auth: { conversation }, conversationId: conversation };
    });
}

function child(path: string, parameters: string[] = []): ChildProcess {
  const one = fork(here(path), parameters, { stdio: 'inherit' });
  children.push(one);
  return one;
}

async function plain(path: string, parameters: string[]): Promise<{ url: string; pid: number }> {
  const one = child(path, parameters);
  const { port } = await new Promise<{ port: number }>((resolve) =>
    one.once('message', (said) => resolve(said as { port: number })),
  );
  return { url: `http://127.0.0.1:${port}`, pid: one.pid! };
}

function ask(load: ChildProcess, what: LoadAsk): Promise<unknown> {
  return new Promise((resolve, reject) => {
    load.once('message', (answer: { error?: string }) =>
      answer.error === undefined ? resolve(answer) : reject(new Error(answer.error)),
    );
    load.send(what);
  });
}
