import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { InboxAsk } from '@candour/shared/conversations.js';
import { corpusOf, copyOf } from './corpus/corpus.js';
import { testEnvironment } from '../src/core/config/testing-environment.js';
import type { Engine } from '../src/core/database/database.js';
import { ownDatabase } from '../test/faults/support/own-database.js';
import { agentEmail, generate, leadEmail } from './corpus/generate.js';
import { remove } from './corpus/ground.js';
import { bareSql, casesFor, LIMIT, type After, type Case } from './inbox/cases.js';
import { argument } from './support/arguments.js';
import { BareFile, type BareTable } from './support/bare-file.js';
import { BarePostgres } from './support/bare-postgres.js';
import { Caller } from './support/caller.js';
import { DeskProcess, median } from './support/desk-process.js';

/*
 * npm run bench -- inbox [--conversations N] [--rounds N] [--postgres N]
 * Pages of the inbox over a long history, through HTTP as somebody signed in; in the same rounds the same page as one
 * bare statement on the same file, a route that does nothing for somebody signed in, /health/live, and the same
 * pages over a short history. Then the same on PostgreSQL, where it is held to nothing.
 */

const CONVERSATIONS = argument('conversations', 1_000_000);
const SHORT = 10_000;
/** The corpus on PostgreSQL, at the most. */
const ON_POSTGRES = argument('postgres', 50_000);
const ROUNDS = argument('rounds', 40);
/** The page by keyset that is measured beside the first: this one, or the last full one where there are fewer. */
const DEEP = 50;
/** What must hold. */
const RATIO = 2;
const NOTHING = 3;
const GROWTH = 1.5;

type Page = { rows: { id: string }[]; next?: string };

/** A desk over a copy of a corpus, with its callers and its bare file. */
interface Place {
  readonly name: string;
  readonly engine: Engine;
  readonly desk: DeskProcess;
  readonly file: BareTable;
  readonly anybody: Caller;
  readonly readers: Readonly<Record<Case['reader'], Caller>>;
  readonly agentId: string;
}
type Measured = Map<Place, { readonly asked: readonly Asked[]; readonly times: Map<string, Times> }>;
/** One page of one case, as it is asked for. */
interface Asked {
  readonly case: Case;
  readonly page: number;
  readonly path: string;
  readonly after: After | undefined;
}
interface Times {
  readonly page: number[];
  readonly bare: number[];
  readonly nothing: number[];
  readonly live: number[];
}

const began = performance.now();
const holds = await onSqlite();
console.log(`SQLite took ${((performance.now() - began) / 1000).toFixed(0)} s`);
const { postgresUrl } = testEnvironment();
if (postgresUrl) await onPostgres(postgresUrl);
else console.log('PostgreSQL: none was started');
process.exitCode = holds ? 0 : 1;

async function onSqlite(): Promise<boolean> {
  const places: Place[] = [];
  try {
    for (const size of [CONVERSATIONS, SHORT]) {
      const folder = await copyOf(await corpusOf(size));
      const file = (): Promise<BareTable> => BareFile.open(join(folder, 'main.sqlite'));
      places.push(await open({ name: String(size), engine: 'sqlite', folder, environment: {}, file }));
    }
    return report(places as [Place, Place], await run(places));
  } finally {
    await end(places);
  }
}

/** Printed beside, held to nothing; shorter, so that the whole command keeps its time. */
async function onPostgres(server: string): Promise<void> {
  const size = Math.min(CONVERSATIONS, ON_POSTGRES);
  const own = await ownDatabase(server);
  const folder = mkdtempSync(join(tmpdir(), 'candour-corpus-'));
  const places: Place[] = [];
  try {
    const environment = { DATABASE_URL: own.url, MASTER_KEY: randomBytes(32).toString('base64') };
    await generate({ ...environment, DATA_DIR: folder }, size, () => undefined);
    const file = (): Promise<BareTable> => BarePostgres.open(own.url);
    places.push(await open({ name: `${size} on PostgreSQL`, engine: 'postgres', folder, environment, file }));
    console.log(`PostgreSQL: a corpus of ${size} conversations`);
    report(places as [Place], await run(places));
  } finally {
    await end(places);
    remove(folder);
    await own.drop();
  }
}

async function run(places: readonly Place[]): Promise<Measured> {
  console.log(`${ROUNDS} rounds; pages of ${LIMIT}; medians in milliseconds`);
  const measured: Measured = new Map();
  for (const place of places) measured.set(place, { asked: await pagesOf(place), times: new Map() });
  for (let round = -2; round < ROUNDS; round++) {
    for (const [place, { asked, times }] of measured) {
      for (const one of asked) await measure(place, one, times, round >= 0);
    }
  }
  return measured;
}

async function end(places: readonly Place[]): Promise<void> {
  for (const { desk, file, anybody, readers } of places) {
    for (const caller of [anybody, readers.agent, readers.lead]) caller.close();
    await file.close();
    await desk.end();
  }
}

interface Opening extends Pick<Place, 'name' | 'engine'> {
  readonly folder: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly file: () => Promise<BareTable>;
}

async function open({ name, engine, folder, environment, file }: Opening): Promise<Place> {
  const desk = new DeskProcess({ READING_RATE: '1000000', ...environment }, folder);
  try {
    await desk.start();
    await desk.settled();
    const [agent, lead] = [await desk.linked(agentEmail), await desk.linked(leadEmail())];
    const readers = { agent: new Caller(desk.url, agent.cookie), lead: new Caller(desk.url, lead.cookie) };
    const { staff } = JSON.parse((await readers.agent.get('/api/session')).body) as { staff: { id: string } };
    return { name, engine, desk, file: await file(), anybody: new Caller(desk.url), readers, agentId: staff.id };
  } catch (error) {
    await desk.end();
    remove(folder);
    throw error;
  }
}

