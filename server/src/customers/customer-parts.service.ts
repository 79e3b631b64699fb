import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Tx } from '../core/database/database.js';

/** What a feature that keeps records of customers does for them. */
export interface CustomerPart {
  /** Gives the feature's rows of `from` to `to`, in the unit of the merge. */
  merge(tx: Tx, from: string, to: string): Promise<void>;
  /** Which of these customers the feature still has records of; they are not removed before. */
  uses(em: EntityManager, customerIds: readonly string[]): Promise<readonly string[]>;
}

/** Features register here when their module starts, so that customers imports none of them. */
@Injectable()
export class CustomerParts {
  private readonly parts: CustomerPart[] = [];
  private readonly hangers: ((tx: Tx, customerIds: readonly string[]) => Promise<void>)[] = [];

  register(part: CustomerPart): void {
    this.parts.push(part);
  }

  /** Something else hangs on customers, and goes in the unit that removes them. */
  alsoRemove(remove: (tx: Tx, customerIds: readonly string[]) => Promise<void>): void {
    this.hangers.push(remove);
  }

  async removed(tx: Tx, customerIds: readonly string[]): Promise<void> {
    for (const remove of this.hangers) await remove(tx, customerIds);
  }

  async merge(tx: Tx, from: string, to: string): Promise<void> {
    for (const part of this.parts) await part.merge(tx, from, to);
  }

  async uses(em: EntityManager, customerIds: readonly string[]): Promise<Set<string>> {
    const used = new Set<string>();
    if (customerIds.length === 0) return used;
    for (const part of this.parts) for (const id of await part.uses(em, customerIds)) used.add(id);
    return used;
  }
}
