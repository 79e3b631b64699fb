import { expect, test } from '@playwright/test';
import type { BrowserContextOptions } from '@playwright/test';
import { Desk } from '../desk.ts';
import { freePort } from '../free-port.ts';
import { firstSignIn } from '../people.ts';
import type { Done, Side } from './faulty-line.ts';
import { FaultyLine } from './faulty-line.ts';
import type { Ground } from './pair.ts';
import { Pair, urlOf } from './pair.ts';
import type { Fault } from './round.ts';
import { faults, lineFaults, Round } from './round.ts';

/*
 * npm run faults -- network [--rounds N] [--pairs N]
 * The widget and the console in real browsers, over a line that fails. Several pairs of a customer and an agent talk
 * at once, a conversation each. In a wave a fault strikes every pair while both write: each its own on its own line,
 * or all of them one restart of the server they share. A pair in a wave is a round: its fault must be seen to have
 * struck it, and then both of its screens must read as the server's log does, word for word and in its order.
 */

const ROUNDS = Number(process.env['ROUNDS'] ?? 500);
const PAIRS = Math.min(Number(process.env['PAIRS'] ?? 10), ROUNDS);
/** So that a conversation stays within what the chat shows without asking for earlier entries. */
const WAVES_OF_ONE_CHAT = 12;
/** A server that is broken is not asked for hours. */
const FAILURES_MAX = 20;

const sides: readonly Side[] = ['customer', 'agent'];

interface Tally {
  readonly struck: Map<Fault, number>;
  readonly failures: string[];
  equal: number;
  restarts: number;
}

test(`${ROUNDS} rounds`, async ({ browser }) => {
  const port = await freePort();
  const line = await FaultyLine.open(port);
  const desk = await Desk.open({ PORT: String(port), PUBLIC_URL: urlOf(line), MESSAGE_RATE: '1000000' });
  const newContext = (options: BrowserContextOptions) => browser.newContext(options);
  const pairs: Pair[] = [];
  const tally: Tally = { struck: new Map(), failures: [], equal: 0, restarts: 0 };
  try {
    for (const [i, link] of (await links({ line, port, newContext }, desk.said)).entries()) {
      pairs.push(await Pair.open(i, { line, port, newContext }, link));
    }
    const began = performance.now();
    let done = 0;
    for (let wave = 0; done < ROUNDS && tally.failures.length < FAILURES_MAX; wave++) {
      const some = pairs.slice(0, ROUNDS - done);
      if (wave % WAVES_OF_ONE_CHAT === 0) await Promise.all(some.map((pair) => pair.newChat(wave)));
      const rounds = some.map((pair, i) => new Round(pair, faultOf(wave, i), sideOf(wave, i), done + i));
      await strike(rounds, { line, desk }, wave, tally);
      done += rounds.length;
      if (wave % 5 === 4) console.log(`${done} rounds of ${ROUNDS}, equal in ${tally.equal}, ${seconds(began)} s`);
    }
    report(line, pairs, tally);
    expect(tally.failures, tally.failures.join('\n')).toEqual([]);
    expect(tally.equal).toBe(ROUNDS);
  } finally {
    for (const pair of pairs) await pair.close();
    await line.close();
    await desk.close();
  }
});

/** Every fifth wave is a restart, of all; in the others each pair has another fault than its neighbour. */
function faultOf(wave: number, pair: number): Fault {
  return wave % faults.length === 4 ? 'restart' : lineFaults[(wave + pair) % lineFaults.length]!;
}

const sideOf = (wave: number, pair: number): Side => sides[(Math.floor(wave / faults.length) + pair) % 2]!;

interface Ends {
  readonly line: FaultyLine;
  readonly desk: Desk;
}