/** The first page of each case and a deep one, found by going there. */
async function pagesOf(place: Place): Promise<Asked[]> {
  const asked: Asked[] = [];
  for (const one of casesFor(place.agentId)) {
    let at: { page: number; path: string; after: After | undefined } = { page: 1, path: pathOf(one), after: undefined };
    asked.push({ case: one, ...at });
    let deepest = at;
    while (at.page < DEEP) {
      const { rows, next } = JSON.parse((await place.readers[one.reader].get(at.path)).body) as Page;
      if (rows.length === LIMIT) deepest = at;
      if (next === undefined) break;
      at = { page: at.page + 1, path: pathOf(one, next), after: afterOf(next) };
      if (at.page === DEEP) deepest = at;
    }
    if (deepest.page > 1) asked.push({ case: one, ...deepest });
  }
  return asked;
}

function pathOf({ ask }: Case, cursor?: string): string {
  const all: Partial<InboxAsk> = { ...ask, limit: LIMIT, ...(cursor === undefined ? {} : { cursor }) };
  return `/api/conversations?${new URLSearchParams(Object.entries(all).map(([name, value]): [string, string] => [name, String(value)]))}`;
}

function afterOf(cursor: string): After {
  const dot = cursor.indexOf('.');
  return { at: Number(cursor.slice(0, dot)), id: cursor.slice(dot + 1) };
}

async function measure(place: Place, asked: Asked, all: Map<string, Times>, counts: boolean): Promise<void> {
  const reader = place.readers[asked.case.reader];
  const { sql, parameters } = bareSql(place.engine, asked.case, place.agentId, asked.after);
  const page = await reader.get(asked.path);
  const bare = await place.file.all<{ conversation: string }>(sql, parameters);
  const nothing = await reader.get('/api/session/standing');
  const live = await place.anybody.get('/health/live');
  if (!counts) {
    // What is compared must be the same page.
    const shown = (JSON.parse(page.body) as Page).rows.map(({ id }) => id);
    const found = bare.rows.slice(0, LIMIT).map(({ conversation }) => conversation);
    if (shown.length === 0 || shown.join() !== found.join()) {
      throw new Error(
        `${keyOf(asked)}: the page has other rows (${shown.length}) than the statement (${found.length}).`,
      );
    }
    return;
  }
  const times = all.get(keyOf(asked)) ?? { page: [], bare: [], nothing: [], live: [] };
  all.set(keyOf(asked), times);
  times.page.push(page.ms);
  times.bare.push(bare.ms);
  times.nothing.push(nothing.ms);
  times.live.push(live.ms);
}

function keyOf({ case: { reader, name }, page }: Asked): string {
  return `${reader} ${name} ${page === 1 ? 'first' : 'deep'}`;
}

/** Of one place, or of a long one beside a short one. */
function report([long, short]: readonly [Place, Place?], measured: Measured): boolean {
  const number = (value: number): string => value.toFixed(2).padStart(6);
  const of = (place: Place) => measured.get(place) ?? { asked: [], times: new Map<string, Times>() };
  const [ratios, growths]: [number[], number[]] = [[], []];
  for (const one of of(long).asked) {
    const times = of(long).times.get(keyOf(one))!;
    const [page, bare, nothing] = [median(times.page), median(times.bare), median(times.nothing)];
    const ratio = page / (nothing + bare);
    ratios.push(ratio);
    const before = short && of(short).times.get(keyOf(one));
    const other = before && median(before.page);
    if (other !== undefined) growths.push(page / other);
    const where = short && of(short).asked.find((shortOne) => keyOf(shortOne) === keyOf(one));
    console.log(
      `${one.case.reader.padEnd(5)} ${one.case.name.padEnd(13)} page ${String(one.page).padStart(2)} ${number(page)}` +
        `  bare SQL ${number(bare)}  nothing ${number(nothing)}  ratio ${number(ratio)}` +
        (other === undefined || !where ? '' : `  of ${SHORT} page ${String(where.page).padStart(2)} ${number(other)}`),
    );
  }
  const all = (place: Place, what: keyof Times): number =>
    median([...of(place).times.values()].flatMap((times) => times[what]));
  const ratio = all(long, 'page') / (all(long, 'nothing') + all(long, 'bare'));
  const nothing = all(long, 'nothing') / all(long, 'live');
  const growth = short && all(long, 'page') / all(short, 'page');
  console.log(
    `all pages: median ${number(all(long, 'page'))} of ${long.name}` +
      (short ? `, ${number(all(short, 'page'))} of ${short.name}` : '') +
      `; bare SQL ${number(all(long, 'bare'))}  nothing ${number(all(long, 'nothing'))}  /health/live ${number(all(long, 'live'))}`,
  );
  console.log(`worst page: ratio ${number(Math.max(...ratios))}, growth ${number(Math.max(0, ...growths))}`);
  console.log(
    `inbox-page-ratio ${ratio.toFixed(2)} (holds to ${RATIO})  nothing / health ${nothing.toFixed(2)} (${NOTHING})` +
      (growth === undefined ? '' : `  growth ${growth.toFixed(2)} (${GROWTH})`),
  );
  return ratio <= RATIO && nothing <= NOTHING && (growth ?? 0) <= GROWTH;
}
