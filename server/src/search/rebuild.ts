import { Indexer } from './indexer.js';
import type { IndexStore } from './index-store.js';
import type { GenerationNumber } from './passage.entity.js';
import type { SearchSources } from './search-sources.service.js';

/**
 * Builds the index anew beside the one that answers, and puts it in its place. The desk may run meanwhile: its indexer
 * goes on with the old one, and applies to both what changes.
 */
export async function rebuild(
  store: IndexStore,
  indexer: Indexer,
  sources: SearchSources,
  progress: (place: { ordinal: number }) => void,
): Promise<void> {
  const standing = await store.generations();
  const live = standing.find(({ state }) => state === 'live');
  const generation: GenerationNumber = live?.generation === 0 ? 1 : 0;
  await store.clear(generation);
  await store.open(generation, 'next', await sources.log().start());
  for (;;) {
    const next = (await store.generations()).find(({ state }) => state === 'next');
    if (!next) throw new Error('Another rebuild took this one away.');
    const atEnd = await indexer.follow(next);
    progress(next);
    if (atEnd) break;
  }
  await store.swap();
  if (live) await store.clear(live.generation);
}