async function strike(rounds: readonly Round[], { line, desk }: Ends, wave: number, tally: Tally): Promise<void> {
  const verdicts =
    rounds[0]?.fault === 'restart' ? await restart(rounds, line, desk, tally.restarts++) : await strikeLines(rounds);
  for (const [i, verdict] of verdicts.entries()) {
    const { fault, pair } = rounds[i]!;
    tally.struck.set(fault, (tally.struck.get(fault) ?? 0) + 1);
    if (verdict.status === 'fulfilled') tally.equal++;
    else {
      const why = String((verdict.reason as Error).message).replaceAll('\n', ' ');
      tally.failures.push(`wave ${wave}, pair ${pair.number}, ${fault}: ${why}`);
      console.log(tally.failures.at(-1));
      await pair.picture(`${test.info().outputDir}/wave-${wave}-pair-${pair.number}`);
      // What went wrong once is counted once.
      await pair.newChat(wave);
    }
  }
}

const strikeLines = (rounds: readonly Round[]) => Promise.allSettled(rounds.map((round) => round.strikeLine()));

/**
 * The server goes with a message of everybody on its way, and comes back to what was written while it was gone: by a
 * power cut as soon as the first is answered, and by a request in turns.
 */
async function restart(rounds: readonly Round[], line: FaultyLine, desk: Desk, nth: number) {
  line.hold();
  await Promise.all(rounds.map((round) => round.bothSpeak()));
  await expect.poll(() => line.holding).toBeGreaterThanOrEqual(2 * rounds.length);
  const answered = line.answered();
  line.letGo();
  if (nth % 2 === 0) await answered.then(() => desk.stop('SIGKILL'));
  else await desk.stop('SIGTERM');
  const written = rounds.map((round) => round.speakAgain());
  await Promise.allSettled(written);
  await desk.start();
  return Promise.allSettled(
    rounds.map(async (round, i) => {
      await written[i];
      await round.settle();
    }),
  );
}

const seconds = (began: number): string => ((performance.now() - began) / 1000).toFixed(0);

function report(line: FaultyLine, pairs: readonly Pair[], { struck, equal, restarts }: Tally): void {
  const rounds = [...struck.values()].reduce((sum, n) => sum + n, 0);
  const sum = (what: keyof Done): number =>
    pairs.flatMap((pair) => sides.map((side) => line.doneTo(pair.clientOf(side))[what])).reduce((all, n) => all + n, 0);
  console.log(
    `${rounds} rounds of ${pairs.length} pairs at once (${[...struck].map(([fault, n]) => `${fault} ${n}`).join(', ')}; ` +
      `${restarts} restarts of the server, each a round of every pair)`,
  );
  console.log(
    `lines cut between message and answer ${sum('cut')}, packets swallowed ${sum('swallowed')}, messages doubled ` +
      `${sum('doubled')}, connections refused ${sum('refused')}, lines lost by restarts ${sum('dropped')} with ` +
      `${sum('inFlight')} messages in flight`,
  );
  console.log(`both clients' transcripts hash equal to the server's in ${equal} of ${rounds} rounds`);
}

/** One-time sign-ins of an agent for each pair. */
async function links({ line, port }: Ground, said: string): Promise<string[]> {
  const origin = urlOf(line);
  const post = async (path: string, body: object, headers: Record<string, string> = {}): Promise<Response> => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin, ...headers },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer;
  };
  const signedIn = await post('/api/session', firstSignIn(said, 'admin'));
  const { csrf } = (await signedIn.json()) as { csrf: string };
  const headers = { cookie: signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? '', 'x-csrf-token': csrf };
  const all: string[] = [];
  for (let i = 0; i < PAIRS; i++) {
    const skills = { topics: [], languages: ['en'] };
    const ask = { name: `Agent ${i}`, email: `faults.agent${i}@example.com`, role: 'agent', skills };
    const { id } = (await (await post('/api/staff', ask, headers)).json()) as { id: string };
    const { url } = (await (await post(`/api/staff/${id}/link`, {}, headers)).json()) as { url: string };
    all.push(url.slice(url.indexOf('#') + 1));
  }
  return all;
}
