import { join } from 'node:path';
import type { InboxAsk } from '@candour/shared/conversations.js';
import { corpusOf, copyOf } from './corpus/corpus.js';
import { agentEmail, leadEmail } from './corpus/generate.js';
import { remove } from './corpus/ground.js';
import { bareSql, casesFor, LIMIT, type After, type Case } from './inbox/cases.js';
import { argument } from './support/arguments.js';
import { BareFile } from './support/bare-file.js';
import { Caller } from './support/caller.js';
import { DeskProcess, median } from './support/desk-process.js';

/*
 * npm run bench -- inbox [--conversations N] [--rounds N]
 * Pages of the inbox over a long history, through HTTP as somebody signed in; in the same rounds the same page as one
 * bare statement on the same file, a route that does nothing for somebody signed in, /health/live, and the same
 * pages over a short history.
 */

const CONVERSATIONS = argument('conversations', 1_000_000);
const SHORT = 10_000;
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
  readonly desk: DeskProcess;
  readonly file: BareFile;
  readonly anybody: Caller;
  readonly readers: Readonly<Record<Case['reader'], Caller>>;
  readonly agentId: string;
}
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

const places: Place[] = [];
try {
  for (const size of [CONVERSATIONS, SHORT]) places.push(await open(size));
  console.log(`${ROUNDS} rounds; pages of ${LIMIT}; medians in milliseconds`);
  const measured = new Map<Place, Map<string, Times>>();
  const asked = new Map<Place, Asked[]>();
  for (const place of places) {
    asked.set(place, await pagesOf(place));
    measured.set(place, new Map());
  }
  for (let round = -2; round < ROUNDS; round++) {
    for (const place of places) {
      for (const one of asked.get(place)!) await measure(place, one, measured.get(place)!, round >= 0);
    }
  }
  process.exitCode = report(measured, asked) ? 0 : 1;
} finally {
  for (const { desk, file, anybody, readers } of places) {
    for (const caller of [anybody, readers.agent, readers.lead]) caller.close();
    await file.close();
    await desk.end();
  }
}

async function open(size: number): Promise<Place> {
  const folder = await copyOf(await corpusOf(size));
  const desk = new DeskProcess({ READING_RATE: '1000000' }, folder);
  try {
    await desk.start();
    await desk.settled();
    const [agent, lead] = [await desk.linked(agentEmail), await desk.linked(leadEmail())];
    const readers = { agent: new Caller(desk.url, agent.cookie), lead: new Caller(desk.url, lead.cookie) };
    const { staff } = JSON.parse((await readers.agent.get('/api/session')).body) as { staff: { id: string } };
    const file = await BareFile.open(join(folder, 'main.sqlite'));
    return { name: String(size), desk, file, anybody: new Caller(desk.url), readers, agentId: staff.id };
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
  const { sql, parameters } = bareSql(asked.case, place.agentId, asked.after);
  const page = await reader.get(asked.path);
  const bare = await place.file.all<{ id: string }>(sql, parameters);
  const nothing = await reader.get('/api/session/standing');
  const live = await place.anybody.get('/health/live');
  if (!counts) {
    // What is compared must be the same page.
    const rows = (JSON.parse(page.body) as Page).rows.length;
    if (rows !== Math.min(LIMIT, bare.rows.length) || rows === 0) {
      throw new Error(`${keyOf(asked)}: the page has ${rows} rows, the statement ${bare.rows.length}.`);
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

function report(measured: ReadonlyMap<Place, ReadonlyMap<string, Times>>, asked: ReadonlyMap<Place, Asked[]>): boolean {
  const [long, short] = places as [Place, Place];
  const number = (value: number): string => value.toFixed(2).padStart(6);
  const [ratios, growths]: [number[], number[]] = [[], []];
  for (const one of asked.get(long)!) {
    const times = measured.get(long)!.get(keyOf(one))!;
    const [page, bare, nothing] = [median(times.page), median(times.bare), median(times.nothing)];
    const ratio = page / (nothing + bare);
    ratios.push(ratio);
    const before = measured.get(short)!.get(keyOf(one));
    const other = before && median(before.page);
    if (other !== undefined) growths.push(page / other);
    const where = asked.get(short)!.find((shortOne) => keyOf(shortOne) === keyOf(one));
    console.log(
      `${one.case.reader.padEnd(5)} ${one.case.name.padEnd(13)} page ${String(one.page).padStart(2)} ${number(page)}` +
        `  bare SQL ${number(bare)}  nothing ${number(nothing)}  ratio ${number(ratio)}` +
        (other === undefined || !where ? '' : `  of ${SHORT} page ${String(where.page).padStart(2)} ${number(other)}`),
    );
  }
  const all = (place: Place, what: keyof Times): number =>
    median([...measured.get(place)!.values()].flatMap((times) => times[what]));
  const ratio = all(long, 'page') / (all(long, 'nothing') + all(long, 'bare'));
  const nothing = all(long, 'nothing') / all(long, 'live');
  const growth = all(long, 'page') / all(short, 'page');
  console.log(
    `all pages: median ${number(all(long, 'page'))} of ${long.name}, ${number(all(short, 'page'))} of ${short.name}; /health/live ${number(all(long, 'live'))}`,
  );
  console.log(`worst page: ratio ${number(Math.max(...ratios))}, growth ${number(Math.max(...growths))}`);
  console.log(
    `inbox-page-ratio ${ratio.toFixed(2)} (holds to ${RATIO})  nothing / health ${nothing.toFixed(2)} (${NOTHING})  growth ${growth.toFixed(2)} (${GROWTH})`,
  );
  return ratio <= RATIO && nothing <= NOTHING && growth <= GROWTH;
}
