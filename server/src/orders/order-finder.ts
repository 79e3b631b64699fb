import type { OrderMatch } from '@candour/shared/customers.js';
import type { OrderSearch } from '@candour/shared/orders.js';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { readCursor } from '../core/database/cursor.js';
import { Database } from '../core/database/database.js';
import { eachTextOf } from '../core/database/rows.js';
import { CustomersService } from '../customers/customers.service.js';
import { orderNumberKey, searchKind } from './orders.rules.js';

/** By what orders are matched to a person, strongest first. */
const ranks = ['customer', 'email', 'phone', 'order-number'] as const satisfies readonly OrderMatch['by'][];

/** What is known of a person; what is absent finds nothing. */
export interface Known {
  readonly customerId?: string | undefined;
  readonly emailIndex?: string | undefined;
  readonly phoneIndex?: string | undefined;
  readonly number?: string | undefined;
}

export interface FoundOrder {
  readonly id: string;
  readonly by: OrderMatch['by'];
}

interface Hit {
  id: string;
  placedAt: number;
}

/** Finds orders by number, address or customer: ids only, each by an index. */
@Injectable()
export class OrderFinder {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(CustomersService) private readonly customers: CustomersService,
  ) {}

  /** Newest first, one more than the limit where there are more. */
  async search({ q, cursor, limit }: OrderSearch): Promise<Hit[]> {
    const { sql, parameters } = await this.among(q);
    const after = cursor === undefined ? undefined : readCursor(cursor);
    const values = [...parameters, ...(after ? [after.at, after.at, after.id] : [])];
    const at = parameters.length;
    const behind = after ? `AND (placed_at < $${at + 1} OR (placed_at = $${at + 2} AND id < $${at + 3}))` : '';
    return this.database.read((em) =>
      em.query<Hit[]>(
        `SELECT id, placed_at AS "placedAt" FROM orders WHERE customer_id IS NOT NULL ${sql} ${behind}
         ORDER BY placed_at DESC, id DESC LIMIT ${limit + 1}`,
        values,
      ),
    );
  }

  /** Orders that may be this person's, newest first. */
  async matches(known: Known, limit: number): Promise<FoundOrder[]> {
    const asks: readonly (readonly [rank: number, sql: string, value: string | undefined])[] = [
      [0, 'SELECT id FROM orders WHERE customer_id =', known.customerId],
      [1, 'SELECT id FROM order_extras WHERE email_index =', known.emailIndex],
      [2, 'SELECT id FROM order_extras WHERE phone_index =', known.phoneIndex],
      [3, 'SELECT id FROM orders WHERE number_key =', known.number && orderNumberKey(known.number)],
    ];
    const parameters: string[] = [];
    const parts: string[] = [];
    for (const [rank, sql, value] of asks) {
      if (!value) continue;
      parameters.push(value);
      parts.push(`SELECT found.id, ${rank} AS place FROM (${sql} $${parameters.length}) found`);
    }
    if (parts.length === 0) return [];
    const rows = await this.database.read((em) =>
      em.query<{ id: string; place: number }[]>(
        `SELECT o.id, MIN(hit.place) AS place FROM (${parts.join(' UNION ALL ')}) hit
         JOIN orders o ON o.id = hit.id WHERE o.customer_id IS NOT NULL
         GROUP BY o.id, o.placed_at ORDER BY o.placed_at DESC, o.id DESC LIMIT ${limit}`,
        parameters,
      ),
    );
    return rows.map(({ id, place }) => ({ id, by: ranks[Number(place)]! }));
  }

  private async among(q: string): Promise<{ sql: string; parameters: string[] }> {
    const kind = searchKind(q);
    if (kind === 'newest') return { sql: '', parameters: [] };
    const each = (parameter: string): string => `(SELECT j.value FROM ${eachTextOf(this.database.engine, parameter)})`;
    if (kind === 'email') {
      const parameters = [this.customers.emailIndex(q), JSON.stringify(await this.customers.findByEmail(q))];
      return {
        sql: `AND id IN (SELECT id FROM order_extras WHERE email_index = $1
              UNION SELECT id FROM orders WHERE customer_id IN ${each('$2')})`,
        parameters,
      };
    }
    const phones = kind === 'number' ? [] : this.customers.phoneIndexes(q);
    return {
      sql: `AND id IN (SELECT id FROM orders WHERE number_key = $1
            UNION SELECT id FROM order_extras WHERE phone_index IN ${each('$2')})`,
      parameters: [orderNumberKey(q), JSON.stringify(phones)],
    };
  }
}

/** Orders of this customer whose extras the desk still has. */
export async function ownersOfExtras(
  database: Database,
  em: EntityManager,
  customerIds: readonly string[],
): Promise<string[]> {
  const rows = await em.query<{ id: string }[]>(
    `SELECT DISTINCT customer_id AS id FROM order_extras
     WHERE customer_id IN (SELECT j.value FROM ${eachTextOf(database.engine, '$1')})`,
    [JSON.stringify(customerIds)],
  );
  return rows.map(({ id }) => id);
}
