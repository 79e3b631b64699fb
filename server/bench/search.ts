import { join } from 'node:path';
import type { SearchPage } from '@candour/shared/search.js';
import { sqliteFind } from '../src/search/word-index.js';
import { termsOf } from '../src/search/search.rules.js';
import { corpusOf, copyOf } from './corpus/corpus.js';
import { agentEmail, leadEmail, LEADS } from './corpus/generate.js';
import { remove } from './corpus/ground.js';
import { kinds, queries, type Query } from './search/queries.js';
import { argument } from './support/arguments.js';
import { BareFile } from './support/bare-file.js';
import { Caller } from './support/caller.js';
import { DeskProcess, median } from './support/desk-process.js';

/*
 * npm run bench -- search [--conversations N]
 * 200 searches over a long history, through HTTP, by each of five leads (each search of each stands in the audit), in
 * turns with the bare full-text query on the same file and with a route that does nothing for somebody signed in.
 */

const CONVERSATIONS = argument('conversations', 1_000_000);
const QUERIES = 200;
/** The contract's page. */
const LIMIT = 20;
/** What must hold. */
const RATIO = 2;
const P95_MS = 200;

interface Times {
  readonly search: number[];
  readonly bare: number[];
  readonly nothing: number[];
}

const folder = await copyOf(await corpusOf(CONVERSATIONS));
const desk = new DeskProcess({ READING_RATE: '1000000' }, folder);
const callers: Caller[] = [];
let file: BareFile | undefined;
try {
  await desk.start();
  await desk.settled();
  file = await BareFile.open(join(folder, 'search.sqlite'));
  const all = queries(QUERIES);
  const signedIn = async (email: string): Promise<Caller> => {
    const caller = new Caller(desk.url, (await desk.linked(email)).cookie);
    callers.push(caller);
    return caller;
  };
  const times = new Map<Query, Times>(all.map((query) => [query, { search: [], bare: [], nothing: [] }]));
  let found = 0;
  for (let n = 1; n <= LEADS; n++) {
    const lead = await signedIn(leadEmail(n));
    for (const query of all) found += await measure(lead, query, times.get(query)!);
  }
  const agent = await signedIn(agentEmail);
  const own: number[] = [];
  for (const query of all) own.push((await agent.get(pathOf(query))).ms);
  console.log(`${all.length} searches by ${LEADS} leads, ${found} messages found; medians in milliseconds`);
  process.exitCode = report(times, own) ? 0 : 1;
} catch (error) {
  remove(folder);
  throw error;
} finally {
  for (const caller of callers) caller.close();
  await file?.close();
  await desk.end();
}

/** Answers how many it found. */
async function measure(lead: Caller, query: Query, times: Times): Promise<number> {
  const { sql, parameters } = sqliteFind(0, {
    terms: termsOf(query.q),
    before: Number.MAX_SAFE_INTEGER,
    after: 0,
    from: 0,
    to: Number.MAX_SAFE_INTEGER,
    limit: LIMIT + 1,
  });
  const bare = await file!.all(sql, parameters);
  const search = await lead.get(pathOf(query));
  const nothing = await lead.get('/api/session/standing');
  const { rows } = JSON.parse(search.body) as SearchPage;
  if (rows.length !== Math.min(LIMIT, bare.rows.length)) {
    throw new Error(`${query.q}: ${rows.length} rows, the bare query ${bare.rows.length}.`);
  }
  times.search.push(search.ms);
  times.bare.push(bare.ms);
  times.nothing.push(nothing.ms);
  return rows.length;
}

function pathOf({ q }: Query): string {
  return `/api/search?limit=${LIMIT}&q=${encodeURIComponent(q)}`;
}

function report(times: ReadonlyMap<Query, Times>, own: readonly number[]): boolean {
  const number = (value: number): string => value.toFixed(2).padStart(7);
  const of = (what: keyof Times, kind?: Query['kind']): number[] =>
    [...times].flatMap(([query, one]) => (kind === undefined || query.kind === kind ? one[what] : []));
  const at = (values: readonly number[], share: number): number =>
    [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0;
  for (const kind of kinds) {
    const [search, bare, nothing] = [of('search', kind), of('bare', kind), of('nothing', kind)];
    console.log(
      `${kind.padEnd(13)} search ${number(median(search))}  p95 ${number(at(search, 0.95))}  bare query ${number(median(bare))}` +
        `  nothing ${number(median(nothing))}  ratio ${number(median(search) / (median(bare) + median(nothing)))}`,
    );
  }
  console.log(`an agent, of their own: median ${number(median(own))}  p95 ${number(at(own, 0.95))}`);
  const ratio = median(of('search')) / (median(of('bare')) + median(of('nothing')));
  const p95 = Math.max(at(of('search'), 0.95), at(own, 0.95));
  console.log(`search-ratio ${ratio.toFixed(2)} (holds to ${RATIO})  p95 ${p95.toFixed(1)} ms (${P95_MS})`);
  return ratio <= RATIO && p95 <= P95_MS;
}
