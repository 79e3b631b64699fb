import { Global, Inject, Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { CONFIG, type Config } from './config/config.js';
import { Clock, SystemClock } from './clock.js';
import { Database } from './database/database.js';
import { openDatabase } from './database/open-database.js';
import type { Store } from './database/store.js';
import { Events } from './events.js';
import { HealthController } from './health.controller.js';
import { Limiter } from './http/limiter.js';
import { OwnOriginsController } from './http/own-origins.controller.js';
import { KEY_DATABASE, SEARCH_DATABASE } from './tokens.js';
import { DataKeyRow } from './vault/data-key.entity.js';
import { readMasterKey } from './vault/master-key.js';
import { Vault } from './vault/vault.js';

export interface CoreOptions {
  readonly config: Config;
  readonly main: Store;
  readonly keys: Store;
  readonly search: Store;
  readonly clock?: Clock;
}

/** The index is written behind the log, in paced batches: it needs few pages in memory. */
const SEARCH_CACHE_KIB = 16_384;

/** What every feature stands on. Closes the databases last, after the sockets and the HTTP server. */
@Global()
@Module({})
export class CoreModule implements OnApplicationShutdown {
  constructor(
    @Inject(Database) private readonly main: Database,
    @Inject(KEY_DATABASE) private readonly keys: Database,
    @Inject(SEARCH_DATABASE) private readonly search: Database,
  ) {}

  static with({ config, main, keys, search, clock = new SystemClock() }: CoreOptions): DynamicModule {
    return {
      module: CoreModule,
      controllers: [HealthController, OwnOriginsController],
      providers: [
        Events,
        Limiter,
        { provide: CONFIG, useValue: config },
        { provide: Clock, useValue: clock },
        { provide: Database, inject: [Events], useFactory: (events: Events) => openDatabase(config, main, events) },
        { provide: KEY_DATABASE, inject: [Events], useFactory: (events: Events) => openDatabase(config, keys, events) },
        {
          provide: SEARCH_DATABASE,
          inject: [Events],
          useFactory: (events: Events) => openDatabase(config, search, events, SEARCH_CACHE_KIB),
        },
        {
          provide: Vault,
          inject: [KEY_DATABASE],
          useFactory: async (store: Database) => {
            const keysExist = await store.read((em) => em.existsBy(DataKeyRow, {}));
            return new Vault(store, readMasterKey(config, keysExist), clock);
          },
        },
      ],
      exports: [Events, Limiter, CONFIG, Clock, Database, KEY_DATABASE, SEARCH_DATABASE, Vault],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.main.close();
    await this.keys.close();
    await this.search.close();
  }
}
