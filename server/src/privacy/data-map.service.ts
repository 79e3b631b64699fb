import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityMetadata } from 'typeorm';
import { Database } from '../core/database/database.js';
import { KEY_DATABASE, SEARCH_DATABASE } from '../core/tokens.js';
import { PolicyService } from '../policy/policy.service.js';
import { gapsOf } from './completeness.js';
import { dataMap } from './data-map.js';
import { Keepers } from './keepers.js';

/** What the desk stores of people, as its keepers say it, against what its databases hold. */
@Injectable()
export class DataMapService implements OnModuleInit {
  private entities: readonly EntityMetadata[] = [];

  constructor(
    private readonly main: Database,
    @Inject(KEY_DATABASE) private readonly keys: Database,
    @Inject(SEARCH_DATABASE) private readonly search: Database,
    private readonly keepers: Keepers,
    private readonly policy: PolicyService,
  ) {}

  async onModuleInit(): Promise<void> {
    const stores = [this.main, this.keys, this.search].map((store) =>
      store.read((em) => Promise.resolve(em.connection.entityMetadatas)),
    );
    this.entities = (await Promise.all(stores)).flat();
  }

  /** Sentences about columns and classes that are not declared as they must be; none is right. */
  gaps(): string[] {
    return gapsOf(this.entities, this.keepers.all());
  }

  /** `docs/data-map.md` as it must read. */
  markdown(): string {
    return dataMap(this.keepers.all(), this.entities, {
      number: this.policy.current().number,
      periods: this.policy.periods('en'),
    });
  }
}
