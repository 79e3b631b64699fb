import { Global, Module } from '@nestjs/common';
import { Indexer } from './indexer.js';
import { IndexerLoop } from './indexer.loop.js';
import { IndexStore } from './index-store.js';
import { SearchController } from './search.controller.js';
import { SearchKeeper } from './search.keeper.js';
import { SearchService } from './search.service.js';
import { SearchSources } from './search-sources.service.js';
import { SearchTodos } from './search-todos.service.js';

/** Words in the whole history: fed by the log that registers as its source. */
@Global()
@Module({
  controllers: [SearchController],
  providers: [Indexer, IndexerLoop, IndexStore, SearchKeeper, SearchService, SearchSources, SearchTodos],
  exports: [SearchSources, SearchTodos],
})
export class SearchModule {}
