import { Injectable } from '@nestjs/common';
import type { Actor } from '../../core/access/actor.js';
import { Clock } from '../../core/clock.js';
import { Database, type Tx } from '../../core/database/database.js';
import { PolicyService } from '../../policy/policy.service.js';
import { checked, isFaulty, type Fault } from './incoming.rules.js';
import { mappings } from './order-records.js';
import { OrderWriter, type ReadOrder, type Written } from './order-writer.js';
import { rawOf } from './raw.rules.js';
import { OWN_MARK } from './shopify-parts.rules.js';

export type { Fault } from './incoming.rules.js';

export type ConnectedSource = 'shopify' | 'woocommerce';

/** What stands in a shop's note of a deed of this desk, so that it is not taken for one of the shop's own. */
export const ownMark = (id: string): string => `${OWN_MARK}${id}`;

export interface Mirrored extends Written {
  /** Of the records that are not right, in codes. */
  readonly faults: readonly Fault[];
}

/** Orders as a connected shop tells them itself, taken in like those of a file. Callers have checked who tells. */
@Injectable()
export class MirrorService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly policy: PolicyService,
    private readonly writer: OrderWriter,
  ) {}

  /**
   * Writes what is newer than what is known. What is wrong with a record is told, and keeps out no other.
   * @param records as the shop's API gives them, each order once or more
   * @param also what else the unit writes; throws where all of it must not be
   */
  async take(
    actor: Actor,
    source: ConnectedSource,
    records: readonly unknown[],
    also: (tx: Tx) => Promise<void>,
  ): Promise<Mirrored> {
    const faults: Fault[] = [];
    const newest = new Map<string, ReadOrder>();
    for (const record of records) {
      const mapped = mappings[source](record);
      const result = isFaulty(mapped) ? mapped : checked(mapped.order, this.clock.now());
      if (isFaulty(result)) faults.push(...result.faults);
      else {
        const before = newest.get(result.order.externalId);
        if (before && before.order.updatedAt > result.order.updatedAt) continue;
        newest.set(result.order.externalId, { order: result.order, raw: rawOf(record) });
      }
    }
    if (newest.size === 0) {
      await this.database.write(also);
      return { created: 0, updated: 0, unchanged: 0, faults };
    }
    const written = await this.writer.write([...newest.values()], {
      actor,
      policyVersion: this.policy.version(),
      also,
    });
    return { ...written, faults };
  }
}
