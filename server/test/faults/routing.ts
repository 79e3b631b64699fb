import { randomBytes } from 'node:crypto';
import type { Entries } from '@candour/shared/conversations.js';
import type { Routing, RoutingRules } from '@candour/shared/routing.js';
import type { Skills } from '@candour/shared/staff.js';
import type { Language, Topic } from '@candour/shared/words.js';
import { argument } from '../../bench/support/arguments.js';
import { DeskProcess, type SignedIn } from '../../bench/support/desk-process.js';
import { testEnvironment } from '../../src/core/config/testing-environment.js';
import { ownDatabase } from './support/own-database.js';
import { Agent } from './support/routing-agent.js';
import { beginAtOnce, type Chat } from './support/routing-chats.js';
import { judge } from './support/routing-judge.js';

/*
 * npm run faults -- routing [--chats N] [--agents N]
 * A thousand customers come at once to fifty agents of different languages, topics and capacities, who take, refuse
 * and miss what they are offered while some take chats by hand. First nobody resolves anything: then everybody who
 * fits a waiting chat must be full. Then they work until nobody waits. From the logs: no chat had two agents, nobody
 * ever had more than they can. On SQLite, and on PostgreSQL with two nodes.
 */

const CHATS = argument('chats', 1000);
const AGENTS = argument('agents', 50);
const PATIENCE_MS = 300_000;

const rates = { MESSAGE_RATE: '1000000', READING_RATE: '1000000' };

/** In turns: half speak English alone, and of them every other only some topics. */
const kinds: readonly { skills: Skills; capacity: number }[] = [
  { skills: { topics: [], languages: ['en'] }, capacity: 3 },
  { skills: { topics: ['orders', 'delivery'], languages: ['en'] }, capacity: 2 },
  { skills: { topics: [], languages: ['de', 'en'] }, capacity: 3 },
  { skills: { topics: ['orders', 'delivery', 'payment'], languages: ['fr', 'en'] }, capacity: 4 },
  { skills: { topics: [], languages: ['es', 'de'] }, capacity: 3 },
];
const languages: readonly Language[] = ['en', 'en', 'en', 'de', 'en', 'fr', 'en', 'es', 'de', 'en'];
const topics: readonly Topic[] = ['orders', 'delivery', 'payment'];

const asked: readonly Chat[] = Array.from({ length: CHATS }, (_, i) => ({
  language: languages[i % languages.length]!,
  topic: topics[Math.floor(i / languages.length) % topics.length]!,
}));

const held = [await run('sqlite', [new DeskProcess(rates)])];
const { postgresUrl, redisUrl } = testEnvironment();
if (postgresUrl) {
  const own = await ownDatabase(postgresUrl);
  const shared = {
    ...rates,
    DATABASE_URL: own.url,
    MASTER_KEY: randomBytes(32).toString('base64'),
    ...(redisUrl ? { REDIS_URL: redisUrl } : {}),
  };
  try {
    held.push(await run('postgres, two nodes', [new DeskProcess(shared), new DeskProcess(shared)]));
  } finally {
    await own.drop();
  }
}
const holds = held.every(Boolean);
console.log(
  `faults-routing ${holds ? 'holds' : 'fails'} ${CHATS} chats, ${AGENTS} agents, ${held.length} of 2 engines`,
);
process.exitCode = holds ? 0 : 1;

async function run(name: string, nodes: readonly DeskProcess[]): Promise<boolean> {
  const [first] = nodes;
  if (!first) throw new Error('A desk has a node.');
  const agents: Agent[] = [];
  try {
    // One after the other: the first makes the tables and the first sign-in.
    for (const node of nodes) await node.start();
    const { email, password } = first.firstSignIn();
    const admin = await first.signIn(email, password);
    await setRules(first, admin);
    for (let i = 0; i < AGENTS; i++) agents.push(await agent(first, nodes[i % nodes.length]!, admin, i));
    await Promise.all(agents.map((one) => one.begin()));

    const began = performance.now();
    const ids = await beginAtOnce(nodes, asked);
    await until(name, async () => (await left(first, admin, agents, ids)).free === 0);
    const full = await left(first, admin, agents, ids);
    const saturated = performance.now();
    const has = agents.reduce((sum, one) => sum + one.has.size, 0);
    console.log(
      `${name}: all began and everybody was full after ${seconds(saturated - began)} s: ` +
        `${has} chats with agents, ${full.waiting} waiting, ${full.free} free who fit one`,
    );

    const grabbing = setInterval(() => void grab(agents, ids), 100);
    for (const one of agents) {
      one.manners = { handling: () => 50 + Math.random() * 250, answer: mixed };
      await one.resolveAll();
    }
    await until(name, async () => (await left(first, admin, agents, ids)).waiting === 0);
    clearInterval(grabbing);
    await until(name, () => Promise.resolve(agents.every((one) => one.has.size === 0)));
    const ended = performance.now();

    const supervisor = await first.staff(admin, 'supervisor', 'faults.supervisor@example.com');
    const logs = await each(ids, (id) => entriesOf(first, supervisor, id));
    const verdict = judge(logs, new Map(agents.map((one) => [one.id, one.capacity])));
    const sum = (of: (one: Agent) => number): number => agents.reduce((all, one) => all + of(one), 0);
    const untaken = logs.filter((log) => !log.some(({ fact }) => fact?.code === 'taken')).length;
    console.log(
      `${name}: ${ids.length} chats, taken ${verdict.taken} times, ${sum((one) => one.accepted)} by offer, refused ${sum((one) => one.refused)}, ` +
        `missed ${sum((one) => one.missed)}, too late ${tooLate(agents)}, went back ${sum((one) => one.lost)}, nobody waited after ${seconds(ended - saturated)} s`,
    );
    console.log(
      `${name}: assigned twice ${verdict.twice}, over capacity ${verdict.over}, left while someone fitting was free ${full.free}, never taken ${untaken}`,
    );
    return verdict.twice + verdict.over + full.free + untaken === 0 && has > 0;
  } finally {
    for (const one of agents) one.end();
    for (const node of [...nodes].reverse()) await node.end();
  }
}

