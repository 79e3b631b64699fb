import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Database } from '../core/database/database.js';
import { Events } from '../core/events.js';
import { Vault } from '../core/vault/vault.js';
import { KeyMove } from './customer.entity.js';
import { CustomerMerged } from './customers.events.js';

/** Most moves in one pass. */
const PASS = 500;

/** Lets the keys follow where customers became one, or two again: the key store is written after the commit. */
@Injectable()
export class KeyMoves implements OnApplicationBootstrap {
  private moving: Promise<void> = Promise.resolve();

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Vault) private readonly vault: Vault,
    @Inject(Events) events: Events,
  ) {
    events.on(CustomerMerged, () => this.move());
  }

  /** Merges that a crash cut off are finished. */
  async onApplicationBootstrap(): Promise<void> {
    await this.move();
  }

  /** One after the other, for what was lent may have been given back since. Safe to run twice. */
  private move(): Promise<void> {
    this.moving = this.moving.then(
      () => this.all(),
      () => this.all(),
    );
    return this.moving;
  }

  private async all(): Promise<void> {
    const moves = await this.database.read((em) =>
      em.find(KeyMove, { order: { createdAt: 'ASC', id: 'ASC' }, take: PASS }),
    );
    for (const { id, fromOwner, toOwner, kind, madeFor } of moves) {
      if (kind === 'given') await this.vault.reassign(fromOwner, toOwner);
      else if (kind === 'lent') await this.vault.lend(fromOwner, toOwner);
      else await this.vault.giveBack(toOwner, fromOwner, madeFor ?? []);
      await this.database.write((tx) => tx.em.delete(KeyMove, { id }));
    }
  }
}
