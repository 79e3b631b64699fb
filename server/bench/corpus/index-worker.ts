import { parentPort, workerData } from 'node:worker_threads';
import { readConfig } from '../../src/core/config/config.js';
import { daysOf } from '../../src/search/index-store.js';
import { Passage, SearchDay, SearchGeneration } from '../../src/search/passage.entity.js';
import { wordsOf } from '../../src/search/search.rules.js';
import { wordIndexes } from '../../src/search/word-index.js';
import { searchStore } from '../../src/stores.js';
import { Bulk } from './bulk.js';
import { Ground } from './ground.js';

/** A message as it goes to the thread that fills the index. */
export interface Told {
  readonly ordinal: number;
  readonly conversationId: string;
  readonly seq: number;
  readonly storedAt: number;
  readonly text: string;
}
/** Messages, or the end: how many entries the log has. */
export type Handed = { readonly messages: readonly Told[] } | { readonly end: number };

/** Batches that are committed together: each commit makes the index begin another of its segments. */
const TOGETHER = 20;
/** Bytes of words that FTS5 gathers before it writes them, while the index is filled and afterwards (its default). */
const GATHERED = { filling: 64 * 1024 * 1024, afterwards: 1024 * 1024 };

const port = parentPort;
if (!port) throw new Error('This is the program of a thread.');
const ground = await Ground.open(readConfig(workerData as Record<string, string>), searchStore);
const words = wordIndexes[ground.engine];
const passages = new Bulk<Passage>(ground.source, Passage, ground.engine);
const days = new Map<number, { first: number; last: number }>();
let open = 0;
await gather(GATHERED.filling);

let work = Promise.resolve();
port.on('message', (handed: Handed) => {
  work = work.then(() => ('end' in handed ? end(handed.end) : write(handed.messages))).then(() => port.postMessage(0));
});

async function write(messages: readonly Told[]): Promise<void> {
  if (open === 0) await ground.run('BEGIN');
  for (const [day, { first, last }] of daysOf(messages)) {
    const known = days.get(day) ?? { first, last };
    days.set(day, { first: Math.min(known.first, first), last: Math.max(known.last, last) });
  }
  for (const { ordinal, conversationId, seq, storedAt } of messages) {
    passages.add({ generation: 0, ordinal, conversationId, seq, storedAt, staffOnly: false });
  }
  const rows = messages.map(({ ordinal, text }) => ({ ordinal, words: wordsOf(text).map(({ word }) => word) }));
  await passages.take()();
  await words.put(ground.source.manager, 0, rows);
  if (++open === TOGETHER) await commit();
}

async function end(ordinal: number): Promise<void> {
  if (open > 0) await commit();
  const { manager } = ground.source;
  await manager.insert(
    SearchDay,
    [...days].map(([day, reach]) => ({ generation: 0 as const, day, ...reach })),
  );
  const floor = ground.engine === 'sqlite' ? Number.MAX_SAFE_INTEGER : 0;
  await manager.insert(SearchGeneration, { generation: 0, state: 'live', floor, txid: 0, ordinal, applied: 0 });
  await gather(GATHERED.afterwards);
  await ground.close();
  // Nothing more is read: the thread ends.
  setImmediate(() => port?.close());
}

async function commit(): Promise<void> {
  await ground.run('COMMIT');
  open = 0;
}

async function gather(bytes: number): Promise<void> {
  if (ground.engine !== 'sqlite') return;
  await ground.run(` INSERT INTO passage_words_0 (passage_words_0, rank) VALUES ('hashsize', ${bytes})`);
}