/** How many, and for which reasons. */
function tooLate(agents: readonly Agent[]): string {
  const counts = new Map<string, number>();
  for (const one of agents) for (const [code, n] of one.tooLate) counts.set(code, (counts.get(code) ?? 0) + n);
  const all = [...counts.values()].reduce((sum, n) => sum + n, 0);
  return all === 0 ? '0' : `${all} (${[...counts].map(([code, n]) => `${code} ${n}`).join(', ')})`;
}

function mixed(): 'accept' | 'refuse' | 'miss' {
  const dice = Math.random();
  if (dice < 0.92) return 'accept';
  return dice < 0.98 ? 'refuse' : 'miss';
}

async function setRules(desk: DeskProcess, admin: SignedIn): Promise<void> {
  const { rules } = (await get(desk, admin, '/api/routing')) as Routing;
  const strict: RoutingRules = {
    ...rules,
    offerMs: 10_000,
    wrapUpMs: 0,
    fits: [{ afterMs: 0, by: ['team', 'topic', 'language'] }],
  };
  await put(desk, admin, '/api/routing/rules', strict);
}

async function agent(first: DeskProcess, desk: DeskProcess, admin: SignedIn, i: number): Promise<Agent> {
  const { skills, capacity } = kinds[i % kinds.length]!;
  const email = `faults.agent${i}@example.com`;
  const ask = { name: `Agent ${i}`, email, role: 'agent', skills };
  const { id } = (await first.post(admin, '/api/staff', ask)) as { id: string };
  await put(first, admin, `/api/routing/people/${id}/capacity`, { capacity });
  const link = (await first.post(admin, `/api/staff/${id}/link`, {})) as { url: string };
  const me = await desk.byLink(link.url.slice(link.url.indexOf('#') + 1));
  return new Agent(desk, me, id, skills, capacity, { handling: () => undefined, answer: () => 'accept' });
}

/** Who has room and fits one that waits, and how many wait. */
async function left(
  desk: DeskProcess,
  admin: SignedIn,
  agents: readonly Agent[],
  ids: readonly string[],
): Promise<{ waiting: number; free: number }> {
  const { people } = (await get(desk, admin, '/api/routing')) as Routing;
  const loads = new Map(people.map(({ id, load }) => [id, load]));
  const taken = new Set(agents.flatMap((one) => [...one.has, ...one.done]));
  const waiting = ids.flatMap((id, i) => (taken.has(id) ? [] : [asked[i]!]));
  const kindsWaiting = [...new Set(waiting.map(({ language, topic }) => `${language} ${topic}`))];
  const free = agents.filter(({ id, skills, capacity }) => {
    if ((loads.get(id) ?? 0) >= capacity) return false;
    return kindsWaiting.some((kind) => {
      const [language, topic] = kind.split(' ') as [Language, Topic];
      return skills.languages.includes(language) && (skills.topics.length === 0 || skills.topics.includes(topic));
    });
  });
  return { waiting: waiting.length, free: free.length };
}

/** Some take what they see in the queue, past the routing. */
async function grab(agents: readonly Agent[], ids: readonly string[]): Promise<void> {
  const who = agents[Math.floor(Math.random() * agents.length)];
  const id = ids[Math.floor(Math.random() * ids.length)];
  if (who && id) await who.grab(id);
}

async function entriesOf(desk: DeskProcess, who: SignedIn, id: string): Promise<Entries['entries']> {
  return ((await get(desk, who, `/api/conversations/${id}/entries?since=0&limit=200`)) as Entries).entries;
}

/** A few at a time. */
async function each<T, R>(all: readonly T[], work: (one: T) => Promise<R>): Promise<R[]> {
  const done: R[] = [];
  for (let i = 0; i < all.length; i += 20) done.push(...(await Promise.all(all.slice(i, i + 20).map(work))));
  return done;
}

async function get(desk: DeskProcess, { cookie }: SignedIn, path: string): Promise<unknown> {
  const response = await fetch(desk.url + path, { headers: { cookie } });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return response.json();
}

async function put(desk: DeskProcess, who: SignedIn, path: string, body: object): Promise<void> {
  const response = await fetch(desk.url + path, {
    method: 'PUT',
    headers: { 'content-type': 'application/json', origin: desk.url, cookie: who.cookie, 'x-csrf-token': who.csrf },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
}

/** Looks until something holds. */
async function until(name: string, holds: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS;
  while (!(await holds())) {
    if (performance.now() > deadline) throw new Error(`${name}: it did not come to hold in ${PATIENCE_MS / 1000} s.`);
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(1);
}
