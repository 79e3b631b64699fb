import { SystemClock } from '../core/clock.js';
import { readConfig } from '../core/config/config.js';
import { openDatabase } from '../core/database/open-database.js';
import { Events } from '../core/events.js';
import { DataKeyRow } from '../core/vault/data-key.entity.js';
import { readMasterKey } from '../core/vault/master-key.js';
import { Vault } from '../core/vault/vault.js';
import { SearchFeed } from '../conversations/search-feed.js';
import { driftOf } from '../search/drift.js';
import { Indexer } from '../search/indexer.js';
import { IndexStore } from '../search/index-store.js';
import { rebuild } from '../search/rebuild.js';
import { SearchSources } from '../search/search-sources.service.js';
import { keyStore, mainStore, searchStore } from '../stores.js';

/*
 * npm run search -- check     holds the search index against the log. Ends with 1 and what differs.
 * npm run search -- rebuild   builds it anew beside the one that answers, and puts it in its place.
 *
 * Both while the desk runs or while it does not.
 */
const [verb] = process.argv.slice(2);
if (verb !== 'check' && verb !== 'rebuild') {
  console.error('npm run search -- check | rebuild');
  process.exit(2);
}

/** Places of drift that are named. */
const NAMED = 20;
/** Between two lines of progress, in milliseconds. */
const LINE = 2000;

const config = readConfig();
const events = new Events();
const [main, keys, search] = [
  await openDatabase(config, mainStore, events),
  await openDatabase(config, keyStore, events),
  await openDatabase(config, searchStore, events),
];
try {
  const keysExist = await keys.read((em) => em.existsBy(DataKeyRow, {}));
  const vault = new Vault(keys, readMasterKey(config, keysExist), new SystemClock());
  const sources = new SearchSources();
  sources.register(new SearchFeed(main, vault, sources));
  const store = new IndexStore(search);
  if (verb === 'check') await check(store, sources);
  else await build(store, sources);
} finally {
  for (const database of [main, keys, search]) await database.close();
}

async function check(store: IndexStore, sources: SearchSources): Promise<void> {
  const drift = await driftOf(main, store, sources);
  if (!drift) {
    console.log('search: nothing was indexed yet');
    return;
  }
  const { compared, waiting, todos, differing, stray } = drift;
  console.log(`${compared} messages and notes compared, ${waiting} not indexed yet, ${todos} changes not applied yet`);
  for (const ordinal of differing.slice(0, NAMED)) console.log(`entry ${ordinal}: missing or different in the index`);
  for (const ordinal of stray.slice(0, NAMED)) console.log(`entry ${ordinal}: in the index, but not in the log`);
  const whole = differing.length + stray.length === 0;
  console.log(whole ? 'search: no drift' : `search: drift in ${differing.length + stray.length} entries`);
  process.exitCode = whole ? 0 : 1;
}

async function build(store: IndexStore, sources: SearchSources): Promise<void> {
  const [last] = await main.readLong((em) =>
    em.query<{ ordinal: number }[]>('SELECT coalesce(max(ordinal), 0) AS ordinal FROM entries'),
  );
  const end = Math.max(1, last?.ordinal ?? 0);
  let said = 0;
  await rebuild(store, new Indexer(main, store, sources), sources, ({ ordinal }) => {
    if (performance.now() - said < LINE) return;
    said = performance.now();
    console.log(`${Math.min(100, Math.floor((100 * ordinal) / end))} % of ${end} entries`);
  });
  console.log('search: built anew');
}
